import { type FieldKey, fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { BLOCKS } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { Age } from "@/lib/evidence/age";
import type { Support } from "@/lib/evidence/support-levels";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import {
  FILTERS,
  type FilterChoice,
  type FilterKey,
  type FilterSpec,
  getFilter,
  type RangeFilter,
  UNKNOWN,
} from "@/lib/query/filters";
import { LADDERS, type Ladder } from "@/lib/query/ladder-funnel";
import { DEFAULT_QUERY, type Query, type SortTerm } from "@/lib/query/query";
import { type ConditionKey, isAtRung } from "@/lib/query/query-edits";
import { ANNOUNCED_ON, type Scope } from "@/lib/query/scope";
import type { Standing } from "@/lib/readiness/standing";
import type { Day } from "@/lib/time/day";
import { lowerFirst } from "./first-letter";
import type { Text } from "./text";

/** Names of zones by slug. */
export type ZoneNames = ReadonlyMap<string, string>;

/** One line of a query's description, such as "Province or territory" and "Sindh or unknown". */
export interface QueryLine {
  readonly label: string;
  readonly words: string;
}

/** More zones than this are counted, not named. */
const MOST_NAMED = 2;

/** Name of a scope on a day (null: today). Before the announcement of 44 zones, the first scope is what was approved. */
export function scopeLabel(text: Text, scope: Scope, asOf: Day | null): string {
  return text.t(`query.scope.${scopeMessage(scope, asOf)}.label`);
}

/** Which zones a scope holds on a day (null: today), as a sentence. */
export function scopeRule(text: Text, scope: Scope, asOf: Day | null): string {
  return text.t(`query.scope.${scopeMessage(scope, asOf)}.rule`);
}

function scopeMessage(scope: Scope, asOf: Day | null): Scope | "then" {
  return scope === "announced" && asOf !== null && asOf < ANNOUNCED_ON ? "then" : scope;
}

/** Name of a filter. */
export function filterLabel(text: Text, key: FilterKey): string {
  return isZoneField(key) ? text.fieldLabel(key) : text.t(`query.filter.${key}`);
}

/** One value of a filter inside a phrase: "notified", "Sindh", "2: some", "unknown". */
function filterValue(text: Text, filter: FilterSpec, value: string): string {
  const { key } = filter;
  if (value === UNKNOWN) return text.t("common.unknown");
  if (value === NOT_APPLICABLE) return text.t("common.notApplicableBare");
  if (filter.kind !== "any-of") return value;
  // Names of provinces keep their capitals.
  return key === "province"
    ? text.termLabel("province", value)
    : lowerFirst(text, filterTerm(text, key, value));
}

/** One value of an any-of filter by itself: "Notified", "Sindh", "Yes". */
export function filterTerm(text: Text, key: FilterKey, value: string): string {
  if (key === "standing") return text.t(`query.standing.${value as Standing}`);
  if (key === "support") return text.t(`common.support.${value as Support}`);
  if (key === "statusAge") return text.t(`query.filter.age.${value as Age}`);
  const kind = isZoneField(key) ? fieldSpec(key).kind : "flag";
  if (kind === "flag") return text.t(value === "true" ? "common.yes" : "common.no");
  return text.bareValue(key as FieldKey, kind === "level" ? Number(value) : value);
}

/** One condition of a query, as on its chip: "Province or territory: Sindh or Punjab". */
export function describeCondition(
  text: Text,
  query: Query,
  key: ConditionKey,
  names: ZoneNames,
): string {
  switch (key) {
    case "q":
      return text.t("query.condition.text", { text: query.q.trim() });
    case "zones":
      return describeZones(text, query.zones, names);
    case "readiness":
      return text.t(`query.condition.${query.readinessMode}`, {
        score: text.number(query.readinessMin ?? 0),
      });
    case "coverageMin":
      return text.t("query.condition.completeness", {
        share: text.percent(query.coverageMin ?? 0),
      });
    default:
      return text.t("query.condition.filter", {
        filter: filterLabel(text, key),
        choice: describeChoice(text, query, key),
      });
  }
}

function describeZones(text: Text, slugs: readonly string[], names: ZoneNames): string {
  return slugs.length > MOST_NAMED
    ? text.t("query.condition.zoneCount", { count: slugs.length })
    : text.t("query.condition.zones", {
        names: text.list(slugs.map((slug) => shortenZoneName(names.get(slug) ?? slug))),
      });
}

/** What a query's filter lets through: "Sindh or Punjab", "notified or further", "100 to 500 acres or unknown". */
export function describeChoice(text: Text, query: Query, key: FilterKey): string {
  const filter = getFilter(key);
  const choice = query.filters[key];
  if (!filter || !choice) return "";
  const rung = LADDERS.find((ladder) => ladder === key) && describeRung(text, query, key as Ladder);
  if (rung) return rung;
  const range = describeRange(text, filter, choice);
  const values = choice.values.map((value) => filterValue(text, filter, value));
  return text.list(range === null ? values : [range, ...values], "or");
}

/** "Serviced or further", where the filter of a ladder keeps the zones at or beyond a rung; else null. */
function describeRung(text: Text, query: Query, ladder: Ladder): string | null {
  const values = query.filters[ladder]?.values ?? [];
  const [lowest] = values
    .filter((value) => getStep(ladder, value) !== null)
    .sort((a, b) => (getStep(ladder, a) ?? 0) - (getStep(ladder, b) ?? 0));
  // Nothing is beyond the top rung.
  if (lowest === undefined || values.length === 1 || !isAtRung(query, ladder, lowest)) return null;
  const stage = lowerFirst(text, text.termLabel(ladder, lowest));
  return text.t("query.condition.orFurther", { stage });
}

function describeRange(text: Text, filter: FilterSpec, { from, to }: FilterChoice): string | null {
  if (filter.kind === "any-of" || (from === null && to === null)) return null;
  const isNumber = filter.kind === "range";
  const write = (end: string) =>
    isNumber ? writeAmount(text, filter, end) : text.partialDate(end);
  if (from !== null && to !== null) {
    if (from === to) return write(from);
    // The unit is written once.
    const start = isNumber ? text.number(Number(from)) : write(from);
    return text.t("common.range", { from: start, to: write(to) });
  }
  if (from !== null) {
    return text.t(`query.condition.${isNumber ? "orMore" : "orLater"}`, { from: write(from) });
  }
  return text.t(`query.condition.${isNumber ? "upTo" : "orEarlier"}`, { to: write(to ?? "") });
}

function writeAmount(text: Text, { key }: RangeFilter, amount: string): string {
  return text.value(key, Number(amount));
}

/** All that a query asks: its scope, every condition, changed weights and the order. */
export function describeQuery(text: Text, query: Query): readonly QueryLine[] {
  const { t } = text;
  const lines: QueryLine[] = [];
  const add = (label: string, words: string) => lines.push({ label, words });
  const scope = scopeLabel(text, query.scope, query.asOf);
  const rule = scopeRule(text, query.scope, query.asOf);
  add(t("query.described.zones"), t("query.described.scope", { scope, rule }));
  if (query.q.trim() !== "") {
    add(t("query.described.text"), t("query.condition.text", { text: query.q.trim() }));
  }
  if (query.zones.length > 0) add(t("query.described.selected"), query.zones.join(", "));
  for (const { key } of FILTERS) {
    if (query.filters[key]) add(filterLabel(text, key), describeChoice(text, query, key));
  }
  if (query.readinessMin !== null) {
    const score = text.number(query.readinessMin);
    add(t("query.described.readiness"), t(`query.described.${query.readinessMode}`, { score }));
  }
  if (query.coverageMin !== null) {
    const share = text.percent(query.coverageMin);
    add(t("query.described.completeness"), t("query.described.atLeast", { share }));
  }
  if (BLOCKS.some((block) => query.weights[block] !== DEFAULT_QUERY.weights[block])) {
    const weights = BLOCKS.map((block) =>
      t("query.described.weight", {
        block: text.groupLabel(block),
        weight: text.number(query.weights[block]),
      }),
    );
    add(t("query.described.weights"), text.list(weights));
  }
  if (query.sort.length > 0) {
    add(t("query.described.sort"), query.sort.map((term) => describeSort(text, term)).join("; "));
  }
  return lines;
}

function describeSort(text: Text, { key, descending }: SortTerm): string {
  const field = sortLabel(text, key);
  return descending ? text.t("query.described.descending", { field }) : field;
}

function sortLabel(text: Text, key: SortTerm["key"]): string {
  switch (key) {
    case "standing":
      return text.t("query.filter.standing");
    case "readiness":
      return text.t("query.described.readinessLow");
    case "readinessHigh":
      return text.t("query.described.readinessHigh");
    case "coverage":
      return text.t("query.described.completenessSort");
    default:
      return text.fieldLabel(key);
  }
}
