import { CURRENT_METHOD } from "../catalogue/methods";
import type { Registry } from "../evidence/registry";
import type { Day } from "../time/day";

/**
 * Number of the method, the last one of `METHODS`. It rises when resolution, default weights or file formats change, because
 * an address with `asOf` and `knownOn` then gives another answer. With a change of resolution or default
 * weights belongs a migration that sets `projected_revision` of all zones to NULL.
 */
export const METHOD = CURRENT_METHOD.number;

/** The day on which this method came into use. */
export const METHOD_SINCE: Day = CURRENT_METHOD.since;

/**
 * The moment that an answer shows. The same address with this `asOf` and `knownOn` always gives the
 * same answer while the method stays the same.
 */
interface Meta {
  /** The revision. */
  readonly version: number;
  readonly method: number;
  readonly asOf: Day;
  /** The revision in the form of the parameter of this name, with its identity: `r12-3f9a2c1e`. */
  readonly knownOn: string;
}

/** The meta of an answer with rows. */
export interface ListMeta extends Meta {
  /** Rows that match, on all pages. */
  readonly matched: number;
  /** Rows before any condition. */
  readonly total: number;
}

type ShownMoment = Pick<Registry, "asOf" | "revision" | "knownOn">;

/** The meta of an answer about a moment. */
export function buildMeta({ asOf, revision, knownOn }: ShownMoment): Meta {
  return { version: revision, method: METHOD, asOf, knownOn };
}

/** The meta of an answer with rows. */
export function listMeta(moment: ShownMoment, matched: number, total: number): ListMeta {
  return { matched, total, ...buildMeta(moment) };
}
