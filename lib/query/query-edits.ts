import { type FilterChoice, type FilterKey, getFilter, UNKNOWN } from "./filters";
import { type Ladder, listStepsFrom } from "./ladder-funnel";
import type { Query, SortKey, SortTerm } from "./query";
import { listConditions } from "./select";

/** Names what narrows a query: a filter, the text, the picked zones, readiness or coverage. */
export type ConditionKey = ReturnType<typeof listConditions>[number]["key"];

/** What narrows a query, in the order of the page. */
export function listActiveConditions(query: Query): ConditionKey[] {
  // The day plays no part in which conditions there are.
  return listConditions(query, "2000-01-01").map(({ key }) => key);
}

/** The query with one filter's choice; null, or a choice of nothing, takes the filter away. */
export function withChoice(query: Query, key: FilterKey, choice: FilterChoice | null): Query {
  const { [key]: _, ...others } = query.filters;
  const empty =
    choice === null || (choice.values.length === 0 && choice.from === null && choice.to === null);
  return { ...query, filters: empty ? others : { ...others, [key]: choice } };
}

/** The query with one value of a filter put in, or taken out where it is in. */
export function withToggled(query: Query, key: FilterKey, value: string): Query {
  const { values, from, to } = query.filters[key] ?? { values: [], from: null, to: null };
  const next = values.includes(value)
    ? values.filter((word) => word !== value)
    : inOrder(key, [...values, value]);
  return withChoice(query, key, { values: next, from, to });
}

/** The query that keeps zones at or beyond a rung of a ladder; where it does already, without that filter. */
export function withRung(query: Query, ladder: Ladder, rung: string): Query {
  return isAtRung(query, ladder, rung)
    ? withChoice(query, ladder, null)
    : withChoice(query, ladder, { values: listStepsFrom(ladder, rung), from: null, to: null });
}

/** Does the query's filter say exactly "at or beyond this rung"? */
export function isAtRung(query: Query, ladder: Ladder, rung: string): boolean {
  const chosen = query.filters[ladder]?.values ?? [];
  const wanted = listStepsFrom(ladder, rung);
  return chosen.length === wanted.length && wanted.every((value) => chosen.includes(value));
}

/** The query without one of the conditions that narrow it. */
export function withoutCondition(query: Query, key: ConditionKey): Query {
  switch (key) {
    case "q":
      return { ...query, q: "" };
    case "zones":
      return { ...query, zones: [] };
    case "readiness":
      return { ...query, readinessMin: null, readinessMode: "certainly" };
    case "coverageMin":
      return { ...query, coverageMin: null };
    default:
      return withChoice(query, key, null);
  }
}

/** The query that asks for its whole scope: no text, filter, readiness or coverage. Sort, weights and day stay. */
export function withoutConditions(query: Query): Query {
  return listActiveConditions(query).reduce(withoutCondition, query);
}

/**
 * The sort after a press on a column's head: by that column, the other way round where it leads
 * already. With `further` it comes after the present terms.
 */
export function sortedBy(
  sort: readonly SortTerm[],
  key: SortKey,
  descendingFirst: boolean,
  further: boolean,
): SortTerm[] {
  const present = sort.find((term) => term.key === key);
  const term = { key, descending: present ? !present.descending : descendingFirst };
  if (!further) return [sort[0]?.key === key ? term : { key, descending: descendingFirst }];
  return present ? sort.map((other) => (other.key === key ? term : other)) : [...sort, term];
}

/** Values in the order of their vocabulary, unknown last, so that one choice has one address. */
function inOrder(key: FilterKey, values: readonly string[]): string[] {
  const spec = getFilter(key);
  const known = spec?.kind === "any-of" ? (spec.terms?.map(({ value }) => value) ?? null) : null;
  const place = (value: string) => {
    if (value === UNKNOWN) return Number.POSITIVE_INFINITY;
    return known === null ? 0 : known.indexOf(value);
  };
  return [...values].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left === right ? (a < b ? -1 : 1) : left - right;
  });
}
