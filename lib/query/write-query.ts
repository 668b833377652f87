import { BLOCK_WEIGHTS, BLOCKS } from "../catalogue/groups";
import { FILTERS, type FilterChoice } from "./filters";
import { DEFAULT_QUERY, type Query, type SortTerm } from "./query";

/**
 * The parameters of a query, in a fixed order and without defaults, so that a query has one address.
 * `parseQuery(writeQuery(query))` gives the same query.
 */
export function writeQuery(query: Query): [string, string][] {
  const pairs: [string, string | null][] = [
    ["scope", query.scope === DEFAULT_QUERY.scope ? null : query.scope],
    ["q", query.q || null],
    ["zones", query.zones.join(",") || null],
    ...FILTERS.map(({ key }): [string, string | null] => [key, writeChoice(query.filters[key])]),
    ["readinessMin", query.readinessMin === null ? null : String(query.readinessMin)],
    [
      "readinessMode",
      query.readinessMode === DEFAULT_QUERY.readinessMode ? null : query.readinessMode,
    ],
    ["coverageMin", query.coverageMin === null ? null : String(query.coverageMin)],
    ["weights", writeWeights(query)],
    ["sort", writeSort(query.sort)],
    ["asOf", query.asOf],
    ["knownOn", query.knownOn],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== null);
}

function writeChoice(choice: FilterChoice | undefined): string | null {
  if (!choice) return null;
  const { from, to, values } = choice;
  const range = from === null && to === null ? [] : [`${from ?? ""}..${to ?? ""}`];
  const text = [...range, ...values].join(",");
  return text === "" ? null : text;
}

function writeWeights({ weights }: Query): string | null {
  const changed = BLOCKS.filter((block) => weights[block] !== BLOCK_WEIGHTS[block]);
  return changed.length === 0
    ? null
    : changed.map((block) => `${block}:${weights[block]}`).join(",");
}

function writeSort(sort: readonly SortTerm[]): string | null {
  const text = sortText(sort);
  return text === "" || text === sortText(DEFAULT_QUERY.sort) ? null : text;
}

function sortText(sort: readonly SortTerm[]): string {
  return sort.map(({ key, descending }) => (descending ? `-${key}` : key)).join(",");
}
