import type { WorkKind } from "@/lib/queue/work-item";

/** An act in the history of an item, in words. */
export interface PastAct {
  readonly id: string;
  readonly words: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Can the signed-in person undo it? */
  readonly canUndo: boolean;
}

/** An item of the queue in words. */
export interface QueueItemView {
  readonly key: string;
  readonly cause: string;
  readonly kind: WorkKind;
  /** What it is about. */
  readonly subject: string;
  /** Why it is in the queue. */
  readonly why: string;
  /** Where it is worked on, the most likely first; never empty. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  /** With whom it is, until when it is put away and who finished it, in words. */
  readonly states: readonly string[];
  /** Is it assigned to the signed-in person? */
  readonly mine: boolean;
  readonly done: boolean;
  /** A correction is done by its answer alone. */
  readonly canBeDone: boolean;
  /** Oldest first. */
  readonly history: readonly PastAct[];
}
