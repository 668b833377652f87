import { expect } from "@playwright/test";
import { PUBLIC_PAGES } from "./support/pages";
import { test } from "./support/test";

/** The most HTML of a page, uncompressed. 1 kB is 1,000 bytes. */
const MOST_KB = 250;

test("the HTML of every public page has a bound, markup and what the browser builds on together", async ({
  request,
}) => {
  test.setTimeout(180_000);
  const tooHeavy: string[] = [];
  for (const { path } of PUBLIC_PAGES) {
    const body = await (await request.get(path, { headers: { accept: "text/html" } })).body();
    if (body.length > MOST_KB * 1000) {
      tooHeavy.push(`${path}: ${Math.ceil(body.length / 1000)} kB of ${MOST_KB}`);
    }
  }
  expect(tooHeavy).toEqual([]);
});
