import type { Day } from "@/lib/time/day";
import { dateInSentence } from "./zone-summary";

/** What a citation of a page names. */
export interface Cited {
  /** Path of the page, without parameters. */
  readonly path: `/${string}`;
  readonly name: string;
  /** What the page holds that is of a day, such as "Claims and readiness". */
  readonly holds: string;
  /** The day looked at. */
  readonly asOf: Day;
  /** The last revision that counts. */
  readonly revision: number;
  /** Number of the method. */
  readonly method: number;
  /** Scheme and host of the site, without a slash at its end. */
  readonly origin: string;
}

/** The path that shows the same for ever: the day and the version stand in it. */
export function permalinkPath({ path, asOf, revision }: Pick<Cited, "path" | "asOf" | "revision">) {
  return `${path}?asOf=${asOf}&knownOn=r${revision}` as const;
}

/** The whole address that shows the same for ever. */
export function permalink(cited: Cited): string {
  return cited.origin + permalinkPath(cited);
}

/** For a text: "CPEC SEZ Tracker, Rashakai Special Economic Zone, as of 24 November 2026 (r1), address". */
export function shortCitation(cited: Cited): string {
  const day = dateInSentence(cited.asOf);
  return `CPEC SEZ Tracker, “${cited.name}”, as of ${day} (r${cited.revision}), ${permalink(cited)}`;
}

/** For a list of references: what it is, day, version, method, licence and address. */
export function longCitation(cited: Cited): string {
  const day = dateInSentence(cited.asOf);
  return [
    `CPEC SEZ Tracker (${cited.asOf.slice(0, 4)}).`,
    `“${cited.name}”. ${cited.holds} as of ${day},`,
    `version r${cited.revision}, method ${cited.method}.`,
    `Compiled data licensed CC BY 4.0. ${permalink(cited)}`,
  ].join(" ");
}
