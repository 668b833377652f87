import { fieldSpec, type ZoneFieldKey, type ZoneValues } from "../catalogue/fields";
import { getStep } from "../catalogue/vocabularies";
import { getFullCount } from "../readiness/scale";
import type { Claim } from "./ledger-records";

/** One requirement of a step up a ladder, by the part of the claim that meets it. */
export type GateRequirement =
  | { readonly part: "asOf" | "note" | "gateConfirmed"; readonly met: boolean }
  | {
      /** Enough firms produce, or the source is not official. */
      readonly part: "origin";
      readonly met: boolean;
      /** The number of producing firms that is enough. */
      readonly needed: number;
      /** The displayed number of producing firms; null: unknown. */
      readonly known: number | null;
    };

/** The parts of a claim that a gate checks. */
export type GatedClaim = Pick<
  Claim,
  "field" | "value" | "tenancy" | "asOf" | "locator" | "note" | "origin"
> & {
  /** Did the analyst confirm that the source supports the step? */
  readonly gateConfirmed: boolean;
};

/**
 * The requirements of a claim that moves a zone up one of its ladders; empty for other claims. They
 * apply to new claims, not to the data set.
 * @param shown the zone's displayed values, with those of the other claims of the same write
 */
export function listGateRequirements(
  claim: GatedClaim,
  shown: ZoneValues,
): readonly GateRequirement[] {
  const { field, value } = claim;
  if (claim.tenancy !== null || !isStepUp(field, value, shown)) return [];
  const requirements: GateRequirement[] = [
    { part: "asOf", met: claim.asOf !== null },
    { part: "note", met: hasText(claim.locator) || hasText(claim.note) },
    { part: "gateConfirmed", met: claim.gateConfirmed },
  ];
  if (field !== "status" || value !== "operational") return requirements;
  const needed = getFullCount("enterprisesProducing", shown);
  const producing = shown.enterprisesProducing;
  const known = typeof producing === "number" ? producing : null;
  const met = claim.origin !== "official" || (known !== null && known >= needed);
  return [...requirements, { part: "origin", met, needed, known }];
}

/** Is a value a later step of a ladder than the displayed one? Unknown and asides are before every step. */
function isStepUp(field: string, value: unknown, shown: ZoneValues): boolean {
  if (field !== "legalStatus" && field !== "status") return false;
  const spec = fieldSpec(field satisfies ZoneFieldKey);
  if (spec.kind !== "choice" || spec.evidence !== "gate") return false;
  const step = getStep(spec.vocabulary, value);
  return step !== null && step > (getStep(spec.vocabulary, shown[field]) ?? -1);
}

function hasText(text: string | null): boolean {
  return text !== null && text.trim() !== "";
}
