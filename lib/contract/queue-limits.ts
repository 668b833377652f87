/** Most characters of a comment, a reason or an answer in the queue. */
export const MAX_NOTE = 2_000;
