import type { GapAnswer } from "@/lib/gaps/dated-gaps";
import type { Text } from "./text";

/** The page's title: in how many zones less power is delivered than needed; in megawatts only where they can be added up. */
export function gapsTitle(text: Text, power: GapAnswer): string {
  const { zones, bothKnown, short, sum } = power;
  if (zones === 0) return text.t("gaps.title.none");
  if (bothKnown === 0) return text.t("gaps.title.unknown");
  if (sum !== null) {
    return text.t("gaps.title.known", {
      zones: bothKnown,
      needed: text.number(sum.needed),
      delivered: text.number(sum.delivered),
    });
  }
  return text.t("gaps.title.counted", { part: describePart(short, bothKnown), short, bothKnown });
}

function describePart(some: number, all: number) {
  if (some === 0) return "none";
  return some === all ? "all" : "some";
}

/** The sentences under the title: the share or why there is no sum, how many zones lack a figure, what is old, and the gas. */
export function gapsSummary(text: Text, power: GapAnswer, gas: GapAnswer): string {
  const { zones, bothKnown, outdated } = power;
  if (zones === 0) return text.t("gaps.summary.none");
  const rest = zones - bothKnown;
  const sentences =
    bothKnown === 0
      ? [text.t("gaps.summary.unknown", { zones })]
      : [describeSum(text, power), rest > 0 ? text.t("gaps.summary.rest", { rest, zones }) : ""];
  return text.sentences([
    ...sentences,
    outdated > 0 ? text.t("gaps.summary.outdated", { outdated }) : "",
    gasWords(text, gas),
  ]);
}

const BASES = { "first-phase": "first", "full-build-out": "whole" } as const;

function describeSum(text: Text, { sum, bothKnown, apart }: GapAnswer): string {
  if (sum === null) return text.t("gaps.summary.noSum", { bothKnown, apart });
  if (sum.share === null) return "";
  return text.t("gaps.summary.share", {
    share: text.number(100 * sum.share, { digits: 1 }),
    zones: bothKnown,
    basis: sum.basis === null ? "unknown" : BASES[sum.basis],
  });
}

function gasWords(text: Text, { bothKnown, short, sum }: GapAnswer): string {
  if (bothKnown === 0) return text.t("gaps.summary.noGas");
  return sum === null
    ? text.t("gaps.summary.gasCounted", {
        part: describePart(short, bothKnown),
        short,
        zones: bothKnown,
      })
    : text.t("gaps.summary.gas", {
        zones: bothKnown,
        needed: text.number(sum.needed),
        delivered: text.number(sum.delivered),
      });
}
