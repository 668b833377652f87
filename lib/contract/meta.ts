import type { Moment } from "../evidence/resolve";
import type { Day } from "../time/day";
import { METHOD } from "./method";

/**
 * What every answer says of itself. `asOf` and `knownOn`, written into the same address, give the
 * same answer for ever within one method; so `version` is the last revision that counts here.
 */
export interface Meta {
  readonly version: number;
  readonly method: number;
  readonly asOf: Day;
  /** The version in the form that the parameter of this name takes: `r12`. */
  readonly knownOn: string;
}

/** What an answer with rows says of itself besides. */
export interface ListMeta extends Meta {
  /** Rows that match, on whatever page. */
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
