import { expect, test } from "vitest";
import { groupByYear } from "@/lib/changes/event-timeline";
import type { Event } from "@/lib/evidence/ledger-records";
import { type EventsSummary, eventsSummary } from "@/lib/text/events-summary";

const events = (...dates: string[]): Event[] =>
  dates.map((date, i) => ({
    id: String(i),
    revision: 1,
    date,
    kind: "policy",
    title: "",
    body: "",
    zones: [],
    sourceId: "a-source",
  }));

const said = (dates: string[], part: Partial<EventsSummary> = {}) =>
  eventsSummary({
    years: groupByYear(events(...dates), [], "2024-02-01"),
    kinds: [],
    zones: 44,
    zone: null,
    withCountry: true,
    asOf: "2024-02-01",
    ...part,
  });

test("the summary counts events and names the one year in which most fall", () => {
  expect(said(["2022", "2023-01", "2023-02"])).toBe(
    "3 events on record by 1 Feb 2024 concern these 44 zones or the country as a whole. Most fall in 2023: 2. No value moved over that time.",
  );
  expect(said(["2022", "2022", "2023", "2023"])).not.toContain("Most fall");
  expect(said(["2022", "2023"])).not.toContain("Most fall");
});

test("the summary names the kinds and the one zone asked for", () => {
  const one = { kinds: ["policy", "security"] as const, zones: 1, zone: "Dhabeji" };
  expect(said(["2022"], { ...one, withCountry: false })).toBe(
    "1 policy or security event on record by 1 Feb 2024 concerns Dhabeji.",
  );
  expect(said([], { ...one, withCountry: false })).toBe(
    "No policy or security events on record by 1 Feb 2024 concern Dhabeji.",
  );
});
