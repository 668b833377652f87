/** Most characters of a comment, a reason or an answer in the queue. */
export const MAX_NOTE = 2_000;
/** Items on one page of the queue, and most that one act is about. */
export const QUEUE_PAGE_SIZE = 40;
