import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { getStep } from "@/lib/catalogue/vocabularies";
import { type FilterChoice, type FilterSpec, getFilter, UNKNOWN } from "@/lib/query/filters";
import { LADDERS, type Ladder } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import { shortZoneName } from "../evidence/short-zone-name";
import { type ConditionKey, isAtRung } from "../query/query-edits";
import { formatPartialDate } from "./format-date";
import { formatNumber, formatShare } from "./format-number";
import { listed } from "./number-words";

/** Names of zones by slug. */
export type ZoneNames = ReadonlyMap<string, string>;

/** More zones than this are counted, not named. */
const MOST_NAMED = 2;

/** One condition of a query in words, as its chip says it: "Province: Sindh or Punjab", "On paper: notified or beyond". */
export function conditionWords(query: Query, key: ConditionKey, names: ZoneNames): string {
  switch (key) {
    case "q":
      return `“${query.q.trim()}”`;
    case "zones":
      return zonesWords(query.zones, names);
    case "readiness":
      return `Readiness ${query.readinessMode} at least ${formatNumber(query.readinessMin ?? 0)}`;
    case "coverageMin":
      return `At least ${formatShare(query.coverageMin ?? 0)} known`;
    default: {
      const filter = getFilter(key);
      const choice = query.filters[key];
      if (!filter || !choice) return key;
      const rung = LADDERS.includes(key as Ladder) ? rungWords(query, key as Ladder) : null;
      return `${filter.label}: ${rung ?? choiceWords(filter, choice)}`;
    }
  }
}

function zonesWords(slugs: readonly string[], names: ZoneNames): string {
  if (slugs.length > MOST_NAMED) return `Only ${slugs.length} zones picked`;
  return `Only ${listed(
    slugs.map((slug) => shortZoneName(names.get(slug) ?? slug)),
    "and",
  )}`;
}

/** The lowest rung, where a ladder's filter says "at or beyond" it. */
export function getRung(query: Query, ladder: Ladder): string | null {
  const values = query.filters[ladder]?.values ?? [];
  const [lowest] = values
    .filter((value) => getStep(ladder, value) !== null)
    .sort((a, b) => (getStep(ladder, a) ?? 0) - (getStep(ladder, b) ?? 0));
  return lowest !== undefined && isAtRung(query, ladder, lowest) ? lowest : null;
}

function rungWords(query: Query, ladder: Ladder): string | null {
  const rung = getRung(query, ladder);
  const filter = getFilter(ladder);
  if (rung === null || !filter) return null;
  const label = termLabel(filter, rung).toLowerCase();
  // The top rung has nothing beyond it.
  return query.filters[ladder]?.values.length === 1 ? label : `${label} or beyond`;
}

/** What a filter lets through, in words. */
export function choiceWords(filter: FilterSpec, choice: FilterChoice): string {
  const words = choice.values.map((value) => termLabel(filter, value));
  const range = rangeWords(filter, choice);
  return listed(range === null ? words : [range, ...words], "or");
}

/** One value of a filter in words; unknown and not-applicable in small letters. */
export function termLabel(filter: FilterSpec, value: string): string {
  if (value === UNKNOWN) return "unknown";
  if (value === NOT_APPLICABLE) return "not applicable";
  if (filter.kind !== "any-of") return value;
  const label = filter.terms?.find((term) => term.value === value)?.label ?? value;
  return isZoneField(filter.key) && fieldSpec(filter.key).kind === "flag"
    ? label.toLowerCase()
    : label;
}

function rangeWords(filter: FilterSpec, { from, to }: FilterChoice): string | null {
  if (filter.kind === "any-of" || (from === null && to === null)) return null;
  const unit = filter.kind === "range" ? ` ${filter.unit}` : "";
  const say = (end: string) =>
    filter.kind === "range" ? formatNumber(Number(end)) : formatPartialDate(end);
  if (from !== null && to !== null) {
    return from === to ? `${say(from)}${unit}` : `${say(from)} to ${say(to)}${unit}`;
  }
  return from !== null ? `${say(from)}${unit} or more` : `up to ${say(to ?? "")}${unit}`;
}
