import { EVENT_KINDS, type Event, type EventKind } from "../evidence/ledger-records";
import type { EvidenceIndex, Ledger } from "../evidence/registry";
import type { Moment } from "../evidence/resolve";
import { effectiveDateAt } from "../evidence/source-date-corrections";
import { type Day, firstDay, type PartialDate } from "../time/day";
import type { Change } from "./change";
import type { ChangeKind } from "./change-kinds";
import { changeLog } from "./change-log";

/** What becomes of values as time passes, in the order in which it is told. */
export const TURNS = ["known", "up", "down", "slipped", "contradicted", "otherwise"] as const;
export type Turn = (typeof TURNS)[number];

const TURN_OF: Readonly<Partial<Record<ChangeKind, Turn>>> = {
  "first-known": "known",
  "moved-up": "up",
  "approval-evidenced": "up",
  "moved-down": "down",
  "no-longer-known": "down",
  "approval-withdrawn": "down",
  "slipped-later": "slipped",
  contradicted: "contradicted",
  "slipped-earlier": "otherwise",
  changed: "otherwise",
  settled: "otherwise",
};

/** A change of what shows, with the date of the claim that did it. */
export interface TurnedValue {
  readonly change: Change;
  readonly turn: Turn;
  /** No more precise than the claim says. */
  readonly date: PartialDate;
}

/**
 * How what shows turned from day to day, with all that is known by one revision: what a claim brought,
 * not what was silent. The same for ever for the same moment.
 * @param zones the zones told of; absent: all
 * @returns the latest first
 */
export function turnedValues(
  { facts, evidence }: Ledger,
  { asOf, knownOn }: Moment,
  zones?: ReadonlySet<string>,
): TurnedValue[] {
  const told = facts.zones.filter(({ slug }) => zones?.has(slug) ?? true);
  // With one revision alone to be known, the log tells of the days that pass and of nothing else.
  const known = facts.revisions.filter(({ number }) => number === knownOn);
  const ledger = { facts: { ...facts, zones: told, revisions: known }, evidence };
  const dates = datesOfClaims(evidence, knownOn);
  return changeLog(ledger, asOf)
    .flatMap((change): TurnedValue[] => {
      const turn = TURN_OF[change.kind];
      if (turn === undefined) return [];
      const date = dates.get(change.claimId);
      return [{ change, turn, date: date && firstDay(date) === change.on ? date : change.on }];
    })
    .sort((a, b) => (a.change.on === b.change.on ? 0 : a.change.on > b.change.on ? -1 : 1));
}

function datesOfClaims(index: EvidenceIndex, knownOn: number): Map<string, PartialDate> {
  const dates = new Map<string, PartialDate>();
  for (const fields of index.values()) {
    for (const items of fields.values()) {
      for (const item of items) dates.set(item.claim.id, effectiveDateAt(item, knownOn).date);
    }
  }
  return dates;
}

/** The events by a day that name one of some zones, or none at all where those are asked for too; the latest first. */
export function listEvents(
  events: readonly Event[],
  asOf: Day,
  zones: ReadonlySet<string>,
  withCountry: boolean,
): Event[] {
  return events
    .filter(({ date }) => firstDay(date) <= asOf)
    .filter((event) =>
      event.zones.length === 0 ? withCountry : event.zones.some((slug) => zones.has(slug)),
    )
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date > b.date ? -1 : 1));
}

/** What one year brought. */
export interface TimelineYear {
  readonly year: number;
  readonly events: readonly Event[];
  readonly eventCounts: Readonly<Record<EventKind, number>>;
  readonly turned: readonly TurnedValue[];
  readonly turnCounts: Readonly<Record<Turn, number>>;
}

/** Events and turned values by the year in which they lie, every year from the first to that of a day, the earliest first. */
export function timelineYears(
  events: readonly Event[],
  turned: readonly TurnedValue[],
  asOf: Day,
): TimelineYear[] {
  const last = getYear(asOf);
  const first = Math.min(last, ...[...events, ...turned].map(({ date }) => getYear(date)));
  return Array.from({ length: last - first + 1 }, (_, i): TimelineYear => {
    const year = first + i;
    const ofYear = <T extends { readonly date: PartialDate }>(items: readonly T[]) =>
      items.filter(({ date }) => getYear(date) === year);
    const [itsEvents, itsTurned] = [ofYear(events), ofYear(turned)];
    return {
      year,
      events: itsEvents,
      eventCounts: countBy(EVENT_KINDS, itsEvents, ({ kind }) => kind),
      turned: itsTurned,
      turnCounts: countBy(TURNS, itsTurned, ({ turn }) => turn),
    };
  });
}

/** One thing on a timeline of events and values. */
export type TimelineEntry =
  | { readonly date: PartialDate; readonly event: Event }
  | { readonly date: PartialDate; readonly turned: TurnedValue }
  /** Values that became known of one date, told together. */
  | { readonly date: PartialDate; readonly known: readonly TurnedValue[] };

/** Events and turned values in one order, the latest first; of one date the events come first. */
export function buildTimeline(
  events: readonly Event[],
  turned: readonly TurnedValue[],
): TimelineEntry[] {
  const known = new Map<PartialDate, TurnedValue[]>();
  for (const value of turned) {
    if (value.turn !== "known") continue;
    known.set(value.date, [...(known.get(value.date) ?? []), value]);
  }
  const entries: TimelineEntry[] = [
    ...events.map((event) => ({ date: event.date, event })),
    ...turned
      .filter(({ turn }) => turn !== "known")
      .map((value) => ({ date: value.date, turned: value })),
    ...[...known].map(([date, values]) => ({ date, known: values })),
  ];
  return entries.sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1));
}

function getYear(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

function countBy<K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  keyOf: (item: T) => K,
): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const item of items) counts[keyOf(item)] += 1;
  return counts;
}
