import type { GapTotals, Utility } from "@/lib/gaps/gaps";
import { shareWords } from "./delivery-words";
import { formatNumber } from "./format-number";
import { inWords } from "./number-words";

/** A utility with its sums over the zones shown. */
export interface UtilityTotals {
  readonly utility: Utility;
  readonly totals: GapTotals;
}

/** The page's title: how much of the power needed is evidenced as delivered, where that is known at all. */
export function gapsTitle({ utility, totals }: UtilityTotals): string {
  const { name, unit } = utility;
  const { bothKnown, needed, delivered, zones } = totals;
  if (zones === 0) return "No zone answers these conditions";
  if (bothKnown === 0) return `How much of the ${name} needed arrives is not known of any zone`;
  const who = bothKnown === 1 ? "one zone needs" : `${inWords(bothKnown)} zones need`;
  return `Of the ${formatNumber(needed)} ${unit} that ${who}, ${formatNumber(delivered)} are evidenced as delivered`;
}

/** What stands under the title: the share, for how many zones that is known at all, and the same of the other utility. */
export function gapsSummary(main: UtilityTotals, other: UtilityTotals): string {
  if (main.totals.zones === 0) return "Take a condition away to see what is needed and delivered.";
  return [...mainWords(main), ...otherWords(other)].map((sentence) => `${sentence}.`).join(" ");
}

function mainWords({ utility, totals }: UtilityTotals): string[] {
  const { name } = utility;
  const { zones, bothKnown, needed, delivered } = totals;
  const rest = zones - bothKnown;
  if (bothKnown === 0) {
    return [
      `Both the ${name} needed and the ${name} delivered are known of none of the ${zones} zones`,
    ];
  }
  return [
    ...(needed > 0 ? [`That is ${shareWords(delivered / needed)} of their ${name}`] : []),
    ...(rest === 0
      ? []
      : [
          `Of the other ${inWords(rest)} of ${zones} either the need or what arrives is unknown, so they are in no sum`,
        ]),
  ];
}

function otherWords({ utility, totals }: UtilityTotals): string[] {
  const { name, unit } = utility;
  const { bothKnown, needed, delivered, zones } = totals;
  if (bothKnown === 0) return [`Of ${name} both are known of no zone`];
  return [
    `Of ${formatNumber(needed)} ${unit} of ${name} ${formatNumber(delivered)} are evidenced, in the ${inWords(bothKnown)} of ${zones} of which both are known`,
  ];
}
