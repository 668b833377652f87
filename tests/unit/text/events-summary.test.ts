import { expect, test } from "vitest";
import { groupByYear } from "@/lib/changes/event-timeline";
import type { Event } from "@/lib/evidence/ledger-records";
import { englishText } from "@/lib/text/english-text";
import { type EventsSummary, summarizeEvents } from "@/lib/text/events-summary";

const events = (...dates: string[]): Event[] =>
  dates.map((date, i) => ({
    id: String(i),
    revision: 1,
    reason: null,
    date,
    kind: "policy",
    title: "",
    body: "",
    zones: [],
    sourceId: "a-source",
    quotation: null,
  }));

const summarize = (dates: string[], part: Partial<EventsSummary> = {}) =>
  summarizeEvents(englishText, {
    years: groupByYear(events(...dates), [], "2024-02-01"),
    kinds: [],
    zones: 44,
    zone: null,
    withCountry: true,
    asOf: "2024-02-01",
    ...part,
  });

test("the summary counts events and names the one year in which most fall", () => {
  expect(summarize(["2022", "2023-01", "2023-02"])).toBe(
    "3 events are recorded for 44 zones or a wider area up to 1 Feb 2024. The busiest year was 2023, with 2. Over the whole period, the facts show no progress and no setback.",
  );
  expect(summarize(["2022", "2022", "2023", "2023"])).not.toContain("busiest");
  expect(summarize(["2022", "2023"])).not.toContain("busiest");
});

test("the summary names the kinds and the one zone asked for", () => {
  const one = { kinds: ["policy", "security"] as const, zones: 1, zone: "Dhabeji" };
  expect(summarize(["2022"], { ...one, withCountry: false })).toBe(
    "1 policy or security event is recorded for Dhabeji up to 1 Feb 2024.",
  );
  expect(summarize([], { ...one, withCountry: false })).toBe(
    "No policy or security events are recorded for Dhabeji up to 1 Feb 2024.",
  );
});
