import { type FieldKey, fieldSpec, type ZoneValues } from "../catalogue/fields";
import { type Day, daysBetween, lastDay } from "../time/day";

/** Classes of age, youngest first. */
export const AGES = ["under-1", "1-2", "2-5", "over-5"] as const;

export type Age = (typeof AGES)[number];

/** Complete calendar months from one day to another. */
function monthsBetween(from: Day, to: Day): number {
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}

/** The age class on `asOf` of a value that is in effect since `effectiveOn`. */
export function getAge(effectiveOn: Day, asOf: Day): Age {
  const years = monthsBetween(effectiveOn, asOf) / 12;
  if (years < 1) return "under-1";
  if (years < 2) return "1-2";
  return years < 5 ? "2-5" : "over-5";
}

/**
 * The last day up to which sources on a zone were searched, where that is known to the month or year its last day, but
 * never after the selected day; null: not recorded.
 */
export function getSearchedTo(
  { lastSearchedOn }: Pick<ZoneValues, "lastSearchedOn">,
  asOf: Day,
): Day | null {
  if (lastSearchedOn === null) return null;
  const searched = lastDay(lastSearchedOn);
  return searched < asOf ? searched : asOf;
}

/**
 * The day on which the age of a zone's values is judged: the selected day, but no later than the last search for sources
 * on the zone. After it, no report means no search.
 */
export function getJudgedOn(values: Pick<ZoneValues, "lastSearchedOn">, asOf: Day): Day {
  return getSearchedTo(values, asOf) ?? asOf;
}

/** Is a value older than its field's `freshFor`? Fields without `freshFor` never become stale. */
export function isStale(field: FieldKey, effectiveOn: Day, asOf: Day): boolean {
  const { freshFor } = fieldSpec(field);
  return freshFor !== null && daysBetween(effectiveOn, asOf) > freshFor;
}

/** Does the date of a field's values matter to a reader? A zone stays what and where it is. */
export function getsOld(field: FieldKey): boolean {
  return fieldSpec(field).about !== "identity";
}
