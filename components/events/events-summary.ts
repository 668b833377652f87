import { listed } from "@/components/explorer/number-words";
import { formatDay } from "@/components/fields/format-date";
import type { Day } from "@/lib/registry/day";
import type { TimelineYear } from "@/lib/registry/event-timeline";
import type { EventKind } from "@/lib/registry/facts";
import { turnsInWords } from "./turn-words";

/** What is told of. */
export interface EventsTold {
  readonly years: readonly TimelineYear[];
  readonly kind: EventKind | null;
  /** How many zones it is about. */
  readonly zones: number;
  /** Are events of the country as a whole among them? */
  readonly withCountry: boolean;
  readonly asOf: Day;
}

/** What the timeline answers: how much happened, when most, and how much of what shows turned meanwhile. */
export function eventsSummary({ years, kind, zones, withCountry, asOf }: EventsTold): string {
  const events = years.flatMap((year) => year.events);
  const about = `${zones === 1 ? "this zone" : `these ${zones} zones`}${withCountry ? " or the country as a whole" : ""}`;
  const what = `${kind === null ? "" : `${kind} `}event${events.length === 1 ? "" : "s"}`;
  const busiest = years.reduce<TimelineYear | null>(
    (most, year) => (most && most.events.length >= year.events.length ? most : year),
    null,
  );
  const first = `${events.length === 0 ? "No" : events.length} ${what} on record by ${formatDay(asOf)} ${events.length === 1 ? "concerns" : "concern"} ${about}.`;
  const most =
    events.length < 2 || !busiest
      ? null
      : `Most fall in ${busiest.year}: ${busiest.events.length}.`;
  const turned = (["up", "down", "slipped"] as const).flatMap((turn) => {
    const count = years.reduce((sum, { turnCounts }) => sum + turnCounts[turn], 0);
    return count === 0 ? [] : [turnsInWords(turn, count)];
  });
  const meanwhile =
    kind !== null
      ? null
      : turned.length === 0
        ? "No value moved over that time."
        : `Over the same time ${listed(turned, "and")}.`;
  return [first, most, meanwhile].filter((sentence) => sentence !== null).join(" ");
}
