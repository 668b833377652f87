import { expect, test } from "vitest";
import {
  EMPTY_SOURCE,
  emptyDraft,
  emptyItem,
  isTouched,
  withSource,
} from "@/components/entry/draft";
import { guessLanguage } from "@/components/ui/original";
import { createSource } from "@/tests/support/facts";

const sources = new Map(
  [
    createSource({ id: "news", kind: "news", publishedOn: "2026-11-24" }),
    createSource({ id: "study", kind: "research", publishedOn: "2025-03" }),
    createSource({ id: "undated", kind: "government", publishedOn: null }),
  ].map((source) => [source.id, source]),
);
const take = (draft: ReturnType<typeof emptyDraft>, sourceId: string) =>
  withSource(draft, { sourceId, newSource: null }, sources);

test("date and type follow the source", () => {
  const first = take(emptyDraft(), "study");
  expect(first).toMatchObject({ asOf: "2025-03", origin: "independent", offered: false });
  expect(take(first, "news")).toMatchObject({ asOf: "2026-11-24", origin: "official" });
  expect(take(first, "undated")).toMatchObject({ asOf: "", origin: "official" });
});

test("a date and a type that the analyst gave stay", () => {
  const typed = { ...take(emptyDraft(), "news"), asOf: "2026-10", origin: "developer" as const };
  expect(take(typed, "study")).toMatchObject({ asOf: "2026-10", origin: "developer" });
});

test("the date of a new source is followed while it is typed", () => {
  let draft = emptyDraft();
  for (const publishedOn of ["2", "20", "2026"]) {
    draft = withSource(
      draft,
      { sourceId: null, newSource: { ...EMPTY_SOURCE, publishedOn } },
      sources,
    );
  }
  expect(draft.asOf).toBe("2026");
});

test("a source that the form offers is nothing that a person typed", () => {
  const item = emptyItem("hub-sez", "gas", null, null);
  const offered = withSource(emptyDraft(), { sourceId: "news", newSource: null }, sources, true);
  expect(isTouched({ ...offered, items: [item] })).toBe(false);
  expect(isTouched({ ...offered, items: [{ ...item, text: "absent" }] })).toBe(true);
  expect(isTouched(take(emptyDraft(), "news"))).toBe(true);
});

test.each([
  ["Power reaches 210 plots.", "en"],
  ["بجلی پہنچ گئی", "ur"],
  ["园区已通电", "zh"],
  ["", "en"],
])("the language of %j is %s", (words, language) => {
  expect(guessLanguage(words)).toBe(language);
});
