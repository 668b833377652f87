import { expect } from "@playwright/test";
import { PUBLIC_PAGES } from "./support/pages";
import { test } from "./support/test";

/** The most HTML of a page, uncompressed. 1 kB is 1,000 bytes. */
const MOST_KB = 250;

const EVERY_VALUE = "the browser filters and sorts the values of every zone without asking again";

/** Pages with a bound of their own, and why. Lower a bound when its page gets lighter. */
const OWN_BOUNDS: Readonly<Record<string, { readonly kB: number; readonly why: string }>> = {
  "/": { kB: 290, why: EVERY_VALUE },
};

test("the HTML of every public page has a bound, markup and what the browser builds on together", async ({
  request,
}) => {
  test.setTimeout(180_000);
  const tooHeavy: string[] = [];
  for (const { path } of PUBLIC_PAGES) {
    const body = await (await request.get(path, { headers: { accept: "text/html" } })).body();
    const bound = OWN_BOUNDS[path]?.kB ?? MOST_KB;
    if (body.length > bound * 1000) {
      tooHeavy.push(`${path}: ${Math.ceil(body.length / 1000)} kB of ${bound}`);
    }
  }
  expect(tooHeavy).toEqual([]);
});

test("no page has a bound of its own that it does not need", () => {
  const paths = new Set(PUBLIC_PAGES.map(({ path }) => path));
  for (const [path, { kB }] of Object.entries(OWN_BOUNDS)) {
    expect(paths, path).toContain(path);
    expect(kB, path).toBeGreaterThan(MOST_KB);
  }
});
