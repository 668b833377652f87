import "server-only";
import { createHash } from "node:crypto";
import type { Act } from "@/lib/catalogue/roles";
import type { ForbiddenReason } from "@/lib/contract/forbidden-reasons";
import type { AuditDetails, AuditFailure } from "../../contract/audit-actions";
import { pool } from "../database/db";
import { log } from "../log/log";
import { countAuditEntry } from "../metrics";
import { getClientAddress } from "../origins";
import { processSingleton } from "../process-singleton";
import type { Actor } from "./audit";

/** A failure to be counted. `subject` and `detail` may contain what a visitor typed. */
interface Failure {
  readonly actor: Actor;
  readonly action: AuditFailure;
  readonly subject: string;
  readonly detail: AuditDetails;
}

/** Days for which failed sign-ins and refused changes stay in the audit log. */
export const FAILURE_DAYS = 90;
/** Most rows of one action within an hour. Further failures of that hour share one row. */
const MAX_HOUR_ROWS = 500;
/**
 * Most rows of one action. Its oldest are deleted, so that a flood of one kind of failures pushes out none of another.
 */
const MAX_ROWS = 40_000;
/** The subject of the row that the further failures of an hour share. */
const OTHERS = "*";

/**
 * Counts a failure in the row of its hour. Failures by the same actor from the same address share a row if they have the
 * same subject, reason of refusal and step of the sign-in. The row keeps the details of the first.
 */
export async function countFailure(failure: Failure, times = 1): Promise<void> {
  const cut = {
    ...failure,
    actor: { ...failure.actor, address: failure.actor.address?.slice(0, 100) ?? null },
    subject: failure.subject.slice(0, 320),
  };
  if (await upsert(cut, times, MAX_HOUR_ROWS)) return;
  const others: Failure = {
    actor: { id: null, name: "visitor", address: null },
    action: failure.action,
    subject: OTHERS,
    detail: { others: MAX_HOUR_ROWS },
  };
  // Failures at the same time can exceed the limit of the hour, so it must not apply to this row.
  await upsert(others, times, MAX_ROWS);
}

/** @returns false if the hour has too many rows of this action for another one */
async function upsert(failure: Failure, times: number, maxRows: number): Promise<boolean> {
  const { actor, action, subject, detail } = failure;
  const { rowCount } = await pool().query(
    `WITH counted AS (
       UPDATE audit_failure SET count = count + $2, last_at = greatest(last_at, now())
       WHERE key = to_char(now(), 'YYYYMMDDHH24 ') || $1 RETURNING 1
     ), made AS (
       INSERT INTO audit_failure AS f
         (key, id, first_at, last_at, count, actor_id, actor_name, action, subject, detail, address)
       SELECT to_char(now(), 'YYYYMMDDHH24 ') || $1, nextval('audit_entry_id_seq'), now(), now(), $2, $3, $4, $5, $6, $7, $8
       WHERE NOT EXISTS (SELECT FROM counted) AND $9 > (
         SELECT count(*) FROM audit_failure WHERE action = $5 AND first_at >= date_trunc('hour', now()))
       ON CONFLICT (key) DO UPDATE SET count = f.count + $2, last_at = greatest(f.last_at, now())
       RETURNING 1
     ) SELECT 1 FROM counted UNION ALL SELECT 1 FROM made`,
    [
      hashFailure(failure),
      times,
      actor.id,
      actor.name.slice(0, 200),
      action,
      subject,
      JSON.stringify(detail),
      actor.address,
      maxRows,
    ],
  );
  return rowCount === 1;
}

function hashFailure({ actor, action, subject, detail }: Failure): string {
  const { refused = null, step = null } = detail;
  const { id, name, address } = actor;
  const same = JSON.stringify([action, id, name, address, subject, refused, step]);
  return createHash("sha256").update(same).digest("base64url");
}

/** How long refused changes are counted in memory after the first one was stored. */
const GATHER_MS = 5_000;
/** Most kinds of refused changes that are counted in memory at a time. */
const MAX_GATHERED = 1_000;

/**
 * Counts a refused change, which costs a client nothing. The first one is stored at once; further equal ones are
 * counted in memory and stored after 5 seconds. Never throws: the client gets its refusal in any case.
 */
export async function countRefusal(failure: Failure): Promise<void> {
  const gathered = processSingleton("gathered-refusals", () => new Map<string, number>());
  const key = hashFailure(failure);
  const times = gathered.get(key);
  if (times !== undefined) {
    gathered.set(key, times + 1);
    return;
  }
  if (gathered.size >= MAX_GATHERED) {
    log.debug("A refused change was not counted, because there are too many", {});
    return;
  }
  gathered.set(key, 0);
  setTimeout(() => {
    const more = gathered.get(key) ?? 0;
    gathered.delete(key);
    if (more > 0) void countSafely(failure, more);
  }, GATHER_MS).unref();
  await countSafely(failure, 1);
}

async function countSafely(failure: Failure, times: number): Promise<void> {
  try {
    await countFailure(failure, times);
  } catch (error) {
    log.warn("A refused change is not in the audit", { action: failure.action, times, error });
  }
}

/**
 * Deletes what was kept for a limited time: failures older than `FAILURE_DAYS` or beyond the limit, ended sessions
 * with their IP addresses, and old counts of requests.
 * @param deleteOthers deletes what other folders keep for a limited time
 * @returns the number of deleted failures
 */
export async function deleteExpired(
  deleteOthers: readonly (() => Promise<void>)[] = [],
): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM audit_failure AS f
     USING (SELECT key, row_number() OVER (PARTITION BY action ORDER BY id DESC) AS place FROM audit_failure) AS ranked
     WHERE ranked.key = f.key AND (f.last_at < now() - make_interval(days => $1) OR ranked.place > $2)`,
    [FAILURE_DAYS, MAX_ROWS],
  );
  await pool().query("DELETE FROM session WHERE expires_at < now()");
  await pool().query("DELETE FROM rate_limit WHERE last_request < $1", [Date.now() - DAY_MS]);
  for (const deleteOther of deleteOthers) await deleteOther();
  return rowCount ?? 0;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Deletes what has expired now and every hour, on each instance. @param deleteOthers as of `deleteExpired` */
export function startDeletingExpired(deleteOthers: readonly (() => Promise<void>)[]): void {
  const run = async () => {
    try {
      const deleted = await deleteExpired(deleteOthers);
      if (deleted > 0) log.info("Deleted old failures from the audit", { deleted });
    } catch (error) {
      log.warn("What has expired could not be deleted. The next attempt is in an hour", { error });
    }
  };
  setInterval(() => void run(), HOUR_MS).unref();
  void run();
}

/**
 * Notes in the audit that a change was refused with 401 or 403. Never throws.
 * @param what the act that was refused, or the kind of action; nothing that a client typed
 * @param person the user of the request; null without a session, or where it was not read
 */
export async function auditRefusedChange(
  headers: Headers,
  what: Act | "own-account" | "anyone",
  reason: ForbiddenReason,
  person: { readonly id: string; readonly name: string } | null = null,
): Promise<void> {
  countAuditEntry("change-refused");
  await countRefusal({
    actor: {
      id: person?.id ?? null,
      name: person?.name ?? "visitor",
      address: getClientAddress(headers),
    },
    action: "change-refused",
    subject: what,
    detail: { refused: reason },
  });
}
