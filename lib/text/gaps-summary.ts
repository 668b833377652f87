import type { GapAnswer } from "@/lib/gaps/dated-gaps";
import type { Utility } from "@/lib/gaps/gaps";
import type { Text } from "./text";

/** The title of a utility: how many zones get less than they need; in quantities only where they can be added up. */
export function gapsTitle(text: Text, { name, unit }: Utility, answer: GapAnswer): string {
  const { zones, bothKnown, apart, short, sum } = answer;
  const compared = bothKnown - apart;
  if (zones === 0) return text.t("gaps.title.none");
  if (compared === 0) return text.t("gaps.title.unknown", { utility: name });
  if (sum !== null) {
    return text.t("gaps.title.known", {
      utility: name,
      unit: text.unitWords(unit).name,
      zones: bothKnown,
      needed: text.number(sum.needed),
      delivered: text.number(sum.delivered),
    });
  }
  const part = short === 0 ? "none" : short === compared ? "all" : "some";
  return text.t("gaps.title.counted", { utility: name, part, short, compared });
}

const BASES = { "first-phase": "first", "full-build-out": "whole" } as const;

/** The sentences under the title: the share or why there is no total, how many zones are not compared, and what is old. */
export function gapsSummary(text: Text, { name }: Utility, answer: GapAnswer): string {
  const { zones, bothKnown, apart, outdated, sum } = answer;
  const rest = bothKnown === 0 ? 0 : zones - bothKnown;
  return text.sentences([
    sum === null || sum.share === null
      ? ""
      : text.t("gaps.summary.share", {
          utility: name,
          share: text.number(100 * sum.share, { digits: 1 }),
          zones: bothKnown,
          basis: sum.basis === null ? "unknown" : BASES[sum.basis],
        }),
    sum === null && bothKnown - apart > 1 ? text.t("gaps.summary.noSum") : "",
    apart > 0 ? text.t("gaps.summary.apart", { apart }) : "",
    rest > 0 ? text.t("gaps.summary.rest", { rest, zones }) : "",
    outdated > 0 ? text.t("gaps.summary.outdated", { utility: name, outdated }) : "",
  ]);
}
