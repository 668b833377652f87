import { fieldSpec, type ZoneValues } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import { getStep, VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import { getFullCount } from "../readiness/scale";
import type { Doubt } from "./doubts";
import type { Claim, Source } from "./ledger-records";

/** One requirement of a claim that moves a zone on a ladder or empties a known value, by the part that meets it. */
export type GateRequirement =
  | {
      readonly part: "asOf" | "sourceId" | "quotation" | "note" | "gateConfirmed";
      readonly met: boolean;
      /** What the confirmation is about; absent: that the source supports the value. */
      readonly doubt?: Doubt;
    }
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
  "field" | "value" | "asOf" | "locator" | "note" | "origin" | "quotation"
> & {
  /** Did the analyst confirm that the source supports the value? */
  readonly gateConfirmed: boolean;
};

/**
 * The requirements of a claim that moves a zone on one of its ladders, up, down or aside, or says that a known value is not
 * known; empty for other claims. They apply to new claims, not to the data set.
 * @param source null: it is not known yet
 * @param present the value of the claim's field without the claim
 * @param shown the zone's displayed values, with those of the other claims of the same write
 */
export function listGateRequirements(
  claim: GatedClaim,
  source: Pick<Source, "title" | "publisher" | "url"> | null,
  present: FieldValue,
  shown: ZoneValues,
): readonly GateRequirement[] {
  const { field, value } = claim;
  const spec = fieldSpec(field);
  const ladder = spec.kind === "choice" && spec.evidence === "gate" ? spec.vocabulary : null;
  const empties = value === null && present !== null;
  const moves = ladder !== null && value !== null && value !== present;
  if (!empties && !moves) return [];
  const vocabulary: Vocabulary | null = ladder === null ? null : VOCABULARIES[ladder];
  const day: GateRequirement = { part: "asOf", met: claim.asOf !== null };
  if (isOneOf(vocabulary?.inferred, value)) {
    return [day, { part: "note", met: hasText(claim.note) }];
  }
  const requirements: GateRequirement[] = [
    day,
    { part: "sourceId", met: source !== null && canBeLookedUp(source, claim.locator) },
    { part: "quotation", met: hasText(claim.quotation?.text ?? null) },
  ];
  const step = ladder && getStep(ladder, value);
  // Unknown and asides are before every step.
  const isUp = ladder && step !== null && step > (getStep(ladder, present) ?? -1);
  if (isUp || isOneOf(vocabulary?.ends, value)) {
    requirements.push({ part: "gateConfirmed", met: claim.gateConfirmed });
  }
  if (field !== "status" || value !== "operational") return requirements;
  const needed = getFullCount("enterprisesProducing", shown);
  const producing = shown.enterprisesProducing;
  const known = typeof producing === "number" ? producing : null;
  const met = claim.origin !== "official" || (known !== null && known >= needed);
  return [...requirements, { part: "origin", met, needed, known }];
}

/** Has a source a link, or a title, a publisher and a place in it? */
function canBeLookedUp(
  { title, publisher, url }: Pick<Source, "title" | "publisher" | "url">,
  locator: string | null,
): boolean {
  return url !== null || (hasText(title) && hasText(publisher) && hasText(locator));
}

function isOneOf(values: readonly string[] = [], value: FieldValue): boolean {
  return typeof value === "string" && values.includes(value);
}

function hasText(text: string | null): boolean {
  return text !== null && text.trim() !== "";
}
