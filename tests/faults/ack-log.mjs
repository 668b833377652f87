// What the server acknowledged to the writers. The ledger is compared with it.

/**
 * A claim that was acknowledged. `revision` is null if the answer was 200, which means: already recorded.
 * @typedef {{ id: string, zone: string, field: string, value: unknown, revision: number | null }} AcknowledgedClaim
 */

/** @typedef {ReturnType<typeof createAckLog>} AckLog */

export function createAckLog() {
  return {
    /** Acknowledged claims by id. @type {Map<string, AcknowledgedClaim>} */
    claims: new Map(),
    /** Ids of claims whose withdrawal was acknowledged. @type {Set<string>} */
    withdrawn: new Set(),
    /** Ids of claims that were rejected. @type {Set<string>} */
    rejected: new Set(),
    /** Requests that were acknowledged. */
    acknowledged: 0,
    /** Acknowledged requests that were sent more than once, and those that an unanswered try had recorded. */
    retried: 0,
    recordedBefore: 0,
    /** Answers with status 503, and requests without an answer. */
    unavailable: 0,
    interrupted: 0,
    /** All reads, and those answered while only the database was down. */
    reads: 0,
    readsWithoutDatabase: 0,
    /** Messages on the stream that the database is down. */
    databaseNotices: 0,
    /** Unexpected answers since the last check, in words. @type {string[]} */
    unexpected: [],
  };
}
