import type { ZoneFieldKey, ZoneValues } from "@/lib/catalogue/fields";
import {
  getStep,
  VOCABULARIES,
  type Vocabulary,
  type VocabularyKey,
} from "@/lib/catalogue/vocabularies";
import { type Evidence, listActiveClaims, type Resolution } from "@/lib/evidence/resolve";
import type { Ladder } from "@/lib/query/ladder-funnel";
import { getFullCount } from "@/lib/readiness/scale";
import type { Text } from "./text";

/**
 * The state of one rung. `now`: the displayed value. `confirmed`: passed, with a dated source.
 * `assumed`: passed, as a higher rung is reached, but no source shows it. `ahead`: not reached.
 * `unknown`: nothing is known, or the value is beside the ladder and no source shows this rung.
 */
export type RungState = "now" | "confirmed" | "assumed" | "ahead" | "unknown";

/** One rung of a ladder. */
export interface LadderRung {
  readonly value: string;
  readonly label: string;
  readonly state: RungState;
  /** The earliest active claim for this rung; null where there is none. */
  readonly first: Evidence | null;
  /** The date of `first`; for a claim on the day of approval, that day. */
  readonly date: string | null;
  /** The reports of this rung that are not used. */
  readonly unused: number;
  /** For a rung ahead: what is missing, in a few words; null where nothing can be named. */
  readonly missing: string | null;
}

/** A zone or a firm on a ladder: its rungs, and the value beside them (stalled, exited, …) where it has one. */
interface Climb {
  readonly rungs: readonly LadderRung[];
  readonly aside: { readonly value: string; readonly label: string } | null;
}

/**
 * The rungs of a ladder for one zone.
 * @param resolution the displayed value of the ladder's field
 * @param values the zone's values, which show what is missing
 * @param approval the displayed value of `approvedOn`, which dates the rung "approved"; null for other ladders
 */
export function getZoneClimb(
  text: Text,
  ladder: Ladder,
  resolution: Resolution,
  values: ZoneValues,
  approval: Resolution | null = null,
): Climb {
  return getClimb(text, ladder, resolution, {
    getEvidence: (rung) => (rung === "approved" ? (approval?.evidence ?? null) : null),
    describeMissing: (rung) =>
      ladder === "legalStatus"
        ? describeMissingStep(text, rung, values)
        : describeMissingProgress(text, rung, values),
  });
}

interface ClimbOptions {
  /** Evidence that dates a rung better than the claims on the ladder; null where there is none. */
  readonly getEvidence?: (rung: string) => Evidence | null;
  /** What is missing for a rung ahead; null where nothing can be named. */
  readonly describeMissing?: (rung: string) => string | null;
}

/**
 * The rungs of any ladder. Claims that are not used do not count. A rung ahead that an active claim
 * names is contradicted, not reached.
 * @param resolution the displayed value of the ladder's field
 */
export function getClimb(
  text: Text,
  ladder: VocabularyKey,
  resolution: Resolution,
  options: ClimbOptions = {},
): Climb {
  const { steps, asides }: Vocabulary = VOCABULARIES[ladder];
  const active = listActiveClaims(resolution);
  const now = getStep(ladder, resolution.value);
  const aside = asides.find(({ value }) => value === resolution.value) ?? null;
  // Beside the ladder, only the rungs that a source shows are passed.
  const highest = Math.max(-1, ...active.map(({ claim }) => getStep(ladder, claim.value) ?? -1));
  const reached = now ?? (aside ? highest : -1);

  const rungs = steps.map(({ value }, step): LadderRung => {
    const first = getEarliest(
      active.filter(({ claim }) => claim.value === value),
      options.getEvidence?.(value) ?? null,
    );
    const state = getState(step, { now, reached, shown: first !== null });
    const unused = resolution.rivals.filter(
      ({ standing, evidence }) => standing !== "live" && evidence.claim.value === value,
    ).length;
    return {
      value,
      label: text.termLabel(ladder, value),
      state,
      first,
      date: first && getRungDate(first),
      unused,
      missing:
        state !== "ahead"
          ? null
          : first !== null
            ? text.t("ledger.rung.contradicted")
            : describeAhead(text, options.describeMissing?.(value) ?? null, unused),
    };
  });
  return {
    rungs,
    aside: aside && { value: aside.value, label: text.termLabel(ladder, aside.value) },
  };
}

