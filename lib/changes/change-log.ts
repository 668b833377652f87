import { fieldSpec } from "../catalogue/fields";
import type { EvidenceIndex, Ledger } from "../evidence/evidence-index";
import type { Facts, Revision } from "../evidence/ledger-records";
import { isRegistered } from "../evidence/registry";
import type { Moment } from "../evidence/resolve";
import { isShownAt } from "../evidence/retirement";
import { sortByKey } from "../evidence/sort-by-key";
import { listEffectiveDays } from "../evidence/source-versions";
import { addDays, type Day, pakistanDay, startOfDay } from "../time/day";
import { buildFieldChange, type Change } from "./change";
import {
  type LedgerSubject,
  listEvidenceRevisions,
  listSearches,
  listSubjects,
  placeChanges,
  readFieldStates,
  readHistory,
} from "./changes";
import { listFieldChanges } from "./field-changes";
import { getAdmission, listAdmissionDays, listZoneChanges } from "./zone-changes";

/** A change and the moment at which it became visible. */
export interface LoggedChange extends Change {
  readonly moment: Moment;
  /** The instant of its revision or of the start of its day, ISO 8601 UTC. */
  readonly at: string;
}

/** A moment and the instant at which it began. */
interface Step {
  readonly moment: Moment;
  readonly at: string;
}

const BEFORE_ALL: Day = "0000-01-01";

/**
 * Every change so far, as a reader who always watched the registry would have seen it: each day at the
 * revision known on it, and each revision on its day. Days before the first revision use the first
 * revision. Later days and revisions only add entries, so a feed can be made of it.
 * @param until the last day to include
 * @returns latest first
 */
export function buildChangeLog({ facts, evidence }: Ledger, until: Day): LoggedChange[] {
  const path = new MomentPath(facts.revisions, until);
  const log: LoggedChange[] = [];
  for (const zone of facts.zones) {
    if (!isShownAt(zone, { asOf: until, revision: facts.revision })) continue;
    const isShown = readRegistration(evidence, zone.slug);
    const keep = (changes: readonly LoggedChange[]) => {
      for (const change of changes)
        if (LEAVES.has(change.kind) || isShown(change.moment)) log.push(change);
    };
    const steps = path.steps(
      listAdmissionDays(evidence, zone.slug),
      listZoneRevisions(evidence, zone.slug),
    );
    keep(compareSteps(steps, (from, to) => listZoneChanges(evidence, zone.slug, from, to)));
    for (const subject of listSubjects(facts, zone.slug)) {
      keep(buildSubjectLog(evidence, subject, path));
    }
  }
  const place = placeChanges(facts);
  return sortByKey(log, (change) => [-Date.parse(change.at), ...place(change)]);
}

const byInstant = (a: Logged, b: Logged): number => (a.at === b.at ? 0 : a.at > b.at ? -1 : 1);

type Logged = Pick<LoggedChange, "zone" | "on" | "at">;

/** A comparison function: the order of the log, in which the changes of one zone and day are equal. */
export function compareLogged({ zones }: Facts): (a: Logged, b: Logged) => number {
  const orders = new Map(zones.map(({ slug, order }) => [slug, order]));
  const byDay = (a: Logged, b: Logged) => (a.on === b.on ? 0 : a.on > b.on ? -1 : 1);
  return (a, b) =>
    byInstant(a, b) || byDay(a, b) || (orders.get(a.zone) ?? 0) - (orders.get(b.zone) ?? 0);
}

/**
 * The log of facts that were added to others on the same day, equal to `buildChangeLog`: only the changes of touched zones are
 * listed again.
 * @param before the log before the facts were added, as it was made or with more in each entry
 * @param touched slugs of the zones on which something was added
 * @param list makes entries like those of before
 */
export function continueChangeLog<C extends Logged>(
  before: readonly C[],
  { facts, evidence }: Ledger,
  until: Day,
  touched: ReadonlySet<string>,
  list: (changes: readonly LoggedChange[]) => readonly C[],
): C[] {
  const zones = facts.zones.filter(({ slug }) => touched.has(slug));
  const log = buildChangeLog({ facts: { ...facts, zones }, evidence }, until);
  const others = before.filter(({ zone }) => !touched.has(zone));
  return [...others, ...list(log)].sort(compareLogged(facts));
}

/** The changes after which a zone may not be in the registry any more. */
const LEAVES: ReadonlySet<string> = new Set(["zone-removed", "approval-withdrawn"]);

