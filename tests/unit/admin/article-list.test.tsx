// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ArticleList } from "@/components/features/work/article-list";
import { WithText } from "@/tests/support/with-text";

const ARTICLE = {
  id: "0b7e5a52-5f0e-4a55-9c3c-1f0d1c2b3a4d",
  link: "https://example.org/power",
  title: "Rashakai SEZ gets power",
  publishedOn: "2026-11-30",
  names: ["Rashakai Special Economic Zone", "Novatex"],
  feed: "example.org/feed",
};
const FEED = { key: "a", name: "example.org/feed", succeededAt: null, failure: null, status: null };

let root: Root;
const setState = vi.fn(async () => ({ ok: true, value: null }) as const);

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.innerHTML = "";
  vi.clearAllMocks();
});

const show = (props: Partial<Parameters<typeof ArticleList>[0]>) =>
  act(async () =>
    root.render(
      <WithText>
        <ArticleList articles={[ARTICLE]} feeds={[FEED]} setState={setState} {...props} />
      </WithText>,
    ),
  );
const read = () => document.body.textContent ?? "";
const press = (name: string) =>
  act(async () =>
    [...document.querySelectorAll("button")]
      .find(({ textContent }) => textContent === name)
      ?.click(),
  );

test("an article has its link, names, day and feed, and opens the article form", async () => {
  await show({});
  const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual([ARTICLE.link, `/admin/article?article=${ARTICLE.id}`]);
  expect(read()).toContain("Rashakai Special Economic Zone and Novatex");
  expect(read()).toContain("30 Nov 2026, example.org/feed");
});

test("a dismissed article can be opened again", async () => {
  await show({});
  await press("Dismiss");
  expect(setState).toHaveBeenLastCalledWith({ id: ARTICLE.id, state: "dismissed" });
  expect(read()).toContain(`Dismissed: ${ARTICLE.title}`);
  expect(document.activeElement?.textContent).toBe("Undo");
  await press("Undo");
  expect(setState).toHaveBeenLastCalledWith({ id: ARTICLE.id, state: "open" });
  expect(read()).not.toContain("Dismissed:");
});

test("a feed that fails says why and when it was last read", async () => {
  const failing = { ...FEED, failure: "status", status: 503 } as const;
  await show({ articles: [], feeds: [{ ...failing, succeededAt: "2026-11-30T05:00:00.000Z" }] });
  expect(read()).toContain("answered with status 503. The next attempt is in an hour.");
  expect(read()).toContain("Last read on 30 Nov 2026, 10:00.");
});
