import type { FieldKey } from "@/lib/catalogue/fields";
import type { QueueEntry } from "@/lib/queue/queue-query";
import type { ReportedValue, WorkItem } from "@/lib/queue/work-item";
import type { Text } from "./text";

/** Most characters of a reader's words in the list. */
const EXCERPT = 240;

/** What an item is about: "Rashakai: Electricity", the title of a source, or a page. */
export function describeSubject(
  { t, fieldLabel }: Text,
  item: WorkItem,
  zoneName: (slug: string) => string,
): string {
  if (item.kind === "dead-link") return item.title;
  const { zone, tenancy, field } = item;
  if (item.kind === "review" && zone === null) return t("queue.about.review");
  if (zone === null)
    return item.kind === "correction" ? t("queue.about.page", { page: item.page }) : "";
  if (field === null) return t("queue.about.zone", { zone: zoneName(zone) });
  const about = { zone: zoneName(zone), field: fieldLabel(field) };
  return tenancy === null
    ? t("queue.about.value", about)
    : t("queue.about.firm", { ...about, firm: tenancy.firm });
}

/** Why an item is in the queue, in one or two sentences. */
export function describeCause(text: Text, item: WorkItem): string {
  const { t } = text;
  switch (item.kind) {
    case "correction":
      return item.message.length > EXCERPT ? `${item.message.slice(0, EXCERPT)}…` : item.message;
    case "review":
      return t("queue.why.review", { count: item.claims, author: item.author });
    case "disputed":
      return t("queue.why.disputed", {
        shown: describeReport(text, item.field, item.shown),
        against: text.list(item.against.map((one) => describeReport(text, item.field, one))),
      });
    case "target": {
      const { value } = item.announced;
      const values = {
        date: typeof value === "string" ? text.partialDate(value) : "",
        age: text.age(item.daysOverdue),
      };
      return t(item.state === "missed" ? "queue.why.missed" : "queue.why.notKnownTarget", values);
    }
    case "implied":
      return item.reason === "needed" ? t("queue.why.needed") : text.impliedReason(item.reason);
    case "question":
      return t("queue.why.question", { why: item.why, points: item.worth });
    case "dead-link":
      return t("queue.why.deadLink", {
        url: item.url,
        status: item.status === null ? "none" : String(item.status),
        copy: item.hasCopy ? "yes" : "no",
      });
    case "stale":
      return t("queue.why.stale", {
        value: describeValue(text, item.field, item.shown),
        date: text.partialDate(item.shown.date),
        age: text.age(item.ageDays),
        limit: text.age(item.freshFor),
      });
  }
}

function describeReport(text: Text, field: FieldKey | null, report: ReportedValue): string {
  return text.t("queue.why.report", {
    value: describeValue(text, field, report),
    date: text.partialDate(report.date),
  });
}

function describeValue(text: Text, field: FieldKey | null, { value }: ReportedValue): string {
  return value === null || field === null ? text.t("queue.why.notKnown") : text.value(field, value);
}

/** What a person did with an item: "Sara snoozed it until 3 Dec 2026: the ministry answers then". */
export function describeEntry({ t, partialDate }: Text, entry: QueueEntry): string {
  const { act, actor, assignee, until, note } = entry;
  switch (act) {
    case "assign":
      return assignee === null
        ? t("queue.history.unassign", { actor: actor.name })
        : t("queue.history.assign", { actor: actor.name, who: assignee.name });
    case "snooze":
      return t("queue.history.snooze", {
        actor: actor.name,
        until: partialDate(until ?? ""),
        note: note ?? "",
      });
    case "comment":
      return t("queue.history.comment", { actor: actor.name, note: note ?? "" });
    case "done":
    case "undo":
      return t("queue.history.done", { actor: actor.name });
  }
}