/** A function that says whether a zone is in the registry at a moment. */
function readRegistration(index: EvidenceIndex, zone: string): (moment: Moment) => boolean {
  const known = new Map<string, boolean>();
  return (moment) => {
    const key = `${moment.asOf} ${moment.revision}`;
    const is = known.get(key) ?? isRegistered(getAdmission(index, zone, moment));
    known.set(key, is);
    return is;
  };
}

function buildSubjectLog(
  index: EvidenceIndex,
  subject: LedgerSubject,
  path: MomentPath,
): LoggedChange[] {
  return subject.fields.flatMap((field) => {
    const history = readHistory(index, subject, field);
    const { evidence } = history;
    if (evidence.length === 0) return [];
    const { freshFor } = fieldSpec(field);
    // A value becomes stale with its age, and when a search shows that there is no news.
    const searches = freshFor === null ? [] : listSearches(index, subject.zone);
    const own = listEffectiveDays(evidence);
    const aged = freshFor === null ? [] : own.map((day) => addDays(day, freshFor + 1));
    const days = [...own, ...aged, ...listEffectiveDays(searches)];
    const state = keepLast(readFieldStates(field, history, searches));
    const revisions = listEvidenceRevisions([...evidence, ...searches]);
    return compareSteps(path.steps(days, revisions), (from, to) =>
      listFieldChanges(field, state(from), state(to)).map((change) =>
        buildFieldChange({ zone: subject.zone, tenancy: subject.tenancy }, field, change),
      ),
    );
  });
}

/** Each step begins where the one before it ended: what was worked out for a moment is used twice. */
function keepLast<T>(read: (moment: Moment) => T): (moment: Moment) => T {
  let last: { readonly moment: Moment; readonly made: T } | null = null;
  return (moment) => {
    if (last?.moment !== moment) last = { moment, made: read(moment) };
    return last.made;
  };
}

/** The changes of each step from the one before it. */
function compareSteps(
  steps: readonly Step[],
  changes: (from: Moment, to: Moment) => readonly Change[],
): LoggedChange[] {
  return steps.flatMap(({ moment, at }, i) => {
    const from = steps[i - 1]?.moment ?? { asOf: BEFORE_ALL, revision: moment.revision };
    return changes(from, moment).map((change) => ({ ...change, moment, at }));
  });
}

function listZoneRevisions(index: EvidenceIndex, zone: string): number[] {
  return listEvidenceRevisions([...(index.get(zone)?.values() ?? [])].flat());
}

/** The sequence of moments of the registry. */
class MomentPath {
  /** The moment of each revision after the first, up to the last day. */
  private readonly recorded: ReadonlyMap<number, Step>;
  /** The days of revisions, in order, and those revisions. */
  private readonly days: readonly Day[];

  constructor(
    private readonly revisions: readonly Revision[],
    private readonly until: Day,
  ) {
    this.days = revisions.map(({ recordedAt }) => pakistanDay(new Date(recordedAt)));
    const steps = revisions.map(({ number, recordedAt }, i): Step => {
      return { moment: { asOf: this.days[i] ?? until, revision: number }, at: recordedAt };
    });
    const later = steps.slice(1).filter(({ moment }) => moment.asOf <= until);
    this.recorded = new Map(later.map((step) => [step.moment.revision, step]));
  }

  /** The moments at the start of some days and at some revisions, in order. */
  steps(days: readonly Day[], revisions: readonly number[]): Step[] {
    const dayStarts = [...new Set(days)]
      .filter((day) => day <= this.until)
      .map((asOf) => ({
        moment: { asOf, revision: this.knownBefore(asOf) },
        at: startOfDay(asOf).toISOString(),
      }));
    const recorded = [...new Set(revisions)].flatMap((number) => this.recorded.get(number) ?? []);
    return [...dayStarts, ...recorded].sort((a, b) =>
      a.moment.asOf === b.moment.asOf
        ? a.moment.revision - b.moment.revision
        : a.moment.asOf < b.moment.asOf
          ? -1
          : 1,
    );
  }

  /** The last revision before a day began; the first revision for earlier days. */
  private knownBefore(day: Day): number {
    const after = findFirst(this.days, (one) => one >= day);
    return this.revisions.at(Math.max(0, after - 1))?.number ?? 0;
  }
}

/** The first place at which a condition holds that holds from some place on; the length where it never does. */
function findFirst<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) to = middle;
    else from = middle + 1;
  }
  return from;
}
