import type { ZoneValues } from "@/lib/catalogue/fields";
import { computeGap, type Utility } from "@/lib/gaps/gaps";
import { formatNumber } from "./format-number";

/** A share of the need as a percentage with one decimal: "4.8%". */
export function shareWords(share: number): string {
  return `${formatNumber(Math.round(1000 * share) / 10)}%`;
}

/**
 * The gap between what a zone needs and what reaches it, in a sentence that claims no more than is
 * known; `share` is the delivered percentage of the need where both are known.
 */
export function gapWords(
  utility: Utility,
  values: ZoneValues,
): { readonly share: string | null; readonly words: string } {
  const { needed, delivered, share } = computeGap(utility, values);
  const { name } = utility;
  if (share !== null) {
    return { share: shareWords(share), words: `of the ${name} needed is shown to have arrived.` };
  }
  if (needed !== null) {
    const words =
      delivered === null ? `How much ${name} arrives is unknown.` : `No ${name} is needed.`;
    return { share: null, words };
  }
  if (delivered !== null) {
    return {
      share: null,
      words: `How much ${name} the zone needs when full is unknown, so no share can be given.`,
    };
  }
  return { share: null, words: `Neither the ${name} needed nor the ${name} delivered is known.` };
}
