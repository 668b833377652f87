import { NOT_APPLICABLE } from "../catalogue/kinds";
import { type FilterChoice, type FilterKey, getFilter, UNKNOWN } from "./filters";

/**
 * The choice of a filter that lets through every zone of which its value is known, whatever it is;
 * null where the filter's list is open or there is no such filter, so that no address can say it.
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

/** No date of the register lies before it. */
const EARLIEST_YEAR = "1900";

/** The choice of some values. */
export function anyOf(values: readonly string[]): FilterChoice {
  return { values, from: null, to: null };
}

/** The choice that lets through every zone of which the value is unknown. */
export const UNKNOWN_CHOICE: FilterChoice = anyOf([UNKNOWN]);
