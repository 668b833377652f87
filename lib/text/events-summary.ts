import type { TimelineYear } from "@/lib/changes/event-timeline";
import type { EventKind } from "@/lib/evidence/ledger-records";
import type { Day } from "@/lib/time/day";
import { turnsInWords } from "./event-words";
import { formatDay } from "./format-date";
import { listed } from "./number-words";

/** What is told of. */
export interface EventsSummary {
  readonly years: readonly TimelineYear[];
  /** None: all. */
  readonly kinds: readonly EventKind[];
  /** How many zones it is about. */
  readonly zones: number;
  /** The name of the one zone that it is about; null: several, or none. */
  readonly zone: string | null;
  /** Are events of the country as a whole among them? */
  readonly withCountry: boolean;
  readonly asOf: Day;
}

/** What the timeline answers: how much happened, when most, and how much of what shows turned meanwhile. */
export function eventsSummary({
  years,
  kinds,
  zones,
  zone,
  withCountry,
  asOf,
}: EventsSummary): string {
  const events = years.flatMap((year) => year.events);
  const about = `${zone ?? `these ${zones} zones`}${withCountry ? " or the country as a whole" : ""}`;
  const what = `${kinds.length === 0 ? "" : `${listed(kinds, "or")} `}event${events.length === 1 ? "" : "s"}`;
  const [busiest, next] = [...years].sort((a, b) => b.events.length - a.events.length);
  const first = `${events.length === 0 ? "No" : events.length} ${what} on record by ${formatDay(asOf)} ${events.length === 1 ? "concerns" : "concern"} ${about}.`;
  const most =
    !busiest || busiest.events.length < 2 || busiest.events.length === next?.events.length
      ? null
      : `Most fall in ${busiest.year}: ${busiest.events.length}.`;
  const turned = (["up", "down", "slipped"] as const).flatMap((turn) => {
    const count = years.reduce((sum, { changeCounts: turnCounts }) => sum + turnCounts[turn], 0);
    return count === 0 ? [] : [turnsInWords(turn, count)];
  });
  const meanwhile =
    kinds.length > 0
      ? null
      : turned.length === 0
        ? "No value moved over that time."
        : `Over the same time ${listed(turned, "and")}.`;
  return [first, most, meanwhile].filter((sentence) => sentence !== null).join(" ");
}
