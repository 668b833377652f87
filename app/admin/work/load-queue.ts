import { cache } from "react";
import { may } from "@/lib/catalogue/roles";
import { joinStates, type QueuedItem, selectQueue } from "@/lib/queue/queue-query";
import type { Person } from "@/lib/server/accounts/session";
import { listQueueEntries, loadWork } from "@/lib/server/desk/queue";
import { currentView } from "@/lib/server/registry/registry-at";

/** All work of today with what people did with it, and the checked links. Read once for a page and its frame. */
export const loadQueue = cache(async () => {
  const [{ asOf }, { work, links }] = await Promise.all([currentView(), loadWork()]);
  return { queue: joinStates(work, await listQueueEntries(work), asOf), links };
});

/** The items that are neither done nor put away. */
export function listOpen(queue: readonly QueuedItem[], me: string): QueuedItem[] {
  return selectQueue(queue, { kind: null, zone: null, whose: "anyone", place: "open" }, me);
}

/** How many open items wait for a person: readers' corrections, for reviewers what waits for review, and what is theirs. */
export async function countWaiting({ id, role }: Pick<Person, "id" | "role">): Promise<number> {
  const { queue } = await loadQueue();
  return listOpen(queue, id).filter(
    ({ item: { kind }, state }) =>
      state.assignee?.id === id ||
      kind === "correction" ||
      (kind === "review" && may(role, "decide")),
  ).length;
}
