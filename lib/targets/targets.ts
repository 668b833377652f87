import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { getStep } from "../catalogue/vocabularies";
import type { EvidenceIndex } from "../evidence/evidence-index";
import type { ZoneRecord } from "../evidence/registry";
import {
  type Evidence,
  listActiveClaims,
  listClaims,
  type Moment,
  resolve,
} from "../evidence/resolve";
import { effectiveDateAt } from "../evidence/source-versions";
import { type Day, daysBetween, lastDay, monthsApart, type PartialDate } from "../time/day";

/** The step that a field must reach for each target to be met, in the catalogue's order. */
export const TARGET_CONDITIONS = {
  targetElectricity: { field: "electricity", atLeast: "available" },
  targetGas: { field: "gas", atLeast: "available" },
  targetPhaseOne: { field: "status", atLeast: "serviced" },
  targetOperational: { field: "status", atLeast: "partially-operational" },
} as const satisfies Partial<
  Record<ZoneFieldKey, { readonly field: ZoneFieldKey; readonly atLeast: string }>
>;

/** Key of a field whose values are target dates. */
export type TargetKey = keyof typeof TARGET_CONDITIONS;

/** The keys of target fields in the catalogue's order. */
export const TARGET_KEYS = Object.keys(TARGET_CONDITIONS) as readonly TargetKey[];

/** States of a target on a day, in the order of display. */
export const TARGET_STATES = ["kept", "kept-late", "missed", "not-known", "open"] as const;

export type TargetState = (typeof TARGET_STATES)[number];

/** The state of a target on the selected day, and the claim that decides it. */
export type Outcome =
  | { readonly state: "open"; readonly daysLeft: number }
  | {
      readonly state: "kept";
      /** The first claim that reports it done. */
      readonly by: Evidence;
      /** Was it reported done before the target was set? */
      readonly beforehand: boolean;
    }
  | {
      readonly state: "kept-late";
      readonly by: Evidence;
      readonly daysLate: number;
      /** Calendar months from the due month to the claim's. */
      readonly monthsLate: number;
    }
  | {
      readonly state: "missed";
      /** The latest claim after the due day that reports less. */
      readonly by: Evidence;
      readonly daysOverdue: number;
    }
  | { readonly state: "not-known"; readonly daysOverdue: number };

/** One announced target date; where several were announced on a day, the one that resolution prefers. */
export interface Target {
  /** The claim that announces it. */
  readonly evidence: Evidence;
  /** The first day of the date on which it was announced. */
  readonly madeOn: Day;
  /** Year, month or day. */
  readonly targetDate: PartialDate;
  /** The last day of the target date. */
  readonly dueOn: Day;
  /** Calendar months from the previous due day to this one; negative: earlier; null: the first target. */
  readonly slip: number | null;
  readonly outcome: Outcome;
}

/** All targets of one field of one zone. */
export interface TargetHistory {
  readonly field: TargetKey;
  /** By the day of announcement, earliest first; never empty. */
  readonly targets: readonly Target[];
  /** Calendar months from the first due day to that of the latest target; negative: earlier. */
  readonly totalSlip: number;
  /** How often a new target replaced the previous one. */
  readonly renewals: number;
}

/** Counts of targets by state. */
export type TargetCounts = Readonly<Record<TargetState, number>>;

/**
 * The targets of a zone as known at a moment, with their states on its day; fields without a target
 * are left out. Deprecated and withdrawn claims do not count.
 */
export function listTargetHistories(
  index: EvidenceIndex,
  slug: string,
  moment: Moment,
): readonly TargetHistory[] {
  const claims = index.get(slug);
  return TARGET_KEYS.flatMap((field) => {
    const announced = resolveTargets(field, claims?.get(field) ?? [], moment);
    const reports = listReports(field, claims?.get(TARGET_CONDITIONS[field].field) ?? [], moment);
    const targets = announced.map(({ evidence, targetDate }, i): Target => {
      const dueOn = lastDay(targetDate);
      const before = announced[i - 1];
      return {
        evidence,
        madeOn: evidence.effectiveOn,
        targetDate,
        dueOn,
        slip: before ? monthsApart(lastDay(before.targetDate), dueOn) : null,
        outcome: getOutcome(field, evidence.effectiveOn, dueOn, reports, moment.asOf),
      };
    });
    const [first] = targets;
    const last = targets.at(-1);
    if (!first || !last) return [];
    const totalSlip = monthsApart(first.dueOn, last.dueOn);
    return [{ field, targets, totalSlip, renewals: targets.length - 1 }];
  });
}

