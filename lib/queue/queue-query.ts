import { groupBy } from "../evidence/group-by";
import { toSearch } from "../query/search-string";
import type { Day } from "../time/day";
import { WORK_KINDS, type WorkItem, type WorkKind } from "./work-item";

/** Whose work is shown: one's own, nobody's, that of a person by their id, or everyone's. */
export type Whose = "me" | "nobody" | "anyone" | { readonly person: string };

/** The filters of the queue, as the address has them. */
export interface QueueQuery {
  /** Null: every kind. */
  readonly kind: WorkKind | null;
  /** Slug; null: any. */
  readonly zone: string | null;
  readonly whose: Whose;
  readonly place: ItemPlace;
  /** From 1. */
  readonly page: number;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the filters of an address. What cannot be read is left out, and the form shows what is used. */
export function parseQueueQuery(params: Params, zones: readonly string[]): QueueQuery {
  const word = (name: string) => [params[name] ?? []].flat()[0] ?? "";
  const who = word("who");
  const page = Number(word("page"));
  return {
    kind: WORK_KINDS.find((kind) => kind === word("kind")) ?? null,
    zone: zones.find((slug) => slug === word("zone")) ?? null,
    whose:
      who === "me" || who === "nobody"
        ? who
        : who === "" || who === "anyone"
          ? "anyone"
          : { person: who.slice(0, 64) },
    place: ITEM_PLACES.find((place) => place === word("state")) ?? "open",
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** The parameter `who` of a choice. */
export function writeWhose(whose: Whose): string {
  return typeof whose === "string" ? whose : whose.person;
}

/** The address of the queue with some filters. */
export function queueAddress({
  kind = null,
  zone = null,
  whose = "anyone",
  place = "open",
  page = 1,
}: Partial<QueueQuery>): string {
  return `/admin/work${toSearch([
    ...(kind === null ? [] : [["kind", kind] as const]),
    ...(zone === null ? [] : [["zone", zone] as const]),
    ...(whose === "anyone" ? [] : [["who", writeWhose(whose)] as const]),
    ...(place === "open" ? [] : [["state", place] as const]),
    ...(page === 1 ? [] : [["page", String(page)] as const]),
  ])}`;
}

/** An item with what people did with it. */
export interface QueuedItem {
  readonly item: WorkItem;
  readonly state: ItemState;
}

/** Every item with its state, in the order given. */
export function joinStates(
  items: readonly WorkItem[],
  entries: readonly QueueEntry[],
  today: Day,
): QueuedItem[] {
  const byItem = groupBy(entries, ({ item }) => item);
  return items.map((item) => {
    const own = byItem.get(item.key);
    return { item, state: own ? computeItemState(own, item.cause, today) : UNTOUCHED };
  });
}

/**
 * The items that match.
 * @param me id of the person who asks
 */
export function selectQueue(
  all: readonly QueuedItem[],
  { kind, zone, whose, place }: Pick<QueueQuery, "kind" | "zone" | "whose" | "place">,
  me: string,
): QueuedItem[] {
  return all.filter(
    ({ item, state }) =>
      (kind === null || item.kind === kind) &&
      (zone === null || item.zone === zone) &&
      placeOf(state) === place &&
      isWhose(state, whose, me),
  );
}

function isWhose({ assignee }: ItemState, whose: Whose, me: string): boolean {
  if (whose === "anyone") return true;
  if (whose === "nobody") return assignee === null;
  return assignee?.id === (whose === "me" ? me : whose.person);
}

/** The number of open items of each kind. */
export function countKinds(open: readonly QueuedItem[]): Readonly<Record<WorkKind, number>> {
  const counts = Object.fromEntries(WORK_KINDS.map((kind) => [kind, 0])) as Record<
    WorkKind,
    number
  >;
  for (const { item } of open) counts[item.kind] += 1;
  return counts;
}

/** What a person can do with an item of the queue. */
const QUEUE_ACTS = ["assign", "snooze", "comment", "done"] as const;
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
interface ItemState {
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
type ItemPlace = (typeof ITEM_PLACES)[number];

/** The place of an item with that state. */
export function placeOf({ done, snooze }: ItemState): ItemPlace {
  if (done) return "done";
  return snooze ? "snoozed" : "open";
}
