import { listConditions } from "./conditions";
import { type FilterChoice, type FilterKey, getFilter, UNKNOWN } from "./filters";
import { type Ladder, listStepsFrom } from "./ladder-funnel";
import type { Query, SortKey, SortTerm } from "./query";

/** Key of a condition: a filter, the text, selected zones, readiness or data completeness. */
export type ConditionKey = ReturnType<typeof listConditions>[number]["key"];

/** The conditions of a query, in the order of the page. */
export function listActiveConditions(query: Query): ConditionKey[] {
  // Which conditions there are does not depend on the day.
  return listConditions(query, "2000-01-01").map(({ key }) => key);
}

/** Sets one filter; null or an empty choice removes it. */
export function withChoice(query: Query, key: FilterKey, choice: FilterChoice | null): Query {
  const { [key]: _, ...others } = query.filters;
  const empty =
    choice === null || (choice.values.length === 0 && choice.from === null && choice.to === null);
  return { ...query, filters: empty ? others : { ...others, [key]: choice } };
}

/** Adds values to a filter, or removes them where all are chosen. */
export function withToggled(query: Query, key: FilterKey, ...toggled: readonly string[]): Query {
  const { values, from, to } = query.filters[key] ?? { values: [], from: null, to: null };
  const others = values.filter((word) => !toggled.includes(word));
  const areChosen = values.length === others.length + toggled.length;
  const next = areChosen ? others : inOrder(key, [...others, ...toggled]);
  return withChoice(query, key, { values: next, from, to });
}

/** Filters by "at or beyond this step"; removes the filter where it says that already. */
export function withRung(query: Query, ladder: Ladder, rung: string): Query {
  return isAtRung(query, ladder, rung)
    ? withChoice(query, ladder, null)
    : withChoice(query, ladder, { values: listStepsFrom(ladder, rung), from: null, to: null });
}

/** Is the filter exactly "at or beyond this step"? */
export function isAtRung(query: Query, ladder: Ladder, rung: string): boolean {
  const chosen = query.filters[ladder]?.values ?? [];
  const wanted = listStepsFrom(ladder, rung);
  return chosen.length === wanted.length && wanted.every((value) => chosen.includes(value));
}

/** Removes one condition. */
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

/** Removes every condition. Scope, sort, weights and moment stay. */
export function withoutConditions(query: Query): Query {
  return listActiveConditions(query).reduce(withoutCondition, query);
}

/**
 * The sort after a click on a column head: by that column, reversed where it is the first term already.
 * With `further` the column is added after the present terms.
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

/** Sorts values by their vocabulary, unknown last, so that one choice has one address. */
function inOrder(key: FilterKey, values: readonly string[]): string[] {
  const spec = getFilter(key);
  const known = spec?.kind === "any-of" ? spec.terms : null;
  const place = (value: string) => {
    if (value === UNKNOWN) return Number.POSITIVE_INFINITY;
    return known === null ? 0 : known.indexOf(value);
  };
  return [...values].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left === right ? (a < b ? -1 : 1) : left - right;
  });
}
