import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { RankedRow } from "@/lib/query/select";
import type { CertainOrder } from "@/lib/readiness/certain-order";
import { formatNumber } from "./format-number";
import { formatValue } from "./format-value";
import { asSentence, inWords, listed } from "./number-words";

/** The page's title: how many there are, and in how many a firm is reported to produce. */
export function overviewTitle(rows: readonly RankedRow[], announced: boolean): string {
  if (rows.length === 0) return "No zone was known to be approved by that day";
  const step = getStep("status", "partially-operational") ?? 0;
  const producing = rows.filter(
    ({ values }) => (getStep("status", values.status) ?? -1) >= step,
  ).length;
  const zones = `${asSentence(inWords(rows.length))} ${rows.length === 1 ? "zone" : "zones"}`;
  const were = announced ? "announced" : "approved as known then";
  return `${zones} ${were}; in ${producing === 0 ? "none" : inWords(producing)} of them a firm is reported to produce`;
}

/**
 * What stands under the title: what is not known, who comes furthest, and how sure that is.
 * @param leaders short names of the zones with the highest floors, the highest first
 */
export function overviewSummary(
  rows: readonly RankedRow[],
  leaders: readonly string[],
  order: CertainOrder,
): string {
  if (rows.length === 0) return "Choose a later day.";
  const unknown = rows.filter(({ values }) => values.status === null).length;
  const sentences = [
    unknown === 0
      ? "Of every one something is known on the ground"
      : `Of ${inWords(unknown)} nothing is known on the ground`,
    leaders.length === 0
      ? "Of none is anything in evidence that makes a zone ready"
      : `By what is in evidence ${listed(leaders, "and")} ${leaders.length === 1 ? "comes" : "come"} furthest, ${orderWords(order)}`,
  ];
  return sentences.map((sentence) => `${sentence}.`).join(" ");
}

function orderWords({ certain, pairs, certainFirst }: CertainOrder): string {
  if (certainFirst !== null) return "and the first of them is certainly ahead of every other";
  if (certain === 0) {
    return "but no order is certain: too little is known, so what is unknown could still turn any pair round";
  }
  return `but the order is certain for only ${formatNumber(certain)} of ${formatNumber(pairs)} pairs`;
}

/** What a zone's place rests on, in a few words; what is not known of it is said. */
const WHY: readonly ZoneFieldKey[] = ["enterprisesProducing", "electricity", "plotsAllottedPct"];

/** Why a zone stands where it does: firms producing, power, plots allotted, each as it shows. */
export function whyWords({ values }: RankedRow): string {
  return WHY.map((field) => {
    const spec = fieldSpec(field);
    const value = values[field];
    const words = value === null ? "unknown" : formatValue(spec, value).toLowerCase();
    const unit =
      typeof value === "number" && spec.kind === "number" && spec.unit === "%" ? "%" : "";
    return `${spec.label.toLowerCase()} ${words}${unit}`;
  }).join(" · ");
}
