import { fieldSpec } from "../catalogue/fields";
import { type EvidenceIndex, type Ledger, subjectKey } from "../evidence/evidence-index";
import { EVENT_KINDS, type Event } from "../evidence/ledger-records";
import type { Moment } from "../evidence/resolve";
import type { PastTarget } from "../targets/targets";
import { type Day, firstDay, type PartialDate } from "../time/day";
import { CHANGE_TOPICS, type ChangeKind } from "./change-kinds";
import { buildChangeLog, compareLogged, type LoggedChange } from "./change-log";

/** Groups of changes among what happened, in the order of display. */
export const CHANGE_GROUPS = ["progress", "setback", "target", "other"] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** Kinds of what happened, in the order of display: those of events, then the groups of changes. */
export const NEWS_KINDS = [...EVENT_KINDS, ...CHANGE_GROUPS] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

const GROUP_BY_KIND: Readonly<Record<(typeof CHANGE_TOPICS.happened)[number], ChangeGroup>> = {
  "approval-evidenced": "progress",
  "moved-up": "progress",
  "approval-withdrawn": "setback",
  "moved-down": "setback",
  "slipped-later": "target",
  "slipped-earlier": "target",
  changed: "other",
};

/**
 * The group of a change that happened; null: it only became known, disputed or silent. A target that is first set happened.
 * A lower value, or an end such as "closed" of what has steps, is a setback where its source says that the value fell;
 * otherwise two reports differ.
 */
function getGroup(change: LoggedChange, evidence: EvidenceIndex): ChangeGroup | null {
  const { kind, field, zone, tenancy, claimId } = change;
  const isStep = field !== null && fieldSpec(field).behaviour === "ordered";
  if (field !== null && (kind === "moved-down" || (kind === "changed" && isStep))) {
    const claims = evidence.get(subjectKey(zone, tenancy?.id ?? null))?.get(field) ?? [];
    return claims.some(({ claim }) => claim.id === claimId && claim.decline) ? "setback" : "other";
  }
  const isTarget = field !== null && fieldSpec(field).group === "targets";
  if (kind === "first-known" && isTarget) return "target";
  return isHappened(kind) ? GROUP_BY_KIND[kind] : null;
}

function isHappened(kind: ChangeKind): kind is keyof typeof GROUP_BY_KIND {
  return CHANGE_TOPICS.happened.some((one) => one === kind);
}

/** A change of a displayed value, with the date of the claim that caused it, or since when a step of progress is reported. */
export interface DatedChange {
  readonly change: LoggedChange;
  readonly group: ChangeGroup;
  /** Year, month or day, as precise as the claim. */
  readonly date: PartialDate;
}

/**
 * What happened to displayed values from day to day, as known by one revision. Always the same for the same moment.
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
      const group = getGroup(change, evidence);
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

/** One thing that happened: an event, a change of a value, or a target that was met or missed. */
export type NewsItem = { readonly date: PartialDate; readonly kind: NewsKind } & (
  | { readonly event: Event }
  | { readonly change: LoggedChange }
  | { readonly target: PastTarget }
);

/** Everything that happened in one list, latest first; of one date events first, then changes, then targets. */
export function listNewsItems(
  events: readonly Event[],
  changes: readonly DatedChange[],
  targets: readonly PastTarget[],
): NewsItem[] {
  const items: NewsItem[] = [
    ...events.map((event) => ({ date: event.date, kind: event.kind, event })),
    ...changes.map(({ date, group, change }) => ({ date, kind: group, change })),
    ...targets.map((target) => ({ date: target.date, kind: "target" as const, target })),
  ];
  return items.sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1));
}

/** What happened in one year. */
export interface NewsYear {
  readonly year: number;
  readonly items: readonly NewsItem[];
  readonly counts: Readonly<Record<NewsKind, number>>;
}

/** The year of a date. */
export function yearOf({ date }: Pick<NewsItem, "date">): number {
  return Number(date.slice(0, 4));
}

/** What happened by year, for every year from the first to that of `asOf`, earliest first. */
export function groupByYear(items: readonly NewsItem[], asOf: Day): NewsYear[] {
  const last = Number(asOf.slice(0, 4));
  const first = items.reduce((least, item) => Math.min(least, yearOf(item)), last);
  return Array.from({ length: last - first + 1 }, (_, i): NewsYear => {
    const ofYear = items.filter((item) => yearOf(item) === first + i);
    return { year: first + i, items: ofYear, counts: countNews(ofYear) };
  });
}

/** How many items there are of each kind. */
export function countNews(items: readonly NewsItem[]): Record<NewsKind, number> {
  const counts = Object.fromEntries(NEWS_KINDS.map((kind) => [kind, 0])) as Record<
    NewsKind,
    number
  >;
  for (const { kind } of items) counts[kind] += 1;
  return counts;
}

/** Years in their order, with those in a row in which nothing happened in one group. */
export function groupEmptyYears(years: readonly NewsYear[]): [NewsYear, ...NewsYear[]][] {
  const groups: [NewsYear, ...NewsYear[]][] = [];
  for (const year of years) {
    const last = groups.at(-1);
    if (last?.[0].items.length === 0 && year.items.length === 0) last.push(year);
    else groups.push([year]);
  }
  return groups;
}
