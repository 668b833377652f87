import { expect } from "@playwright/test";
import { PUBLIC_PAGES } from "./support/pages";
import { test } from "./support/test";

/** The most HTML of a page, uncompressed. 1 kB is 1,000 bytes. */
const MOST_KB = 250;
/** Pages with a bound of their own, in kB. Remove a bound when its page does not need it. */
const OWN_BOUNDS: Readonly<Record<string, number>> = {
  // The most reports of any zone, all on one page, so that its filter and the search of a browser cover them.
  "/zones/m-3-industrial-city/evidence": 265,
};
/** Pages that are fetched at a time: each that nobody opened before is rendered. */
const AT_A_TIME = 4;

test("the HTML of every page in English has a bound, markup and what the browser builds on together", async ({
  request,
}) => {
  test.setTimeout(180_000);
  const get = (path: string, accept: string) => request.get(path, { headers: { accept } });
  const sitemap = await (await get("/sitemap.xml", "application/xml")).text();
  // Other languages have the same markup, but most of their letters take 2 or 3 bytes.
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address = ""]) => new URL(address.replaceAll("&amp;", "&")))
    .filter(({ searchParams }) => !searchParams.has("lang"))
    .map(({ pathname, search }) => pathname + search);
  const zones = listed.filter((path) => /^\/zones\/[^/?]+$/.test(path));
  expect(zones.length).toBeGreaterThan(40);
  const paths = new Set([
    ...PUBLIC_PAGES.map(({ path }) => path),
    ...listed,
    ...zones.map((path) => `${path}/evidence`),
  ]);

  expect([...paths]).toEqual(expect.arrayContaining(Object.keys(OWN_BOUNDS)));

  const wrong: string[] = [];
  const left = [...paths];
  const measure = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const { length } = await (await get(path, "text/html")).body();
      const bound = OWN_BOUNDS[path] ?? MOST_KB;
      const kB = Math.ceil(length / 1000);
      if (kB > bound) wrong.push(`${path}: ${kB} kB of ${bound}`);
      if (bound > MOST_KB && kB <= MOST_KB) wrong.push(`${path} needs no bound of its own`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, measure));
  expect(wrong).toEqual([]);
});
