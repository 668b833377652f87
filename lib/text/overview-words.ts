import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { RankedRow } from "@/lib/query/select";
import type { CertainOrder } from "@/lib/readiness/ranking";
import type { Text } from "./text";

/**
 * The title of the overview: how many zones there are, and in how many a factory is reported running.
 * @param announced false for a day before the figure of 44 was announced
 */
export function describeOverview(
  { t }: Text,
  rows: readonly RankedRow[],
  announced: boolean,
): string {
  if (rows.length === 0) return t("overview.headline.none");
  const step = getStep("status", "partially-operational") ?? 0;
  const running = rows.filter(
    ({ values }) => (getStep("status", values.status) ?? -1) >= step,
  ).length;
  return t(`overview.headline.${announced ? "announced" : "then"}`, {
    count: rows.length,
    running,
  });
}

/**
 * What follows the title: how many zones have no progress report, which lead, and how certain that is.
 * @param leaders short names of the zones with the highest confirmed scores, highest first
 */
export function describeLeaders(
  text: Text,
  rows: readonly RankedRow[],
  leaders: readonly string[],
  order: CertainOrder,
): string {
  if (rows.length === 0) return text.t("overview.headline.later");
  const silent = rows.filter(({ values }) => values.status === null).length;
  return `${text.t("overview.headline.silent", { count: silent })} ${describeOrder(text, leaders, order)}`;
}

function describeOrder(
  { t, list, number }: Text,
  leaders: readonly string[],
  { certain, pairs, certainFirst }: CertainOrder,
): string {
  const [first] = leaders;
  if (first === undefined) return t("overview.headline.noPoints");
  const lead = { names: list(leaders), count: leaders.length };
  if (certainFirst !== null) return t("overview.headline.certainFirst", { ...lead, first });
  if (certain === 0) return t("overview.headline.uncertain", lead);
  return t("overview.headline.partlyCertain", {
    ...lead,
    certain: number(certain),
    pairs: number(pairs),
  });
}

const REASONS: readonly ZoneFieldKey[] = [
  "enterprisesProducing",
  "electricity",
  "plotsAllottedPct",
];

/** The facts that explain a zone's range: "Firms producing: 7 · Electricity: unknown · Plots allotted: 33%". */
export function describeReasons(text: Text, { values }: RankedRow): string {
  return REASONS.map((field) => {
    const spec = fieldSpec(field);
    const isPercent = spec.kind === "number" && spec.unit === "%";
    const value = values[field];
    return text.t("overview.ready.reason", {
      field: text.fieldLabel(field),
      value: isPercent ? text.value(field, value) : text.bareValue(field, value),
    });
  }).join(" · ");
}
