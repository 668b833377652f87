import type { GapTotals } from "@/lib/gaps/gaps";
import type { Text } from "./text";

/** The page's title: how much of the power needed is confirmed delivered. */
export function gapsTitle(text: Text, power: GapTotals): string {
  const { zones, bothKnown, needed, delivered } = power;
  if (zones === 0) return text.t("gaps.title.none");
  if (bothKnown === 0) return text.t("gaps.title.unknown");
  return text.t("gaps.title.known", {
    zones: bothKnown,
    needed: text.number(needed),
    delivered: text.number(delivered),
  });
}

/** The sentences under the title: the share of the power, how many zones are in the sums, and the gas. */
export function gapsSummary(text: Text, power: GapTotals, gas: GapTotals): string {
  const { zones, bothKnown } = power;
  if (zones === 0) return text.t("gaps.summary.none");
  const rest = zones - bothKnown;
  const sentences =
    bothKnown === 0
      ? [text.t("gaps.summary.unknown", { zones })]
      : [
          power.needed > 0 ? shareOfPower(text, power) : "",
          rest > 0 ? text.t("gaps.summary.rest", { rest, zones }) : "",
        ];
  return [...sentences, gasWords(text, gas)].filter((sentence) => sentence !== "").join(" ");
}

function shareOfPower(text: Text, { needed, delivered, bothKnown }: GapTotals): string {
  const share = text.number((100 * delivered) / needed, { digits: 1 });
  return text.t("gaps.summary.share", { share, zones: bothKnown });
}

function gasWords(text: Text, { bothKnown, needed, delivered }: GapTotals): string {
  return bothKnown === 0
    ? text.t("gaps.summary.noGas")
    : text.t("gaps.summary.gas", {
        zones: bothKnown,
        needed: text.number(needed),
        delivered: text.number(delivered),
      });
}
