import { groupBy } from "../evidence/group-by";
import { toSearch } from "../query/search-string";
import type { Day } from "../time/day";
import {
  computeItemState,
  ITEM_PLACES,
  type ItemPlace,
  type ItemState,
  placeOf,
  type QueueEntry,
  UNTOUCHED,
} from "./item-state";
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
