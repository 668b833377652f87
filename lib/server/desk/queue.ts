import "server-only";
import type { z } from "zod";
import { isRole, may, ROLES } from "@/lib/catalogue/roles";
import type { QueueActRequest } from "@/lib/contract/queue-request";
import type { QueueEntry, Teammate } from "@/lib/queue/queue-query";
import { type CheckedLink, canBeDone, type WorkItem } from "@/lib/queue/work-item";
import { listWork } from "@/lib/queue/work-sources";
import { addDays, type Day, pakistanDay } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../audit/audit";
import { type ChangeResult, WHOLE_FORM } from "../change-result";
import { db } from "../database/db";
import { currentView } from "../registry/registry-at";
import { getText } from "../text/get-text";
import { listOpenCorrections } from "./corrections";
import { listLatestChecks } from "./link-checks";
import { listWaitingReports } from "./read-submissions";

/** The longest that an item can be put away, in days. */
export const MAX_SNOOZE_DAYS = 366;
const UNIQUE_VIOLATION = "P2002";

/** All work of today, in the order of the queue, and the latest check of each link, which is a part of it. */
export async function loadWork(): Promise<{
  readonly work: readonly WorkItem[];
  readonly links: readonly CheckedLink[];
}> {
  const [{ registry, rows, sources }, links, corrections, waiting] = await Promise.all([
    currentView(),
    listLatestChecks(),
    listOpenCorrections(),
    listWaitingReports(),
  ]);
  return { work: listWork({ registry, rows, sources, links, corrections, waiting }), links };
}

/** Everything that people did with some items. */
export async function listQueueEntries(items: readonly WorkItem[]): Promise<QueueEntry[]> {
  const rows = await db().queueEntry.findMany({
    where: { item: { in: items.map(({ key }) => key) } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, item, cause, act, at, note, ...row }) => ({
    id: String(id),
    item,
    cause,
    // The database takes no other.
    act: act as QueueEntry["act"],
    at: at.toISOString(),
    actor: { id: row.actorId, name: row.actorName },
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? "" },
    until: row.until === null ? null : row.until.toISOString().slice(0, 10),
    note,
    undoes: row.undoes === null ? null : String(row.undoes),
  }));
}

