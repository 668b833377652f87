import type { Day } from "../time/day";

/** Licence of the compiled data. */
export const LICENCE = {
  name: "CC BY 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
} as const;

/** Stands with every map and in every file that carries places. */
export const BOUNDARY_NOTE =
  "Boundaries, names and shading are approximate and imply no endorsement or acceptance by the makers of the tracker. The dotted line follows the Line of Control in Jammu and Kashmir approximately. The final status of Jammu and Kashmir has not been agreed upon by the parties.";

/** What a citation pins: a day, a version and a method. */
export interface CitedState {
  readonly asOf: Day;
  /** The last revision that counts. */
  readonly version: number;
  readonly method: number;
}

/** A day in words: "25 November 2026". */
export function dayInWords(day: Day): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

/**
 * How to cite what an address shows, for a list of references.
 * @param title what is cited, such as a zone's name
 * @param address where it is, with the day and the version in it
 */
export function citation(title: string, state: CitedState, address: string): string {
  const { asOf, version, method } = state;
  return [
    `CPEC SEZ Tracker (${asOf.slice(0, 4)}).`,
    `“${title}”. Data as of ${dayInWords(asOf)}, version r${version}, method ${method}.`,
    `Compiled data licensed ${LICENCE.name}. ${address}`,
  ].join(" ");
}
