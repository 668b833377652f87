import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { PUBLIC_PAGES } from "./support/pages";
import { test } from "./support/test";

/** The most HTML of a page, as it travels in gzip. 1 kB is 1,000 bytes. */
const MOST_KB = 66;
/** Pages that are fetched at a time: each that nobody opened before is rendered. */
const AT_A_TIME = 4;

test("the HTML of every page in English has a bound, as it travels", async ({ request }) => {
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

  const wrong: string[] = [];
  const left = [...paths];
  const measure = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const { length } = gzipSync(await (await get(path, "text/html")).body());
      const kB = Math.ceil(length / 1000);
      if (kB > MOST_KB) wrong.push(`${path}: ${kB} kB`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, measure));
  expect(wrong).toEqual([]);
});
