import type { Text } from "../text/text";
import type { Day } from "../time/day";

/** Licence of the compiled data. */
export const LICENCE = {
  name: "CC BY 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
} as const;

/** The day, revision and method of what is cited. */
export interface CitedState {
  readonly asOf: Day;
  /** The revision. */
  readonly version: number;
  readonly method: number;
}

/**
 * A citation for a list of references.
 * @param title what is cited, such as the name of a zone
 * @param address where it is, with its day and revision; empty where it has none
 */
export function citation(
  text: Text,
  title: string,
  { asOf, version, method }: CitedState,
  address: string,
): string {
  return text
    .t("files.citation", {
      year: asOf.slice(0, 4),
      title,
      day: text.day(asOf, "long"),
      revision: String(version),
      method: String(method),
      licence: LICENCE.name,
      address,
    })
    .trimEnd();
}
