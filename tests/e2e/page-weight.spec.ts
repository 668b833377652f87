import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { zonesInDatabase } from "./support/database";
import { PUBLIC_PAGES } from "./support/pages";
import { test } from "./support/test";

/** The most HTML of a page, as it travels in gzip. 1 kB is 1,000 bytes. */
const MOST_KB = 66;
/** Pages that are fetched at a time: each that nobody opened before is rendered. */
const AT_A_TIME = 4;

/** A value that a page writes by mistake. */
const GAP = />[^<]*\b(undefined|NaN|object Object|null)\b[^<]*</;

test("the HTML of each kind of page and of every zone has a bound, as it travels, and a zone has no gap in its words", async ({
  request,
}) => {
  test.setTimeout(180_000);
  const zones = await zonesInDatabase("true", { scope: "all" });
  const ofZones = new Set(zones.map((slug) => `/zones/${slug}`));
  const left = [
    ...PUBLIC_PAGES.map(({ path }) => path),
    ...[...ofZones].flatMap((path) => [path, `${path}/evidence`]),
  ];
  const wrong: string[] = [];
  const measure = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const response = await request.get(path, { headers: { accept: "text/html" } });
      const body = await response.body();
      const kB = Math.ceil(gzipSync(body).length / 1000);
      if (kB > MOST_KB) wrong.push(`${path}: ${kB} kB`);
      if (!ofZones.has(path)) continue;
      const words = body.toString().replace(/<(script|style)\b.*?<\/\1>/gs, "");
      const gap = GAP.exec(words)?.[0];
      if (gap !== undefined || response.status() !== 200 || !words.includes("<h1"))
        wrong.push(`${path}: ${gap ?? response.status()}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, measure));
  expect(wrong).toEqual([]);
});
