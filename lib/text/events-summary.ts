import type { ChangeGroup, TimelineYear } from "@/lib/changes/event-timeline";
import type { EventKind } from "@/lib/evidence/ledger-records";
import type { Day } from "@/lib/time/day";
import type { Text } from "./text";

/** What the summary of a timeline is about. */
export interface EventsSummary {
  readonly years: readonly TimelineYear[];
  /** The kinds of event shown; none: all. */
  readonly kinds: readonly EventKind[];
  /** Number of zones. */
  readonly zones: number;
  /** The name of the zone where it is only one; null: several or none. */
  readonly zone: string | null;
  /** Are events of the whole country among them? */
  readonly withCountry: boolean;
  readonly asOf: Day;
}

const NAMED_GROUPS = ["up", "down", "slipped"] as const satisfies readonly ChangeGroup[];

/** How many events there are, the year with the most, and how the facts changed in the same time. */
export function summarizeEvents(text: Text, summary: EventsSummary): string {
  const { years, kinds, zones, zone, withCountry, asOf } = summary;
  const values = {
    count: years.reduce((sum, { events }) => sum + events.length, 0),
    about: zone === null ? "zones" : "one",
    zone: zone ?? "",
    zones,
    country: withCountry ? "yes" : "no",
    day: text.day(asOf),
  };
  const counted =
    kinds.length === 0
      ? text.t("events.answer.all", values)
      : text.t("events.answer.kinds", { ...values, kinds: listKinds(text, kinds) });
  // With some kinds of event only, the timeline leaves out the changes.
  const changed = kinds.length === 0 ? [summarizeChanges(text, years)] : [];
  return text.sentences([counted, ...nameBusiestYear(text, years), ...changed]);
}

/** Kinds of event in a row: "policy or security". */
export function listKinds(text: Text, kinds: readonly EventKind[]): string {
  return text.list(
    kinds.map((kind) => text.t(`ledger.eventKind.${kind}`)),
    "or",
  );
}

function nameBusiestYear({ t }: Text, years: readonly TimelineYear[]): string[] {
  const [busiest, next] = [...years].sort((a, b) => b.events.length - a.events.length);
  const count = busiest?.events.length ?? 0;
  if (!busiest || count < 2 || count === next?.events.length) return [];
  return [t("events.answer.busiest", { count, year: String(busiest.year) })];
}

function summarizeChanges({ t, list }: Text, years: readonly TimelineYear[]): string {
  const changes = NAMED_GROUPS.flatMap((group) => {
    const count = years.reduce((sum, { changeCounts }) => sum + changeCounts[group], 0);
    return count === 0 ? [] : [t(`events.groupCount.${group}`, { count })];
  });
  return changes.length === 0
    ? t("events.answer.unchanged")
    : t("events.answer.changed", { changes: list(changes) });
}
