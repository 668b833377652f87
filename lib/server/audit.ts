import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { AuditedAct } from "../contract/audited-acts";
import { db } from "./db";

/** Who acts, and from where. */
export interface Actor {
  /** Null: nobody signed in, such as a failed sign-in or the first set-up. */
  readonly id: string | null;
  readonly name: string;
  readonly address: string | null;
}

/** One entry to be written. `detail` holds no secret. */
export interface NewAuditEntry {
  readonly actor: Actor;
  readonly action: AuditedAct;
  /** What was acted on: a zone's slug, a person's e-mail. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  readonly revision?: number;
}

/** Writes an entry, in the transaction of what it tells of where one is given. */
export async function audit(
  entry: NewAuditEntry,
  tx: Prisma.TransactionClient = db(),
): Promise<void> {
  const { actor, action, subject, detail = {}, revision = null } = entry;
  await tx.auditEntry.create({
    data: {
      actorId: actor.id,
      actorName: actor.name,
      address: actor.address,
      action,
      subject,
      detail,
      revisionId: revision,
    },
  });
}

/** An entry as the audit page shows it. */
export interface AuditEntry {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
  readonly address: string | null;
  readonly revision: number | null;
}

/** Which entries are asked for. `before` is the id of the last entry of the page before. */
export interface AuditSearch {
  readonly text: string;
  readonly action: AuditedAct | null;
  readonly before: string | null;
}

const PAGE = 50;

interface AuditRow {
  readonly id: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Prisma.JsonValue;
  readonly address: string | null;
  readonly revision: number | null;
}

/**
 * Entries, the newest first, at most 50; `more` says whether older ones match too. Text is looked for in who
 * acted, from where, on what, and in what is told of the act.
 * @param named subjects that bear a name which has the text, such as slugs of zones
 */
export async function searchAudit(
  { text, action, before }: AuditSearch,
  named: readonly string[] = [],
): Promise<{ entries: AuditEntry[]; more: boolean }> {
  const conditions = [
    Prisma.sql`TRUE`,
    ...(before === null ? [] : [Prisma.sql`id < ${BigInt(before)}`]),
    ...(action === null ? [] : [Prisma.sql`action = ${action}`]),
    ...(text === "" ? [] : [hasText(text, named)]),
  ];
  const rows = await db().$queryRaw<AuditRow[]>`
    SELECT id, at, actor_name AS actor, action, subject, detail, address, revision_id AS revision
    FROM audit_entry WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY id DESC LIMIT ${PAGE + 1}`;
  return {
    more: rows.length > PAGE,
    entries: rows.slice(0, PAGE).map(({ id, at, detail, ...row }) => ({
      ...row,
      id: String(id),
      at: at.toISOString(),
      detail: inWords(detail),
    })),
  };
}

function hasText(text: string, named: readonly string[]): Prisma.Sql {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(
    actor_name ILIKE ${like} OR subject ILIKE ${like} OR address ILIKE ${like}
    OR subject = ANY(${named})
    OR EXISTS (SELECT FROM jsonb_each_text(detail) AS part WHERE part.value ILIKE ${like}))`;
}

function inWords(detail: Prisma.JsonValue): string {
  if (detail === null || typeof detail !== "object" || Array.isArray(detail)) return "";
  // The database keeps no order of its own that anybody would expect.
  return Object.entries(detail)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(" · ");
}