/** The people whom work can be given to, by name. */
export async function listTeam(): Promise<Teammate[]> {
  return db().user.findMany({
    where: { closedAt: null, role: { in: ROLES.filter((role) => role !== "reader") } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** The names of their messages in `api.queue`. */
type Fault = "gone" | "changed" | "answerFirst" | "noPerson" | "snoozeDay" | "notYours" | "undone";

async function refuse(fault: Fault, param: string = WHOLE_FORM) {
  const { t } = await getText();
  const message = t(`api.queue.${fault}`, { days: MAX_SNOOZE_DAYS });
  return { ok: false, issues: [{ param, message }] } as const;
}

/**
 * Records what a person did with items that are in the queue now, as they saw them: with all of them or none.
 * @returns the ids of the entries, to undo them
 */
export async function actOnItems(
  request: z.output<typeof QueueActRequest>,
  actor: Actor,
): Promise<ChangeResult<readonly string[]>> {
  const { act, items } = request;
  const work = new Map((await loadWork()).work.map((item) => [item.key, item]));
  for (const { item: key, cause } of items) {
    const item = work.get(key);
    if (!item) return refuse("gone");
    if (item.cause !== cause) return refuse("changed");
    if (act === "done" && !canBeDone(item)) return refuse("answerFirst");
  }
  let assignee: Teammate | null = null;
  if (act === "assign" && request.assignee !== null) {
    assignee = (await listTeam()).find(({ id }) => id === request.assignee) ?? null;
    if (assignee === null) return refuse("noPerson", "assignee");
  }
  if (act === "snooze") {
    const today = pakistanDay(new Date());
    if (request.until <= today || request.until > addDays(today, MAX_SNOOZE_DAYS)) {
      return refuse("snoozeDay", "until");
    }
  }
  const entries = await db().queueEntry.createManyAndReturn({
    data: items.map((about) => ({
      ...about,
      act,
      ...authorOf(actor),
      assigneeId: assignee?.id ?? null,
      assigneeName: assignee?.name ?? null,
      until: act === "snooze" ? new Date(`${request.until}T00:00:00Z`) : null,
      note: "note" in request ? request.note : null,
    })),
    select: { id: true },
  });
  return { ok: true, value: entries.map(({ id }) => String(id)) };
}

/**
 * Undoes acts, once: one's own, and for reviewers that something is done, since its author may be gone. The entries
 * stay, and further ones say that they do not apply. All of them are undone or none.
 */
export async function undoQueueEntries(
  ids: readonly string[],
  actor: Actor,
): Promise<ChangeResult> {
  const entries = await db().queueEntry.findMany({ where: { id: { in: ids.map(BigInt) } } });
  if (entries.length < new Set(ids).size || entries.some(({ act }) => act === "undo")) {
    return refuse("gone");
  }
  const others = entries.filter(({ actorId }) => actorId !== actor.id);
  const mayUndo = others.every(({ act }) => act === "done") && (await mayDecide(actor));
  if (others.length > 0 && !mayUndo) return refuse("notYours");
  try {
    await db().queueEntry.createMany({
      data: entries.map(({ id, item, cause }) => ({
        ...{ item, cause, act: "undo", ...authorOf(actor), undoes: id },
      })),
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION) {
      return refuse("undone");
    }
    throw error;
  }
  return { ok: true, value: null };
}

async function mayDecide({ id }: Actor): Promise<boolean> {
  const user = id === null ? null : await db().user.findUnique({ where: { id } });
  return user !== null && isRole(user.role) && may(user.role, "decide");
}

function authorOf({ id, name }: Actor) {
  if (id === null) throw new Error("Only a person with an account works in the queue.");
  return { actorId: id, actorName: name };
}

/** What was done in a week. */
export interface WeekOfWork {
  /** Its Monday, in Pakistan. */
  readonly monday: Day;
  /** Reports that people recorded. */
  readonly recorded: number;
  /** Decisions of people on reports, apart from the publication that comes with a report. */
  readonly judged: number;
  /** Readers' corrections that were answered. */
  readonly answered: number;
}

/** Weeks that are counted, with the present one. */
const WEEKS = 8;

/**
 * The work of the last weeks, the present one first; weeks without any have zeros.
 * @param personId whose; null: of everybody with an account
 */
export async function countWork(personId: string | null): Promise<WeekOfWork[]> {
  const by = (column: string) =>
    personId === null
      ? Prisma.sql`${Prisma.raw(column)} IS NOT NULL`
      : Prisma.sql`${Prisma.raw(column)} = ${personId}`;
  const week = (column: string) =>
    Prisma.sql`date_trunc('week', ${Prisma.raw(column)} AT TIME ZONE 'Asia/Karachi')::date`;
  return db().$queryRaw<WeekOfWork[]>`
    WITH weeks AS (
      SELECT (date_trunc('week', now() AT TIME ZONE 'Asia/Karachi') - n * interval '1 week')::date AS monday
      FROM generate_series(0, ${WEEKS - 1}::int) AS n
    ), own AS (
      SELECT id, ${week("recorded_at")} AS monday FROM revision WHERE ${by("author_id")}
    ), recorded AS (
      SELECT monday, count(*)::int AS count FROM own JOIN claim ON revision_id = own.id GROUP BY monday
    ), judged AS (
      SELECT monday, count(*)::int AS count FROM own JOIN decision ON decision.revision_id = own.id
      JOIN claim ON claim.id = claim_id WHERE claim.revision_id <> decision.revision_id GROUP BY monday
    ), answered AS (
      SELECT ${week("answered_at")} AS monday, count(*)::int AS count
      FROM correction WHERE ${by("answered_by_id")} GROUP BY 1
    )
    SELECT to_char(weeks.monday, 'YYYY-MM-DD') AS monday, coalesce(recorded.count, 0) AS recorded,
      coalesce(judged.count, 0) AS judged, coalesce(answered.count, 0) AS answered
    FROM weeks LEFT JOIN recorded USING (monday) LEFT JOIN judged USING (monday) LEFT JOIN answered USING (monday)
    ORDER BY weeks.monday DESC`;
}
