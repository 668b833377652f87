import { fieldSpec } from "../catalogue/fields";
import type { Revision } from "../evidence/ledger-records";
import { type EvidenceIndex, isRegistered, type Ledger } from "../evidence/registry";
import type { Evidence, Moment } from "../evidence/resolve";
import { isShownAt } from "../evidence/retirement";
import { listEffectiveDays } from "../evidence/source-date-corrections";
import { addDays, type Day, pakistanDay, startOfDay } from "../time/day";
import { buildFieldChange, type Change } from "./change";
import {
  compareChanges,
  type LedgerSubject,
  listSearches,
  listSubjects,
  readFieldStates,
} from "./changes";
import { listFieldChanges } from "./field-changes";
import { getAdmission, listAdmissionDays, listZoneChanges } from "./zone-changes";

/** A change and the moment at which it became visible. */
interface LoggedChange extends Change {
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
  const compare = compareChanges(facts);
  const path = new MomentPath(facts.revisions, until);
  return facts.zones
    .filter((zone) => isShownAt(zone, { asOf: until, revision: facts.revision }))
    .flatMap(({ slug }) => {
      const steps = path.steps(
        listAdmissionDays(evidence, slug),
        listZoneRevisions(evidence, slug),
      );
      return [
        ...compareSteps(steps, (from, to) => listZoneChanges(evidence, slug, from, to)),
        ...listSubjects(facts, slug).flatMap((subject) => buildSubjectLog(evidence, subject, path)),
      ];
    })
    .filter(({ zone, moment, kind }) =>
      kind === "zone-removed" || kind === "approval-withdrawn"
        ? true
        : isRegistered(getAdmission(evidence, zone, moment)),
    )
    .sort((a, b) => (a.at === b.at ? compare(a, b) : a.at > b.at ? -1 : 1));
}

function buildSubjectLog(
  index: EvidenceIndex,
  subject: LedgerSubject,
  path: MomentPath,
): LoggedChange[] {
  return [...(index.get(subject.key) ?? [])].flatMap(([field, evidence]) => {
    const { freshFor } = fieldSpec(field);
    // A value becomes stale with its age, and when a search shows that there is no news.
    const searches = freshFor === null ? [] : listSearches(index, subject.zone);
    const own = listEffectiveDays(evidence);
    const aged = freshFor === null ? [] : own.map((day) => addDays(day, freshFor + 1));
    const days = [...own, ...aged, ...listEffectiveDays(searches)];
    const state = readFieldStates(field, evidence, searches);
    const revisions = listRevisions([...evidence, ...searches]);
    return compareSteps(path.steps(days, revisions), (from, to) =>
      listFieldChanges(field, state(from), state(to)).map((change) =>
        buildFieldChange({ zone: subject.zone, tenancy: subject.tenancy }, field, change),
      ),
    );
  });
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

/** The revisions that recorded claims, decided on them or corrected their dates. */
function listRevisions(evidence: readonly Evidence[]): number[] {
  return evidence.flatMap(({ claim, decisions, corrections = [] }) => [
    claim.revision,
    ...decisions.map(({ revision }) => revision),
    ...corrections.map(({ revision }) => revision),
  ]);
}

function listZoneRevisions(index: EvidenceIndex, zone: string): number[] {
  return listRevisions([...(index.get(zone)?.values() ?? [])].flat());
}

/** The sequence of moments of the registry. */
class MomentPath {
  private readonly days: ReadonlyMap<number, Day>;
  private readonly first: number;

  constructor(
    private readonly revisions: readonly Revision[],
    private readonly until: Day,
  ) {
    this.days = new Map(revisions.map((r) => [r.number, pakistanDay(new Date(r.recordedAt))]));
    this.first = revisions[0]?.number ?? 0;
  }

  /** The moments at the start of some days and at some revisions, in order. */
  steps(days: readonly Day[], revisions: readonly number[]): Step[] {
    const dayStarts = [...new Set(days)]
      .filter((day) => day <= this.until)
      .map((asOf) => ({
        moment: { asOf, revision: this.knownBefore(asOf) },
        at: startOfDay(asOf).toISOString(),
      }));
    const recorded = this.revisions
      .filter(({ number }) => number !== this.first && revisions.includes(number))
      .map(({ number, recordedAt }) => ({
        moment: { asOf: this.days.get(number) ?? this.until, revision: number },
        at: recordedAt,
      }))
      .filter(({ moment }) => moment.asOf <= this.until);
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
    const known = this.revisions.filter(({ number }) => (this.days.get(number) ?? day) < day);
    return known.at(-1)?.number ?? this.first;
  }
}
