import { fieldSpec } from "../catalogue/fields";
import type { Revision } from "../evidence/ledger-records";
import { type EvidenceIndex, isRegistered, type Ledger } from "../evidence/registry";
import { type Evidence, type Moment, resolve } from "../evidence/resolve";
import { listEffectiveDays } from "../evidence/source-date-corrections";
import { addDays, type Day, pakistanDay, startOfDay } from "../time/day";
import { buildFieldChange, type Change } from "./change";
import { compareChanges, type LedgerSubject, listSubjects } from "./changes";
import { listFieldChanges } from "./field-changes";
import { getAdmission, listAdmissionDays, listZoneChanges } from "./zone-changes";

/** A change as it came to be known. */
export interface LoggedChange extends Change {
  /** The moment from which it shows. */
  readonly moment: Moment;
  /** Instant from which it shows, ISO 8601 UTC: that of its revision, or the beginning of its day. */
  readonly at: string;
}

/** A moment of the past with the instant at which it began. */
interface Step {
  readonly moment: Moment;
  readonly at: string;
}

const BEFORE_ALL: Day = "0000-01-01";

/**
 * Everything that ever changed, one thing after the other, as somebody would have seen it who read
 * the registry all the time: days pass with what was known on them, and each revision changes what
 * is known on its day. Days before the first revision are told with what it knows. Nothing in it
 * changes later, so that a feed can be made of it: revisions and days only add to its end.
 * @param until the last day told
 * @returns the latest first
 */
export function buildChangeLog({ facts, evidence }: Ledger, until: Day): LoggedChange[] {
  const inOrder = compareChanges(facts);
  const path = new MomentPath(facts.revisions, until);
  return facts.zones
    .flatMap(({ slug }) => {
      const held = path.steps(listAdmissionDays(evidence, slug), listZoneRevisions(evidence, slug));
      return [
        ...compareSteps(held, (from, to) => listZoneChanges(evidence, slug, from, to)),
        ...listSubjects(facts, slug).flatMap((subject) => buildSubjectLog(evidence, subject, path)),
      ];
    })
    .filter(({ zone, moment, kind }) =>
      kind === "zone-removed" || kind === "approval-withdrawn"
        ? true
        : isRegistered(getAdmission(evidence, zone, moment)),
    )
    .sort((a, b) => (a.at === b.at ? inOrder(a, b) : a.at > b.at ? -1 : 1));
}

function buildSubjectLog(
  index: EvidenceIndex,
  subject: LedgerSubject,
  path: MomentPath,
): LoggedChange[] {
  return [...(index.get(subject.key) ?? [])].flatMap(([field, evidence]) => {
    const { freshFor } = fieldSpec(field);
    const days = listEffectiveDays(evidence).flatMap((day) =>
      freshFor === null ? [day] : [day, addDays(day, freshFor + 1)],
    );
    const state = (moment: Moment) => ({
      shown: resolve(fieldSpec(field), evidence, moment),
      moment,
    });
    return compareSteps(path.steps(days, listRevisions(evidence)), (from, to) =>
      listFieldChanges(field, state(from), state(to)).map((change) =>
        buildFieldChange({ zone: subject.zone, tenancy: subject.tenancy }, field, change),
      ),
    );
  });
}

/** What each step changes, after the one before it. */
function compareSteps(
  steps: readonly Step[],
  changes: (from: Moment, to: Moment) => readonly Change[],
): LoggedChange[] {
  return steps.flatMap(({ moment, at }, i) => {
    const from = steps[i - 1]?.moment ?? { asOf: BEFORE_ALL, knownOn: moment.knownOn };
    return changes(from, moment).map((change) => ({ ...change, moment, at }));
  });
}

/** The revisions that record, judge or date some claims. */
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

/** The moments through which the registry has gone. */
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

  /** The moments at which some days begin and some revisions are made, in order. */
  steps(days: readonly Day[], revisions: readonly number[]): Step[] {
    const begun = [...new Set(days)]
      .filter((day) => day <= this.until)
      .map((asOf) => ({
        moment: { asOf, knownOn: this.knownBefore(asOf) },
        at: startOfDay(asOf).toISOString(),
      }));
    const made = this.revisions
      .filter(({ number }) => number !== this.first && revisions.includes(number))
      .map(({ number, recordedAt }) => ({
        moment: { asOf: this.days.get(number) ?? this.until, knownOn: number },
        at: recordedAt,
      }))
      .filter(({ moment }) => moment.asOf <= this.until);
    return [...begun, ...made].sort((a, b) =>
      a.moment.asOf === b.moment.asOf
        ? a.moment.knownOn - b.moment.knownOn
        : a.moment.asOf < b.moment.asOf
          ? -1
          : 1,
    );
  }

  /** What was known when a day began; of the days before the first revision, what it knows. */
  private knownBefore(day: Day): number {
    const known = this.revisions.filter(({ number }) => (this.days.get(number) ?? day) < day);
    return known.at(-1)?.number ?? this.first;
  }
}
