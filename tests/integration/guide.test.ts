import { expect, test } from "vitest";
import { GET } from "../../app/llms.txt/route";
import { ABOUT_PAGES, NAVIGATION } from "../../components/layout/navigation";
import { ENDPOINT_LIST } from "../../lib/contract/endpoints";
import { get } from "../support/api";
import { testDatabase } from "../support/test-database";

testDatabase("seeded");

const readGuide = () => GET(new Request("http://tracker.test/llms.txt"));

test("the guide for language models has the form of llms.txt and leads to every page and endpoint", async () => {
  const response = await readGuide();
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const guide = await response.text();
  const [title, summary] = guide.split("\n\n");
  expect(title).toBe("# CPEC SEZ Tracker");
  expect(summary).toMatch(/^> \S/);
  expect(guide).toContain("null or an empty cell");
  const links = [...guide.matchAll(/^- \[([^\]]+)\]\((\S+)\)/gm)].map(
    ([, , address = ""]) => new URL(address),
  );
  const paths = links.map(({ pathname }) => pathname);
  const pages = [...NAVIGATION.flatMap((group) => group.pages), ...ABOUT_PAGES];
  expect(paths).toEqual(expect.arrayContaining(pages.map(({ href }) => href)));
  // Assistants begin with these.
  const first = ["/mcp", "/api/v1/tables/evidence.csv"];
  expect(paths.slice(0, first.length)).toEqual(first);
  expect(links).toHaveLength(first.length + pages.length + ENDPOINT_LIST.length);
});

test("every endpoint in the guide answers", async () => {
  const guide = await (await readGuide()).text();
  const examples = [...guide.matchAll(/^- \[\/api\/v1\/[^\]]+\]\((\S+)\)/gm)].map(
    ([, address = ""]) => new URL(address),
  );
  // The stream does not end, and there is no release here.
  const read = examples.filter(({ pathname }) => !/\/(stream$|releases\/)/.test(pathname));
  for (const { pathname, search } of read) {
    const { status } = await get(pathname.replace("/api/v1/", "") + search);
    expect({ pathname, status }).toEqual({ pathname, status: 200 });
  }
});
