import type { ZoneFieldKey, ZoneValues } from "@/lib/catalogue/fields";
import { fieldSpec } from "@/lib/catalogue/fields";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { Ladder } from "@/lib/query/ladder-funnel";
import { FULL_COUNT } from "@/lib/readiness/readiness";
import { valueWords } from "./value-words";

const UTILITIES = [
  "electricity",
  "water",
  "internalRoads",
] as const satisfies readonly ZoneFieldKey[];

/**
 * What a zone lacks for a rung that it has not reached, by the bar of evidence, in a few words:
 * "water unknown", "no producer known". Null where the bar itself seems met or names nothing that is kept.
 */
export function missingFor(ladder: Ladder, rung: string, values: ZoneValues): string | null {
  return ladder === "legalStatus" ? missingOnPaper(rung, values) : missingOnGround(rung, values);
}

function missingOnPaper(rung: string, values: ZoneValues): string | null {
  switch (rung) {
    case "applied":
      return "no application found";
    case "approved":
      return "approval not evidenced";
    case "notified":
      return "no notification found";
    case "developer-bound":
      return values.developmentAgreement === null
        ? "no agreement found"
        : `agreement: ${valueWords("developmentAgreement", values.developmentAgreement).toLowerCase()}`;
    default:
      return null;
  }
}

function missingOnGround(rung: string, values: ZoneValues): string | null {
  const producing = values.enterprisesProducing;
  switch (rung) {
    case "under-development":
      return "no works shown";
    case "serviced":
      return utilitiesMissing(values);
    case "partially-operational":
      if (producing === null) return "no producer known";
      return producing === 0 ? "no firm produces" : null;
    case "operational":
      return typeof producing === "number" && values.zoneType !== "sole-enterprise"
        ? producing < FULL_COUNT.enterprisesProducing
          ? `${producing} of ${FULL_COUNT.enterprisesProducing} producers`
          : null
        : null;
    default:
      return null;
  }
}

/** Of power, water and roads: which do not reach the plots even in part, as far as is known. */
function utilitiesMissing(values: ZoneValues): string | null {
  const partial = getStep("indicator", "partial") ?? 0;
  const lacking = UTILITIES.filter((key) => (getStep("indicator", values[key]) ?? -1) < partial);
  if (lacking.length === 0) return null;
  // "electricity and water under construction, roads unknown": those alike are named together.
  const states = [...new Set(lacking.map((key) => valueWords(key, values[key]).toLowerCase()))];
  return states
    .map((state) => {
      const alike = lacking.filter((key) => valueWords(key, values[key]).toLowerCase() === state);
      return `${joinWords(alike.map((key) => fieldSpec(key).label.toLowerCase()))} ${state}`;
    })
    .join(", ");
}

/** "water", "water and gas", "power, water and gas". */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