/** What is missing for a rung ahead, and that reports of it are not used. */
function describeAhead({ t }: Text, missing: string | null, unused: number): string | null {
  if (unused === 0) return missing;
  return missing === null
    ? t("common.count.unusedReports", { count: unused })
    : t("ledger.rung.missingAndUnused", { missing, count: unused });
}

function getState(
  step: number,
  { now, reached, shown }: { now: number | null; reached: number; shown: boolean },
): RungState {
  if (step === now) return "now";
  if (step <= reached) return shown ? "confirmed" : "assumed";
  return now === null ? "unknown" : "ahead";
}

/** The claim that dates a rung: the one on the date itself, else the earliest for the rung. */
function getEarliest(claims: readonly Evidence[], dated: Evidence | null): Evidence | null {
  if (dated?.claim.value) return dated;
  return claims.reduce<Evidence | null>(
    (first, claim) => (first && first.effectiveOn <= claim.effectiveOn ? first : claim),
    null,
  );
}

function getRungDate({ claim, date }: Evidence): string {
  return claim.field === "approvedOn" && typeof claim.value === "string" ? claim.value : date;
}

function describeMissingStep(text: Text, rung: string, values: ZoneValues): string | null {
  switch (rung) {
    case "applied":
      return text.t("ledger.missing.application");
    case "approved":
      return text.t("common.approval.notConfirmed");
    case "notified":
      return text.t("ledger.missing.notification");
    case "developer-bound":
      return values.developmentAgreement === null
        ? text.t("ledger.missing.agreement")
        : text.t("ledger.missing.agreementState", {
            state: getIndicatorState(text, "developmentAgreement", values),
          });
    default:
      return null;
  }
}

function describeMissingProgress(text: Text, rung: string, values: ZoneValues): string | null {
  const producing = values.enterprisesProducing;
  switch (rung) {
    case "under-development":
      return text.t("ledger.missing.construction");
    case "serviced":
      return describeMissingUtilities(text, values);
    case "partially-operational":
      if (producing === null) return text.t("ledger.missing.producers");
      return producing === 0 ? text.t("ledger.missing.noProducers") : null;
    case "operational": {
      const needed = getFullCount("enterprisesProducing", values);
      return typeof producing === "number" && producing < needed && needed > 1
        ? text.t("ledger.missing.fewProducers", {
            count: text.number(producing),
            needed: text.number(needed),
          })
        : null;
    }
    default:
      return null;
  }
}

const SERVICES = [
  "electricity",
  "water",
  "internalRoads",
] as const satisfies readonly ZoneFieldKey[];

/** Those of power, water and roads that reach no plots as far as is known, the same states together. */
function describeMissingUtilities(text: Text, values: ZoneValues): string | null {
  const partial = getStep("indicator", "partial") ?? 0;
  const lacking = SERVICES.filter((key) => (getStep("indicator", values[key]) ?? -1) < partial);
  if (lacking.length === 0) return null;
  const states = new Set(lacking.map((key) => getIndicatorState(text, key, values)));
  return text.list(
    [...states].map((state) => {
      const keys = lacking.filter((key) => getIndicatorState(text, key, values) === state);
      const names = keys.map((key) => text.fieldLabel(key).toLocaleLowerCase(text.locale));
      return text.t("ledger.missing.utilities", { state, utilities: text.list(names) });
    }),
  );
}

/** "under construction", "unknown": a value inside a sentence. */
function getIndicatorState(text: Text, key: ZoneFieldKey, values: ZoneValues): string {
  return text.value(key, values[key]).toLocaleLowerCase(text.locale);
}
