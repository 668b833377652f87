import type { Day } from "../time/day";

/** What a person can do with an item of the queue. */
export const QUEUE_ACTS = ["assign", "snooze", "comment", "done"] as const;
export type QueueAct = (typeof QUEUE_ACTS)[number];

/** A person of the team. */
export interface Teammate {
  readonly id: string;
  readonly name: string;
}

/** One act on an item, as recorded; the last ones have the greatest ids. */
export interface QueueEntry {
  /** A number as text: 64 bits. */
  readonly id: string;
  /** Key of the item. */
  readonly item: string;
  /** The item's cause when the person acted. */
  readonly cause: string;
  readonly act: QueueAct | "undo";
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: Teammate;
  /** Of an assignment; null: to nobody. */
  readonly assignee: Teammate | null;
  /** The last day of a snooze. */
  readonly until: Day | null;
  readonly note: string | null;
  /** Id of the entry that this one undoes. */
  readonly undoes: string | null;
}

/** What the acts on an item add up to. */
export interface ItemState {
  readonly assignee: Teammate | null;
  /** The snooze that applies today; null: none. */
  readonly snooze: QueueEntry | null;
  /** By whom the item is done; null: it is not, or its facts changed since. */
  readonly done: QueueEntry | null;
  /** Was it done before its facts changed? */
  readonly returned: boolean;
  /** The acts that nobody undid, oldest first. */
  readonly entries: readonly QueueEntry[];
}

/** The state of an item on which nobody acted. */
export const UNTOUCHED: ItemState = {
  assignee: null,
  snooze: null,
  done: null,
  returned: false,
  entries: [],
};

/**
 * The state of an item. An assignment stays while the facts change; a snooze and "done" apply only to the facts of
 * their time. The latest act of each kind applies, and an undone one never happened.
 * @param all the entries on the item, in any order
 */
export function computeItemState(all: readonly QueueEntry[], cause: string, today: Day): ItemState {
  const undone = new Set(all.map(({ undoes }) => undoes));
  const entries = all
    .filter(({ id, act }) => act !== "undo" && !undone.has(id))
    .sort((a, b) => compareIds(a.id, b.id));
  const last = (act: QueueAct) => entries.findLast((entry) => entry.act === act);
  const [snooze, done] = [last("snooze"), last("done")];
  return {
    assignee: last("assign")?.assignee ?? null,
    snooze: snooze?.cause === cause && (snooze.until ?? "") >= today ? snooze : null,
    done: done?.cause === cause ? done : null,
    returned: done !== undefined && done.cause !== cause,
    entries,
  };
}

/** Compares numbers that are written as text without leading zeros. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Where an item is: `open`, or put away until its facts change or its day comes. */
export const ITEM_PLACES = ["open", "snoozed", "done"] as const;
export type ItemPlace = (typeof ITEM_PLACES)[number];

/** The place of an item with that state. */
export function placeOf({ done, snooze }: ItemState): ItemPlace {
  if (done) return "done";
  return snooze ? "snoozed" : "open";
}
