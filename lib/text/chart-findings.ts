import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";
import { computeUnknownShare } from "../context/constraint-trace";
import { DEPENDENCE_FIELDS } from "../dependence/dependence";
import { getQuantity, UTILITIES } from "../gaps/gaps";
import { UNKNOWN } from "../query/filters";
import type { Text } from "./text";

/** How many zones are confirmed at the highest of some scores that any zone reaches; of none, at the lowest. Highest first. */
export function findReadiness(
  { t, number }: Text,
  lines: readonly { readonly score: number; readonly count: number }[],
  zones: number,
): string {
  const { score = 0, count = 0 } = lines.find((line) => line.count > 0) ?? lines.at(-1) ?? {};
  return t("provinces.readiness.finding", { count, zones: number(zones), score: number(score) });
}

/** The year with most sources, or reports from them, and how many have no date. */
export function findSourceYear(
  { t, number }: Text,
  years: readonly { readonly year: string; readonly total: number }[],
  measure: "sources" | "claims",
): string {
  const undated = years.find(({ year }) => year === UNKNOWN)?.total ?? 0;
  const most = years
    .filter(({ year, total }) => year !== UNKNOWN && total > 0)
    .reduce((best, one) => (one.total > best.total ? one : best), { year: "none", total: 0 });
  return t("sources.years.title", {
    ...{ measure, year: most.year, count: number(most.total) },
    all: number(years.reduce((sum, { total }) => sum + total, 0)),
    undated: undated === 0 ? "none" : number(undated),
  });
}

/** The known share of the facts of some zones that a national problem affects. */
export function findTrace(
  { t, percent }: Text,
  problem: string,
  zones: readonly { readonly values: ZoneValues }[],
  fields: readonly ZoneFieldKey[],
): string {
  const known = 1 - (computeUnknownShare(zones, fields) ?? 1);
  return t("context.trace.title", { problem, share: known === 0 ? "none" : percent(known) });
}

/** Compares the greatest of some amounts with the least; of counts by several sources, the range and the tracker's own. */
export function findComparison(
  { t, number }: Text,
  amounts: readonly { readonly label: string; readonly value: number; readonly words: string }[],
  own: number | null,
): string {
  const [least, ...others] = [...amounts].sort((a, b) => a.value - b.value);
  const most = others.at(-1) ?? least;
  if (!least || !most) return "";
  if (own !== null) {
    return t("context.compared.counts", {
      least: number(least.value),
      most: most.words,
      own: number(own),
    });
  }
  return t("context.compared.title", {
    most: most.label,
    amount: most.words,
    least: least.label,
    times: least.value > 0 ? number(most.value / least.value, { digits: 1 }) : "none",
  });
}

/** What a zone needs of power and gas and what it gets, unknown where no report says. */
export function findDelivery(text: Text, values: ZoneValues): string {
  const [power = "", gas = ""] = UTILITIES.map(({ needed, delivered }) => {
    const words = (field: ZoneFieldKey) =>
      getQuantity(values, field) === null ? UNKNOWN : text.value(field, values[field]);
    return text.t("zones.delivery.amounts", {
      needed: words(needed),
      delivered: words(delivered),
    });
  });
  return text.t("zones.delivery.title", { power, gas });
}

/** The highest known level of a zone's dependence on Chinese partners, and in how many forms any is known. */
export function findDependence({ t, number }: Text, values: ZoneValues): string {
  const levels = DEPENDENCE_FIELDS.map((field) => values[field]).filter((level) => level !== null);
  return t("zones.dependence.title", {
    known: levels.length,
    total: number(DEPENDENCE_FIELDS.length),
    level: number(Math.max(0, ...levels.map(Number))),
  });
}