/** A target that was met or missed, with the date on which that happened. */
export interface PastTarget {
  /** Slug of the zone. */
  readonly zone: string;
  readonly field: TargetKey;
  readonly target: Target;
  /** Of the report that it is met; otherwise when it was due. */
  readonly date: PartialDate;
  /** Of the report that decides its outcome. */
  readonly sourceId: string;
}

/**
 * The targets of some zones that were met or missed. One date that was set several times is one target. Left out are those
 * that were reported done before they were set, and those of which nobody reports: a due day that passes in silence is no news.
 */
export function listPastTargets(
  index: EvidenceIndex,
  zones: Iterable<string>,
  moment: Moment,
): PastTarget[] {
  return [...zones].flatMap((zone) =>
    listTargetHistories(index, zone, moment).flatMap(({ field, targets }) =>
      [...new Map(targets.map((target) => [target.targetDate, target])).values()].flatMap(
        (target): PastTarget[] => {
          const { outcome, targetDate } = target;
          if (!("by" in outcome) || (outcome.state === "kept" && outcome.beforehand)) return [];
          const date = outcome.state === "missed" ? targetDate : outcome.by.date;
          return [{ zone, field, target, date, sourceId: outcome.by.claim.sourceId }];
        },
      ),
    ),
  );
}

/** Counts the targets of some histories by state. */
export function countTargets(histories: Iterable<TargetHistory>): TargetCounts {
  const counts: Record<TargetState, number> = {
    kept: 0,
    "kept-late": 0,
    missed: 0,
    "not-known": 0,
    open: 0,
  };
  for (const { targets } of histories) {
    for (const { outcome } of targets) counts[outcome.state] += 1;
  }
  return counts;
}

/**
 * The target announced on each day, earliest first. Each day is resolved by itself, so that a later
 * target does not remove an earlier one. A claim of "not known" is no target.
 */
function resolveTargets(field: TargetKey, recorded: readonly Evidence[], moment: Moment) {
  const evidence = recorded.map((item) => effectiveDateAt(item, moment.revision));
  const days = [...new Set(evidence.map(({ effectiveOn }) => effectiveOn))].sort();
  return days.flatMap((day) => {
    const ofDay = evidence.filter(({ effectiveOn }) => effectiveOn === day);
    const shown = resolve(fieldSpec(field), ofDay, moment);
    return shown.evidence && typeof shown.value === "string"
      ? [{ evidence: shown.evidence, targetDate: shown.value }]
      : [];
  });
}

/** The active claims on the field of the condition, earliest first. */
function listReports(field: TargetKey, evidence: readonly Evidence[], moment: Moment): Evidence[] {
  const shown = resolve(fieldSpec(TARGET_CONDITIONS[field].field), evidence, moment);
  return listActiveClaims(shown).sort((a, b) =>
    a.effectiveOn < b.effectiveOn || (a.effectiveOn === b.effectiveOn && a.claim.id < b.claim.id)
      ? -1
      : 1,
  );
}

function getOutcome(
  field: TargetKey,
  madeOn: Day,
  dueOn: Day,
  reports: readonly Evidence[],
  asOf: Day,
): Outcome {
  const by = reports.find(({ claim }) => meetsCondition(field, claim.value));
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
  const report = reports.findLast(
    ({ claim, effectiveOn }) => effectiveOn > dueOn && countsAgainst(claim.value),
  );
  return report
    ? { state: "missed", by: report, daysOverdue }
    : { state: "not-known", daysOverdue };
}

function meetsCondition(field: TargetKey, value: FieldValue): boolean {
  const { field: key, atLeast } = TARGET_CONDITIONS[field];
  const spec = fieldSpec(key);
  if (spec.kind !== "choice") return false;
  const step = getStep(spec.vocabulary, value);
  const least = getStep(spec.vocabulary, atLeast);
  return step !== null && least !== null && step >= least;
}

/** Is a value below the target evidence against it? "Not known" and "not applicable" are not. */
function countsAgainst(value: FieldValue): boolean {
  return value !== null && value !== NOT_APPLICABLE;
}

/** The targets of a zone, from its record, which holds no withdrawn claims. */
export function getZoneTargets(
  { slug, fields }: Pick<ZoneRecord, "slug" | "fields">,
  moment: Moment,
): readonly TargetHistory[] {
  const index: EvidenceIndex = new Map([
    [slug, new Map(ZONE_FIELD_KEYS.map((key) => [key, listClaims(fields[key])] as const))],
  ]);
  return listTargetHistories(index, slug, moment);
}
