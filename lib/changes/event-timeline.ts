import type { Ledger } from "../evidence/evidence-index";
import { EVENT_KINDS, type Event, type EventKind } from "../evidence/ledger-records";
import type { Moment } from "../evidence/resolve";
import { type Day, firstDay, type PartialDate } from "../time/day";
import type { ChangeKind } from "./change-kinds";
import { buildChangeLog, compareLogged, type LoggedChange } from "./change-log";

/** Groups of changes on the timeline, in the order of display. */
export const CHANGE_GROUPS = [
  "known",
  "up",
  "down",
  "slipped",
  "contradicted",
  "otherwise",
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

const GROUP_BY_KIND: Readonly<Partial<Record<ChangeKind, ChangeGroup>>> = {
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

/** A change of a displayed value, with the date of the claim that caused it, or since when a step of progress is reported. */
export interface DatedChange {
  readonly change: LoggedChange;
  readonly group: ChangeGroup;
  /** Year, month or day, as precise as the claim. */
  readonly date: PartialDate;
}

/**
 * The changes of displayed values from day to day, as known by one revision: those that a claim
 * caused, not those for lack of news. Always the same for the same moment.
 * @param zones slugs of the zones to include; absent: all
 * @returns latest first
 */
export function listDatedChanges(
  { facts, evidence }: Ledger,
  { asOf, revision }: Moment,
  zones?: ReadonlySet<string>,
): DatedChange[] {
  const included = facts.zones.filter(({ slug }) => zones?.has(slug) ?? true);
  // With one revision only, the log holds the changes of passing days and none of later revisions.
  const known = facts.revisions.filter(({ number }) => number === revision);
  const ledger = { facts: { ...facts, zones: included, revisions: known }, evidence };
  return buildChangeLog(ledger, asOf)
    .flatMap((change): DatedChange[] => {
      const group = GROUP_BY_KIND[change.kind];
      const { date, on } = change;
      return group ? [{ change, group, date: firstDay(date) === on ? date : on }] : [];
    })
    .sort(byDay);
}

const byDay = ({ change: a }: DatedChange, { change: b }: DatedChange): number =>
  a.on === b.on ? 0 : a.on > b.on ? -1 : 1;

/**
 * The changes of facts that were added to others, equal to `listDatedChanges` but for the revisions in entries of other
 * zones: only the changes of touched zones are listed again.
 * @param before the changes of the same day before the facts were added
 * @param touched slugs of the zones on which something was added
 */
export function continueDatedChanges(
  before: readonly DatedChange[],
  ledger: Ledger,
  moment: Moment,
  touched: ReadonlySet<string>,
): DatedChange[] {
  const own = listDatedChanges(ledger, moment, touched);
  const others = before.filter(({ change }) => !touched.has(change.zone));
  const compare = compareLogged(ledger.facts);
  return [...others, ...own].sort((a, b) => byDay(a, b) || compare(a.change, b.change));
}

/** The events up to a day that name one of some zones, and on request those that name none; latest first. */
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

/** The events and changes of one year. */
export interface TimelineYear {
  readonly year: number;
  readonly events: readonly Event[];
  readonly eventCounts: Readonly<Record<EventKind, number>>;
  readonly changes: readonly DatedChange[];
  readonly changeCounts: Readonly<Record<ChangeGroup, number>>;
}

/** Events and changes by year, for every year from the first to that of `asOf`, earliest first. */
export function groupByYear(
  events: readonly Event[],
  changes: readonly DatedChange[],
  asOf: Day,
): TimelineYear[] {
  const last = getYear(asOf);
  const first = [...events, ...changes].reduce(
    (least, { date }) => Math.min(least, getYear(date)),
    last,
  );
  return Array.from({ length: last - first + 1 }, (_, i): TimelineYear => {
    const year = first + i;
    const ofYear = <T extends { readonly date: PartialDate }>(items: readonly T[]) =>
      items.filter(({ date }) => getYear(date) === year);
    const [yearEvents, yearChanges] = [ofYear(events), ofYear(changes)];
    return {
      year,
      events: yearEvents,
      eventCounts: countBy(EVENT_KINDS, yearEvents, ({ kind }) => kind),
      changes: yearChanges,
      changeCounts: countBy(CHANGE_GROUPS, yearChanges, ({ group }) => group),
    };
  });
}

/** Years in their order, with those in a row that have neither events nor changes in one group. */
export function groupEmptyYears(
  years: readonly TimelineYear[],
): [TimelineYear, ...TimelineYear[]][] {
  const groups: [TimelineYear, ...TimelineYear[]][] = [];
  for (const year of years) {
    const last = groups.at(-1);
    if (last && isEmptyYear(last[0]) && isEmptyYear(year)) last.push(year);
    else groups.push([year]);
  }
  return groups;
}

/** Has a year neither events nor changes? */
export function isEmptyYear({ events, changes }: TimelineYear): boolean {
  return events.length + changes.length === 0;
}

/** One entry on a timeline of events and changes. */
export type TimelineEntry =
  | { readonly date: PartialDate; readonly event: Event }
  | { readonly date: PartialDate; readonly change: DatedChange }
  /** All values that became known on one date. */
  | { readonly date: PartialDate; readonly known: readonly DatedChange[] };

/** Events and changes in one list, latest first; on the same date events come first. */
export function buildTimeline(
  events: readonly Event[],
  changes: readonly DatedChange[],
): TimelineEntry[] {
  const known = new Map<PartialDate, DatedChange[]>();
  for (const change of changes) {
    if (change.group !== "known") continue;
    const values = known.get(change.date) ?? [];
    known.set(change.date, values);
    values.push(change);
  }
  const entries: TimelineEntry[] = [
    ...events.map((event) => ({ date: event.date, event })),
    ...changes
      .filter(({ group }) => group !== "known")
      .map((change) => ({ date: change.date, change })),
    ...[...known].map(([date, values]) => ({ date, known: values })),
  ];
  return entries.sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1));
}

/** One line of a timeline: an entry, or null for a year of which only the numbers are shown. */
export interface TimelineItem {
  readonly year: TimelineYear;
  readonly entry: TimelineEntry | null;
}

/**
 * The years that have anything, latest first, as one list of their entries.
 * @param withKnown gives what became known entries too; otherwise the numbers of the year count it
 */
export function listTimelineItems(
  years: readonly TimelineYear[],
  withKnown: boolean,
): TimelineItem[] {
  return [...years].reverse().flatMap((year): TimelineItem[] => {
    const { events, changes } = year;
    if (events.length + changes.length === 0) return [];
    const listed = withKnown ? changes : changes.filter(({ group }) => group !== "known");
    const entries = buildTimeline(events, listed);
    return (entries.length === 0 ? [null] : entries).map((entry) => ({ year, entry }));
  });
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
