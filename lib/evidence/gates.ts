import { fieldSpec, type ZoneFieldKey, type ZoneValues } from "../catalogue/fields";
import { getStep } from "../catalogue/vocabularies";
import type { Claim } from "./ledger-records";

const PRODUCERS = { "sole-enterprise": 1, other: 5 } as const;

/** How many firms must produce before a zone may be called operational. */
export function countNeededProducers({ zoneType }: Pick<ZoneValues, "zoneType">): number {
  return zoneType === "sole-enterprise" ? PRODUCERS["sole-enterprise"] : PRODUCERS.other;
}

/** One thing that a step up a ladder demands. */
export interface GateRequirement {
  /** The part of the claim that would meet it. */
  readonly part: "asOf" | "note" | "gateConfirmed" | "origin";
  readonly met: boolean;
  /** What is demanded, in words. */
  readonly words: string;
}

/** A claim as a gate looks at it. */
export type GatedClaim = Pick<
  Claim,
  "field" | "value" | "tenancy" | "asOf" | "locator" | "note" | "origin"
> & {
  /** The analyst's tick that the source says what the step asks. */
  readonly gateConfirmed: boolean;
};

/**
 * What a claim must bring before it may be recorded: something only where it takes a zone a step up
 * one of its ladders. Gates bind new claims, not the data set.
 * @param shown the zone's values that show now, with those of the other claims of the same write
 */
export function listGateRequirements(
  claim: GatedClaim,
  shown: ZoneValues,
): readonly GateRequirement[] {
  const { field, value } = claim;
  if (claim.tenancy !== null || !isStepUp(field, value, shown)) return [];
  const requirements: GateRequirement[] = [
    {
      part: "asOf",
      met: claim.asOf !== null,
      words: "The day, month or year of which the source speaks.",
    },
    {
      part: "note",
      met: hasText(claim.locator) || hasText(claim.note),
      words: "Where in the source it stands, or what it says in your words.",
    },
    {
      part: "gateConfirmed",
      met: claim.gateConfirmed,
      words: "Your tick that the source says what this step asks.",
    },
  ];
  if (field !== "status" || value !== "operational") return requirements;
  const enough = countNeededProducers(shown);
  const producing = shown.enterprisesProducing;
  const firms = enough === 1 ? "one firm producing" : `${enough} firms producing`;
  return [
    ...requirements,
    {
      part: "origin",
      met: claim.origin !== "official" || (typeof producing === "number" && producing >= enough),
      words: `At least ${firms} (known now: ${producing ?? "unknown"}), or a source that is not official.`,
    },
  ];
}

/** Does a value take the zone further up a ladder than what shows? Unknown and asides stand below every step. */
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
