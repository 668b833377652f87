import { may, type Role } from "@/lib/catalogue/roles";
import { entryPath, getLedgerAnchor, sheetPath } from "@/lib/evidence/addresses";
import type { QueuedItem } from "@/lib/queue/queue-query";
import { canBeDone, type WorkItem, type WorkKind } from "@/lib/queue/work-item";
import { TARGET_CONDITIONS } from "@/lib/targets/targets";
import { describeCause, describeEntry, describeSubject } from "@/lib/text/queue-words";
import type { Text } from "@/lib/text/text";

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

/**
 * An item in words, with where it is worked on.
 * @param me the signed-in person
 */
export function buildQueueView(
  text: Text,
  { item, state }: QueuedItem,
  zoneName: (slug: string) => string,
  me: { readonly id: string; readonly role: Role | null },
): QueueItemView {
  const { t } = text;
  const { assignee, snooze, done, returned, entries } = state;
  return {
    key: item.key,
    cause: item.cause,
    kind: item.kind,
    subject: describeSubject(text, item, zoneName),
    why: describeCause(text, item),
    links: listPlaces(item).map(({ label, href }) => ({ label: t(`queue.open.${label}`), href })),
    states: [
      ...(assignee ? [t("queue.state.assigned", { name: assignee.name })] : []),
      ...(snooze
        ? [
            t("queue.state.snoozed", {
              until: text.partialDate(snooze.until ?? ""),
              note: snooze.note ?? "",
            }),
          ]
        : []),
      ...(done ? [t("queue.state.done", { name: done.actor.name })] : []),
      ...(returned ? [t("queue.why.returned")] : []),
    ],
    mine: assignee?.id === me.id,
    done: done !== null,
    canBeDone: canBeDone(item),
    history: entries.map((entry) => ({
      id: entry.id,
      words: describeEntry(text, entry),
      at: entry.at,
      canUndo: entry.actor.id === me.id || (entry.act === "done" && may(me.role, "decide")),
    })),
  };
}

interface Place {
  readonly label: "record" | "judge" | "evidence" | "source" | "answer" | "review";
  readonly href: string;
}

/** Where an item is worked on, the most likely first. */
export function listPlaces(item: WorkItem): readonly [Place, ...Place[]] {
  switch (item.kind) {
    case "correction":
      return [{ label: "answer", href: `/admin/work?tab=corrections&id=${item.id}` }];
    case "review":
      return [{ label: "review", href: `/admin/work/review/${item.id}` }];
    case "dead-link":
      return [
        { label: "source", href: `/admin/records/source/${encodeURIComponent(item.sourceId)}` },
      ];
    case "disputed":
      return [
        { label: "judge", href: `/admin/claims/${item.shown.claimId}` },
        ...listFieldPlaces(item),
      ];
    default:
      return listFieldPlaces(item);
  }
}

/** The form with the item's zone and field, and the evidence on them. */
function listFieldPlaces(item: WorkItem): readonly [Place, Place] {
  const { zone, tenancy } = item;
  // A target is met by what its field reports, not by another target.
  const field = item.kind === "target" ? TARGET_CONDITIONS[item.target].field : item.field;
  const anchor = field === null ? "" : getLedgerAnchor(field, tenancy?.id ?? null);
  return [
    { label: "record", href: sheetPath(zone ?? "", field ?? undefined, tenancy?.id) },
    { label: "evidence", href: entryPath(zone ?? "", anchor, []) },
  ];
}
