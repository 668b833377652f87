import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import { type Day, daysBetween } from "./day";

/** Classes of age, youngest first; `unknown` is a field without a claim. */
export const AGES = ["under-1", "1-2", "2-5", "over-5"] as const;

/** Key of an age class. */
export type Age = (typeof AGES)[number];

/** Words for each age class. */
export const AGE_LABELS: Readonly<Record<Age, string>> = {
  "under-1": "Under 1 year",
  "1-2": "1 to 2 years",
  "2-5": "2 to 5 years",
  "over-5": "Over 5 years",
};

const YEAR = 365.25;

/** The age class, on a day, of a value that holds since another day. */
export function ageOf(effectiveOn: Day, asOf: Day): Age {
  const years = daysBetween(effectiveOn, asOf) / YEAR;
  if (years < 1) return "under-1";
  if (years < 2) return "1-2";
  return years < 5 ? "2-5" : "over-5";
}

/** Age in words: "3 weeks", "10 months", "5 years". */
export function ageInWords(effectiveOn: Day, asOf: Day): string {
  const days = daysBetween(effectiveOn, asOf);
  const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;
  if (days < 14) return days < 1 ? "today" : count(days, "day");
  if (days < 60) return count(Math.floor(days / 7), "week");
  if (days < YEAR) return count(Math.floor(days / (YEAR / 12)), "month");
  return count(Math.floor(days / YEAR), "year");
}

/** Is a value older than its field's `freshFor`? Fields without one never go stale. */
export function isStale(field: ZoneFieldKey, effectiveOn: Day, asOf: Day): boolean {
  const { freshFor } = fieldSpec(field);
  return freshFor !== null && daysBetween(effectiveOn, asOf) > freshFor;
}
