// What the writers were told: the book that the ledger is held against.

/**
 * A claim that was acknowledged.
 * @typedef {{ id: string, zone: string, field: string, value: unknown, version: number | null }} Kept
 */

/** @typedef {ReturnType<typeof makeBook>} Book */

export function makeBook() {
  return {
    /** Claims that were acknowledged, by id; `version` is null where the acknowledgement was a 200. @type {Map<string, Kept>} */
    claims: new Map(),
    /** Ids of claims whose withdrawal was acknowledged. @type {Set<string>} */
    withdrawn: new Set(),
    /** Ids of claims that were refused. @type {Set<string>} */
    refused: new Set(),
    /** Requests that were acknowledged. */
    acknowledged: 0,
    /** Of them, those that were sent more than once, and those that the first sending had recorded. */
    resent: 0,
    recordedBefore: 0,
    /** Answers of 503, and requests that were cut. */
    away: 0,
    cut: 0,
    /** Reads answered while only the database was away, and all reads. */
    readsAway: 0,
    reads: 0,
    /** Times the stream said that the database was away. */
    noticesAway: 0,
    /** What should not have happened since this was last looked at, in words. @type {string[]} */
    surprises: [],
  };
}
