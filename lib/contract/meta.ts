import type { Moment } from "../evidence/resolve";
import type { Day } from "../time/day";

/**
 * Number of the method. It rises when resolution, default weights or file formats change, because
 * an address with `asOf` and `knownOn` then gives another answer. With a change of resolution or default
 * weights belongs a migration that sets `projected_revision` of all zones to NULL.
 */
export const METHOD = 2;

/** The day on which this method came into use. An address that was made before showed answers by the method before. */
export const METHOD_SINCE: Day = "2026-11-26";

/**
 * The moment that an answer shows. The same address with this `asOf` and `knownOn` always gives the
 * same answer while the method stays the same.
 */
interface Meta {
  /** The revision. */
  readonly version: number;
  readonly method: number;
  readonly asOf: Day;
  /** The revision in the form of the parameter of this name, `r12`. */
  readonly knownOn: string;
}

/** The meta of an answer with rows. */
export interface ListMeta extends Meta {
  /** Rows that match, on all pages. */
  readonly matched: number;
  /** Rows before any condition. */
  readonly total: number;
}

/** The meta of an answer about a moment. */
export function buildMeta({ asOf, revision }: Moment): Meta {
  return { version: revision, method: METHOD, asOf, knownOn: `r${revision}` };
}

/** The meta of an answer with rows. */
export function listMeta(moment: Moment, matched: number, total: number): ListMeta {
  return { matched, total, ...buildMeta(moment) };
}
