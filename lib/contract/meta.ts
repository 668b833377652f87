import { CURRENT_METHOD } from "../catalogue/methods";
import type { Registry } from "../evidence/registry";
import type { Day } from "../time/day";
import type { ListMeta, Meta } from "./answer-schemas";

/**
 * Number of the method, the last one of `METHODS`. It rises when resolution, default weights or file formats change, because
 * an address with `asOf` and `knownOn` then gives another answer. With a change of resolution or default
 * weights belongs a migration that sets `projected_revision` of all zones to NULL.
 */
export const METHOD = CURRENT_METHOD.number;

/** The day on which this method came into use. */
export const METHOD_SINCE: Day = CURRENT_METHOD.since;

type ShownMoment = Pick<Registry, "asOf" | "revision" | "knownOn">;

/** The meta of an answer about a moment. */
export function buildMeta({ asOf, revision, knownOn }: ShownMoment): Meta {
  return { version: revision, method: METHOD, asOf, knownOn };
}

/** The meta of an answer with rows. */
export function listMeta(moment: ShownMoment, matched: number, total: number): ListMeta {
  return { matched, total, ...buildMeta(moment) };
}
