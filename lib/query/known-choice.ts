import { NOT_APPLICABLE } from "../catalogue/kinds";
import { type FilterChoice, type FilterKey, getFilter, UNKNOWN } from "./filters";

/**
 * The choice that keeps every zone with a known value. Null where there is no such filter or it has no
 * fixed list, so that no address can express it.
 */
export function getKnownChoice(key: FilterKey): FilterChoice | null {
  const filter = getFilter(key);
  if (!filter) return null;
  switch (filter.kind) {
    case "any-of":
      return filter.terms && anyOf(filter.terms.map(({ value }) => value));
    case "range":
      return { values: filter.notApplicable ? [NOT_APPLICABLE] : [], from: "0", to: null };
    case "period":
      return { values: [], from: EARLIEST_YEAR, to: null };
  }
}

/** Earlier than every date of the register. */
const EARLIEST_YEAR = "1900";

export function anyOf(values: readonly string[]): FilterChoice {
  return { values, from: null, to: null };
}

/** The choice that keeps every zone with an unknown value. */
export const UNKNOWN_CHOICE: FilterChoice = anyOf([UNKNOWN]);
