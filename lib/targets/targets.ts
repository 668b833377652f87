import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import { type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { getStep } from "../catalogue/vocabularies";
import type { EvidenceIndex } from "../evidence/registry";
import { type Evidence, listActiveClaims, type Moment, resolve } from "../evidence/resolve";
import { effectiveDateAt } from "../evidence/source-date-corrections";
import { type Day, daysBetween, lastDay, monthsApart, type PartialDate } from "../time/day";

/** When each target is kept: once a field has reached a step. In the catalogue's order. */
export const KEPT_WHEN = {
  targetElectricity: { field: "electricity", atLeast: "available" },
  targetGas: { field: "gas", atLeast: "available" },
  targetPhaseOne: { field: "status", atLeast: "serviced" },
  targetOperational: { field: "status", atLeast: "partially-operational" },
} as const satisfies Partial<
  Record<ZoneFieldKey, { readonly field: ZoneFieldKey; readonly atLeast: string }>
>;

/** Key of a field whose values are promises. */
export type TargetKey = keyof typeof KEPT_WHEN;

/** The targets in the catalogue's order. */
export const TARGET_KEYS = Object.keys(KEPT_WHEN) as readonly TargetKey[];

/** What became of a promise by a day, in the order in which they are counted. */
export const PROMISE_STATES = ["kept", "kept-late", "missed", "not-known", "open"] as const;

/** Key of a promise's state. */
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Words for each state. */
export const PROMISE_STATE_WORDS: Readonly<
  Record<PromiseState, { label: string; definition: string }>
> = {
  kept: { label: "Kept", definition: "Reported done by the day it fell due." },
  "kept-late": {
    label: "Kept late",
    definition: "Reported done, first after the day it fell due.",
  },
  missed: { label: "Missed", definition: "A report from after the due day says less." },
  "not-known": { label: "Not known", definition: "Nothing was reported after the due day." },
  open: { label: "Open", definition: "Not due yet." },
};

/** What became of a promise by the day looked at. */
export type Outcome =
  | { readonly state: "open"; readonly daysLeft: number }
  | {
      readonly state: "kept";
      /** The first claim that says so. */
      readonly by: Evidence;
      /** Was it said to be done before it was promised? */
      readonly beforehand: boolean;
    }
  | {
      readonly state: "kept-late";
      readonly by: Evidence;
      readonly daysLate: number;
      /** Months of the calendar from the due month to the claim's. */
      readonly monthsLate: number;
    }
  | {
      readonly state: "missed";
      /** The latest claim from after the due day that says less. */
      readonly by: Evidence;
      readonly daysOverdue: number;
    }
  | { readonly state: "not-known"; readonly daysOverdue: number };

/** One promise of one target, as resolved among those made on its day. */
export interface PromiseMade {
  /** The claim that promises. */
  readonly evidence: Evidence;
  /** First day of the date on which it was made. */
  readonly madeOn: Day;
  /** Year, month or day that was promised. */
  readonly promised: PartialDate;
  /** Its last day. */
  readonly dueOn: Day;
  /** Months of the calendar from the due day promised before to this one; negative: earlier; null: the first promise. */
  readonly slip: number | null;
  readonly outcome: Outcome;
}

/** All promises of one target of one zone. */
export interface TargetPromises {
  readonly field: TargetKey;
  /** By the day on which they were made, the earliest first; never empty. */
  readonly promises: readonly PromiseMade[];
  /** Months from the first due day to the latest promise's; negative: earlier. */
  readonly totalSlip: number;
  /** How often it was promised anew. */
  readonly anew: number;
}

/** Counts of promises by state. */
export type PromiseCounts = Readonly<Record<PromiseState, number>>;

/**
 * The promises made of a zone by a moment and what became of them by its day; targets without a
 * promise are left out. A promise that was deprecated or retracted does not count.
 */
export function listTargets(
  index: EvidenceIndex,
  slug: string,
  moment: Moment,
): readonly TargetPromises[] {
  const claims = index.get(slug);
  return TARGET_KEYS.flatMap((field) => {
    const made = promisesMade(field, claims?.get(field) ?? [], moment);
    const reports = reportsOn(field, claims?.get(KEPT_WHEN[field].field) ?? [], moment);
    const promises = made.map(({ evidence, promised }, i): PromiseMade => {
      const dueOn = lastDay(promised);
      const before = made[i - 1];
      return {
        evidence,
        madeOn: evidence.effectiveOn,
        promised,
        dueOn,
        slip: before ? monthsApart(lastDay(before.promised), dueOn) : null,
        outcome: outcomeOf(field, evidence.effectiveOn, dueOn, reports, moment.asOf),
      };
    });
    const [first] = promises;
    const last = promises.at(-1);
    if (!first || !last) return [];
    const totalSlip = monthsApart(first.dueOn, last.dueOn);
    return [{ field, promises, totalSlip, anew: promises.length - 1 }];
  });
}

/** Counts promises by their states. */
export function countPromises(targets: Iterable<TargetPromises>): PromiseCounts {
  const counts: Record<PromiseState, number> = {
    kept: 0,
    "kept-late": 0,
    missed: 0,
    "not-known": 0,
    open: 0,
  };
  for (const { promises } of targets) {
    for (const { outcome } of promises) counts[outcome.state] += 1;
  }
  return counts;
}

/**
 * The promise of each day, earliest first. Days are resolved each by itself: which promise shows
 * today does not undo that another was made. A claim that no date is known promises nothing.
 */
function promisesMade(field: TargetKey, recorded: readonly Evidence[], moment: Moment) {
  const evidence = recorded.map((item) => effectiveDateAt(item, moment.knownOn));
  const days = [...new Set(evidence.map(({ effectiveOn }) => effectiveOn))].sort();
  return days.flatMap((day) => {
    const ofDay = evidence.filter(({ effectiveOn }) => effectiveOn === day);
    const shown = resolve(fieldSpec(field), ofDay, moment);
    return shown.evidence && typeof shown.value === "string"
      ? [{ evidence: shown.evidence, promised: shown.value }]
      : [];
  });
}

/** The claims that count on what was promised, the earliest first: neither set aside nor deprecated. */
function reportsOn(field: TargetKey, evidence: readonly Evidence[], moment: Moment): Evidence[] {
  const shown = resolve(fieldSpec(KEPT_WHEN[field].field), evidence, moment);
  return listActiveClaims(shown).sort((a, b) =>
    a.effectiveOn < b.effectiveOn || (a.effectiveOn === b.effectiveOn && a.claim.id < b.claim.id)
      ? -1
      : 1,
  );
}

function outcomeOf(
  field: TargetKey,
  madeOn: Day,
  dueOn: Day,
  reports: readonly Evidence[],
  asOf: Day,
): Outcome {
  const by = reports.find(({ claim }) => reaches(field, claim.value));
  if (by && by.effectiveOn <= dueOn) {
    return { state: "kept", by, beforehand: by.effectiveOn < madeOn };
  }
  if (asOf <= dueOn) return { state: "open", daysLeft: daysBetween(asOf, dueOn) };
  if (by) {
    return {
      state: "kept-late",
      by,
      daysLate: daysBetween(dueOn, by.effectiveOn),
      monthsLate: monthsApart(dueOn, by.effectiveOn),
    };
  }
  const daysOverdue = daysBetween(dueOn, asOf);
  const less = reports.findLast(
    ({ claim, effectiveOn }) => effectiveOn > dueOn && saysLess(claim.value),
  );
  return less ? { state: "missed", by: less, daysOverdue } : { state: "not-known", daysOverdue };
}

function reaches(field: TargetKey, value: FieldValue): boolean {
  const { field: key, atLeast } = KEPT_WHEN[field];
  const spec = fieldSpec(key);
  if (spec.kind !== "choice") return false;
  const step = getStep(spec.vocabulary, value);
  const least = getStep(spec.vocabulary, atLeast);
  return step !== null && least !== null && step >= least;
}

/** Of a value that does not reach the promise: "not known" and "not needed" say nothing against it. */
function saysLess(value: FieldValue): boolean {
  return value !== null && value !== NOT_APPLICABLE;
}
