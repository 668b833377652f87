import "server-only";
import type { Day } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../database/db";

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
