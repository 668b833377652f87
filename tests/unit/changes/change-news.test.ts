import { createElement } from "react";
import { expect, test } from "vitest";
import { ChangeNews } from "@/components/features/changes/change-list";
import { CHANGE_KINDS, CHANGE_TOPICS } from "@/lib/changes/change-kinds";
import type { NamedChange } from "@/lib/contract/changes-answer";
import { createSource } from "@/tests/support/facts";
import { markupOf } from "../charts/markup";

test("each kind of change is news of one topic", () => {
  expect(Object.values(CHANGE_TOPICS).flat().sort()).toEqual([...CHANGE_KINDS].sort());
});

const row = (part: Partial<NamedChange>): NamedChange => ({
  id: `${part.on} ${part.field} ${part.kind}`,
  kind: "moved-up",
  zone: "a-zone",
  name: "A Zone",
  province: null,
  tenancy: null,
  firm: null,
  field: "gas",
  before: null,
  after: "available",
  against: null,
  on: "2026-02-01",
  date: "2023-01-01",
  claimId: "claim",
  sourceId: "a-source",
  ...part,
});

const wordsOf = (changes: readonly NamedChange[]) =>
  markupOf(
    createElement(ChangeNews, {
      changes,
      sources: new Map([["dated", createSource({ id: "dated", publishedOn: "2023-01-01" })]]),
      asOf: null,
      kindsHref: (kinds) => `/changes?kind=${kinds.join(",")}`,
      whole: false,
    }),
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("what happened is apart from what became known, each by day and zone", () => {
  const words = wordsOf([
    row({ before: "planned" }),
    row({ kind: "first-known", field: "electricity" }),
    row({ kind: "first-known", field: "water" }),
    row({ kind: "went-silent", on: "2025-01-01" }),
  ]);
  expect(words).toMatch(/What happened 1 .* 1 February 2026 A Zone Gas advanced from Planned to/);
  expect(words).toMatch(
    /Changes in what we know 2 .* 1 February 2026 A Zone Electricity : .* Water : /,
  );
  expect(words).toMatch(/No report for 2 years 1 .* 1 January 2025 A Zone Gas : /);
  expect(words).toContain("Disputes: 0");
});

test("a fact without news has the date of its report, unless its source has the same", () => {
  const silent = { kind: "went-silent", on: "2025-01-01" } as const;
  expect(wordsOf([row(silent)])).toContain("Available, as of 1 Jan 2023");
  expect(wordsOf([row({ ...silent, sourceId: "dated" })])).not.toContain("as of");
  expect(wordsOf([row({ kind: "first-known" })])).not.toContain("as of");
});

test("a long topic shows its latest changes and leads to all of them", () => {
  const words = wordsOf(
    Array.from({ length: 70 }, (_, i) => row({ id: String(i), before: "planned" })),
  );
  expect(words.match(/advanced/g)).toHaveLength(60);
  expect(words).toContain("Show all 70");
});
