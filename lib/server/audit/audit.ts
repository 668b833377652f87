import "server-only";
import { Prisma } from "@/prisma/generated/client";
import {
  AUDIT_FAILURES,
  type AuditAction,
  type AuditDetails,
  type AuditFailure,
} from "../../contract/audit-actions";
import { addDays, type Day, startOfDay } from "../../time/day";
import { db } from "../database/db";
import { countAuditEntry } from "../metrics";
import { countFailure } from "./audit-failures";

/** The author of an action, and their address. */
export interface Actor {
  /** Null without a session, such as at a failed sign-in or the first set-up. */
  readonly id: string | null;
  readonly name: string;
  readonly address: string | null;
  /** The name of the token that the request came with; absent: it came with a session. */
  readonly token?: string;
}

/** A new entry. */
export interface NewAuditEntry {
  readonly actor: Actor;
  readonly action: AuditAction;
  /** The object of the action, such as the slug of a zone or the e-mail address of a person. */
  readonly subject: string;
  readonly detail?: AuditDetails;
  readonly revision?: number;
}

/**
 * Writes an entry, in the transaction of the action if there is one. Failures are counted outside of it, because they
 * have another table and are kept for a limited time.
 */
export async function audit(
  entry: NewAuditEntry,
  tx: Prisma.TransactionClient = db(),
): Promise<void> {
  const { actor, action, subject } = entry;
  countAuditEntry(action);
  const data = toAuditRow(entry);
  if (isFailure(action)) return countFailure({ actor, action, subject, detail: data.detail });
  await tx.auditEntry.create({ data });
}

/** The columns of a new row; the database gives the others. */
export const AUDIT_COLUMNS = [
  ...(["actorId", "actorName", "address", "action", "subject", "detail", "revisionId"] as const),
];

/** A new row of an entry that is no failure. */
export type NewAuditRow = ReturnType<typeof toAuditRow>;

/** The row of an entry. */
export function toAuditRow({ actor, action, subject, detail = {}, revision }: NewAuditEntry) {
  const { id, name, address, token } = actor;
  return {
    ...{ actorId: id, actorName: name, address, action, subject, revisionId: revision ?? null },
    detail: token === undefined ? detail : { ...detail, token },
  };
}

function isFailure(action: AuditAction): action is AuditFailure {
  return AUDIT_FAILURES.some((failure) => failure === action);
}

/** An entry as shown on the audit page. */
export interface AuditEntry {
  readonly id: string;
  /** ISO 8601, UTC. Of a failure that was counted more than once: the first time. */
  readonly at: string;
  /** More than 1 for failures that are counted together. */
  readonly count: number;
  /** ISO 8601, UTC. */
  readonly lastAt: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Keys and values of the details, in the order of the keys. */
  readonly detail: readonly (readonly [key: string, value: string])[];
  readonly address: string | null;
  readonly revision: number | null;
}

/** A search in the audit log. `before` is the id of the last entry of the previous page. */
export interface AuditSearch {
  readonly text: string;
  readonly action: AuditAction | null;
  readonly before: string | null;
  /** Id of the person who acted; null or absent: anyone. */
  readonly by?: string | null;
  /** Slug of the zone whose reports were recorded or decided on; null or absent: anything. */
  readonly zone?: string | null;
  /** Days in Pakistan, both included; null or absent: no limit. */
  readonly from?: Day | null;
  readonly to?: Day | null;
}

/** Actions whose subject is the slug of a zone. */
export const ZONE_ACTIONS: readonly AuditAction[] = [
  "claims-recorded",
  "decisions-recorded",
  "zone-added",
];

/** Entries on one page of the log. */
const PAGE_SIZE = 50;

interface AuditRow {
  readonly id: bigint;
  readonly at: Date;
  readonly count: number;
  readonly last_at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Prisma.JsonValue;
  readonly address: string | null;
  readonly revision: number | null;
}

/**
 * At most `size` entries, newest first. `more`: do older entries match, too? The text is searched in the
 * author, the address, the subject and the details.
 * @param namedSubjects subjects whose names contain the text, such as slugs of zones
 */
export async function searchAudit(
  { text, action, before, by = null, zone = null, from = null, to = null }: AuditSearch,
  namedSubjects: readonly string[] = [],
  size = PAGE_SIZE,
): Promise<{ entries: AuditEntry[]; more: boolean }> {
  const conditions = [
    Prisma.sql`TRUE`,
    ...(before === null ? [] : [Prisma.sql`id < ${BigInt(before)}`]),
    ...(action === null ? [] : [Prisma.sql`action = ${action}`]),
    ...(by === null ? [] : [Prisma.sql`actor_id = ${by}`]),
    ...(zone === null ? [] : [Prisma.sql`subject = ${zone} AND action = ANY(${ZONE_ACTIONS})`]),
    ...(from === null ? [] : [Prisma.sql`at >= ${startOfDay(from)}`]),
    ...(to === null ? [] : [Prisma.sql`at < ${startOfDay(addDays(to, 1))}`]),
    ...(text === "" ? [] : [containsText(text, namedSubjects)]),
  ];
  const rows = await db().$queryRaw<AuditRow[]>`
    SELECT id, at, count, last_at, actor_name AS actor, action, subject, detail, address, revision_id AS revision
    FROM (
      SELECT id, at, 1 AS count, at AS last_at, actor_id, actor_name, action, subject, detail, address, revision_id
      FROM audit_entry
      UNION ALL
      SELECT id, first_at, count, last_at, actor_id, actor_name, action, subject, detail, address, NULL
      FROM audit_failure
    ) AS entry WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY id DESC LIMIT ${size + 1}`;
  return {
    more: rows.length > size,
    entries: rows.slice(0, size).map(({ id, at, last_at, detail, ...row }) => ({
      ...row,
      id: String(id),
      at: at.toISOString(),
      lastAt: last_at.toISOString(),
      detail: listDetail(detail),
    })),
  };
}

function containsText(text: string, namedSubjects: readonly string[]): Prisma.Sql {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(
    actor_name ILIKE ${like} OR subject ILIKE ${like} OR address ILIKE ${like}
    OR subject = ANY(${namedSubjects})
    OR EXISTS (SELECT FROM jsonb_each_text(detail) AS part WHERE part.value ILIKE ${like}))`;
}

function listDetail(detail: Prisma.JsonValue): [string, string][] {
  if (detail === null || typeof detail !== "object" || Array.isArray(detail)) return [];
  // The database does not keep the order of the keys.
  return Object.entries(detail)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, value]) => [key, String(value)]);
}

/** Everybody who has or had an account, by name: the people whose entries can be looked for. */
export async function listActors(): Promise<{ readonly id: string; readonly name: string }[]> {
  return db().user.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
}
