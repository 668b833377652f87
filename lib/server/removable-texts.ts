import "server-only";
import { createHash } from "node:crypto";
import {
  REDACTION_REASONS,
  type RedactionReason,
  TEXT_KINDS,
  type TextKind,
  type TextPlace,
} from "@/lib/contract/redaction";
import { Prisma } from "@/prisma/generated/client";
import { db } from "./db";
import { isStorable } from "./storable-text";

/** What a text belongs to: a claim, with the decisions on it, or a source, with its versions. */
export type TextSubject = { readonly claim: string } | { readonly source: string };

/** How often a text is kept beside its own place. */
export interface TextCopies {
  /** Claims, versions of the source, or decisions of the same write. */
  readonly ledger: number;
  /** Entries of the audit log. */
  readonly audit: number;
  /** Files of releases, as `2026.1/claims.csv`. */
  readonly files: readonly string[];
}

/** A text that can be removed. */
interface RemovableText extends TextPlace {
  readonly text: string;
  readonly copies: TextCopies;
  /** Is a request to remove it open? */
  readonly requested: boolean;
}

/** An open request. */
export interface OpenRemoval extends TextPlace {
  readonly id: string;
  /** Null: the place has another text by now. */
  readonly text: string | null;
  readonly copies: TextCopies;
  readonly reason: RedactionReason;
  readonly requestedBy: string;
  readonly requestedById: string;
  /** ISO 8601, UTC. */
  readonly requestedAt: string;
  /** Null: it is no longer there. */
  readonly subject: TextSubject | null;
}

/** A removed text. */
interface RemovedText extends TextPlace {
  readonly reason: RedactionReason;
  readonly requestedBy: string;
  readonly confirmedBy: string;
  /** ISO 8601, UTC. */
  readonly removedAt: string;
  readonly revision: number;
  /** Of the text, in hexadecimal digits. */
  readonly sha256: string;
}

/** A place of a text or of a copy. */
export interface Place {
  readonly table: string;
  /** With a dot: a path into JSON. */
  readonly column: string;
  readonly row: string;
}

/** Removed texts, open requests, and texts of a claim or source on the page. Copies of each are looked up. */
const SHOWN = 100;

/** SHA-256 of a text, in hexadecimal digits. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The table and the column of a kind of text. */
export function splitKind(kind: TextKind): { readonly table: string; readonly column: string } {
  const [table = "", column = ""] = kind.split(".");
  return { table, column };
}

/** The kind of text of a row about a place. */
export function readKind(row: { readonly tableName: string; readonly columnName: string }) {
  const name = `${row.tableName}.${row.columnName}`;
  const kind = TEXT_KINDS.find((one) => one === name);
  if (!kind) throw new Error(`The database has a redaction of ${name}, which is no known text.`);
  return kind;
}

function readReason(reason: string): RedactionReason {
  const known = REDACTION_REASONS.find((one) => one === reason);
  if (!known) throw new Error(`The database has a redaction with the unknown reason ${reason}.`);
  return known;
}

/** The text at a place; null where there is none. */
export async function readText(
  tx: Prisma.TransactionClient,
  { kind, row }: TextPlace,
): Promise<string | null> {
  if (!isStorable(row)) return null;
  const { table, column } = splitKind(kind);
  const [found] = await tx.$queryRaw<{ text: string | null }[]>`
    SELECT redactable_text(${table}, ${column}, ${row}) AS text`;
  return found?.text ?? null;
}

/** Was the text at a place removed? */
export async function isRemoved(
  tx: Prisma.TransactionClient,
  { kind, row }: TextPlace,
): Promise<boolean> {
  const { table, column } = splitKind(kind);
  const where = { tableName: table, columnName: column, rowId: row };
  return isStorable(row) && (await tx.redaction.count({ where })) > 0;
}

/**
 * The place of a text and of all its copies: a text of a claim in all claims on the same field by the same source, because
 * a merge of records copies claims; a title, publisher or address in all versions of the source; a reason in all decisions
 * of the write; reasons and titles in the audit log; and files of releases.
 * @returns its own place first: the database removes a copy only after it
 */
export async function listPlaces(
  tx: Prisma.TransactionClient,
  place: TextPlace,
  text: string,
): Promise<Place[]> {
  const { table, column } = splitKind(place.kind);
  const found = await tx.$queryRaw<Place[]>(selectPlaces(place, text));
  const copies = found.filter((one) => one.table !== table || one.row !== place.row);
  const files = await listFiles(tx, found, text);
  return [{ table, column, row: place.row }, ...copies, ...files];
}

function selectPlaces({ kind, row }: TextPlace, text: string): Prisma.Sql {
  const { table, column } = splitKind(kind);
  if (kind === "decision.reason") {
    return Prisma.sql`
      WITH own AS (SELECT revision_id FROM decision WHERE id::text = ${row})
      SELECT 'decision' AS "table", 'reason' AS "column", id::text AS "row"
      FROM decision JOIN own USING (revision_id) WHERE reason = ${text}
      UNION ALL
      SELECT 'audit_entry', 'detail.reason', id::text
      FROM audit_entry JOIN own USING (revision_id)
      WHERE action = 'decisions-recorded' AND position(${text} IN detail ->> 'reason') > 0`;
  }
  if (kind === "source_version.reason") {
    return Prisma.sql`
      WITH own AS (SELECT id, revision_id FROM source_version WHERE id::text = ${row})
      SELECT 'source_version' AS "table", 'reason' AS "column", id::text AS "row" FROM own
      UNION ALL
      SELECT 'audit_entry', 'detail.reason', entry.id::text
      FROM audit_entry AS entry JOIN own USING (revision_id)
      WHERE entry.action = 'source-changed' AND entry.detail ->> 'reason' = ${text}`;
  }
  if (table === "source" || table === "source_version") {
    return Prisma.sql`
      WITH own AS (
        SELECT id FROM source WHERE ${table}::text = 'source' AND id = ${row}
        UNION ALL
        SELECT source_id FROM source_version WHERE ${table}::text = 'source_version' AND id::text = ${row})
      SELECT 'source' AS "table", ${column}::text AS "column", source.id AS "row"
      FROM source JOIN own USING (id) WHERE to_jsonb(source) ->> ${column}::text = ${text}
      UNION ALL
      SELECT 'source_version', ${column}::text, version.id::text
      FROM source_version AS version JOIN own ON own.id = version.source_id
      WHERE to_jsonb(version) ->> ${column}::text = ${text}
      UNION ALL
      SELECT 'audit_entry', 'detail.title', entry.id::text
      FROM audit_entry AS entry JOIN own ON own.id = entry.subject
      WHERE ${column}::text = 'title' AND entry.action = 'source-added' AND entry.detail ->> 'title' = ${text}`;
  }
  return Prisma.sql`
    SELECT 'claim' AS "table", ${column}::text AS "column", copy.id::text AS "row"
    FROM claim AS copy JOIN claim AS own USING (field, source_id)
    WHERE own.id::text = ${row} AND to_jsonb(copy) ->> ${column}::text = ${text}`;
}

/**
 * The files of releases that have a text as CSV, JSON or plain text write it, together with the id of what it
 * belongs to. A workbook writes texts as XML: it counts if another file of its release has the text.
 */
async function listFiles(
  tx: Prisma.TransactionClient,
  places: readonly Place[],
  text: string,
): Promise<Place[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT claim_id::text AS id FROM decision WHERE id::text = ANY(${listRows(places, "decision")})
    UNION SELECT source_id FROM source_version WHERE id::text = ANY(${listRows(places, "source_version")})
    UNION SELECT unnest(${[...listRows(places, "claim"), ...listRows(places, "source")]}::text[])`;
  return tx.$queryRaw<Place[]>`
    WITH found AS (
      SELECT release_number, name FROM release_file
      WHERE file_has_text(content, ${text})
        AND EXISTS (SELECT FROM unnest(${ids.map(({ id }) => id)}::text[]) AS id WHERE position(convert_to(id, 'UTF8') IN content) > 0))
    SELECT 'release_file' AS "table", 'content' AS "column", release_number || '/' || name AS "row"
    FROM release_file AS file
    WHERE (release_number, name) IN (SELECT * FROM found)
      OR (name LIKE '%.xlsx' AND release_number IN (SELECT release_number FROM found)
        AND NOT EXISTS (SELECT FROM redaction WHERE table_name = 'release_file' AND row_id = release_number || '/' || file.name))
    ORDER BY 3`;
}

const listRows = (places: readonly Place[], table: string): string[] =>
  places.filter((place) => place.table === table).map(({ row }) => row);

function countCopies(places: readonly Place[]): TextCopies {
  const audit = listRows(places, "audit_entry").length;
  const files = listRows(places, "release_file");
  return { ledger: Math.max(0, places.length - audit - files.length - 1), audit, files };
}

/**
 * The texts of a claim with its decisions, or of a source with its versions, without those that were removed. Of more
 * than a page shows, the latest. Empty where there is no such claim or source.
 */
export async function listRemovableTexts(subject: TextSubject): Promise<RemovableText[]> {
  if (!isStorable("claim" in subject ? subject.claim : subject.source)) return [];
  const rows = await db().$queryRaw<{ kind: TextKind; row: string; text: string }[]>(
    "claim" in subject ? selectClaimTexts(subject.claim) : selectSourceTexts(subject.source),
  );
  const texts: RemovableText[] = [];
  const listed = new Set<string>();
  for (const { kind, row, text } of rows) {
    const { table, column } = splitKind(kind);
    // The versions of a source repeat what did not change.
    const key = `${column} ${"source" in subject ? text : row}`;
    if (listed.has(key) || (await isRemoved(db(), { kind, row }))) continue;
    listed.add(key);
    const places = await listPlaces(db(), { kind, row }, text);
    const where = { tableName: table, columnName: column, rowId: row };
    const requested = (await db().redactionRequest.count({ where })) > 0;
    texts.push({ kind, row, text, copies: countCopies(places), requested });
  }
  return texts;
}

function selectClaimTexts(id: string): Prisma.Sql {
  return Prisma.sql`
    SELECT part.* FROM claim, LATERAL (VALUES
      ('claim.note', id::text, note), ('claim.locator', id::text, locator),
      ('claim.quotation', id::text, quotation)) AS part (kind, "row", text)
    WHERE id::text = ${id} AND part.text IS NOT NULL
    UNION ALL
    (SELECT 'decision.reason', id::text, reason FROM (
       SELECT id, reason FROM decision WHERE claim_id::text = ${id} AND reason IS NOT NULL
       ORDER BY id DESC LIMIT ${SHOWN}) AS latest
     ORDER BY id)`;
}

function selectSourceTexts(id: string): Prisma.Sql {
  return Prisma.sql`
    SELECT part.kind, part."row", part.text FROM (
      SELECT 'source' AS name, id AS key, revision_id, title, publisher, url, archived_url, NULL AS reason
      FROM source WHERE id = ${id}
      UNION ALL
      (SELECT 'source_version', id::text, revision_id, title, publisher, url, archived_url, reason
       FROM source_version WHERE source_id = ${id} ORDER BY revision_id DESC LIMIT ${SHOWN})
    ) AS version, LATERAL (VALUES
      (1, name || '.title', key, title), (2, name || '.publisher', key, publisher), (3, name || '.url', key, url),
      (4, name || '.archived_url', key, archived_url), (5, name || '.reason', key, reason)) AS part (place, kind, "row", text)
    WHERE part.text IS NOT NULL ORDER BY version.revision_id, part.place`;
}

/** The claim or source of a text; null where there is none. */
async function findSubject({ kind, row }: TextPlace): Promise<TextSubject | null> {
  const { table } = splitKind(kind);
  if (table === "claim") return { claim: row };
  if (table === "source") return { source: row };
  if (table === "decision") {
    const decision = await db().decision.findUnique({ where: { id: BigInt(row) } });
    return decision && { claim: decision.claimId };
  }
  const version = await db().sourceVersion.findUnique({ where: { id: row } });
  return version && { source: version.sourceId };
}

/**
 * The open requests, oldest first, as many as a page shows.
 * @param id of the only request to list; absent: all
 */
export async function listOpenRemovals(id?: string): Promise<OpenRemoval[]> {
  const rows = await db().redactionRequest.findMany({
    where: id === undefined ? {} : { id },
    orderBy: { requestedAt: "asc" },
    take: SHOWN,
  });
  const open: OpenRemoval[] = [];
  for (const row of rows) {
    const place = { kind: readKind(row), row: row.rowId };
    const found = await readText(db(), place);
    const text = found !== null && hashText(found) === row.sha256 ? found : null;
    const places = text === null ? [] : await listPlaces(db(), place, text);
    open.push({
      ...place,
      id: row.id,
      text,
      copies: countCopies(places),
      reason: readReason(row.reason),
      requestedBy: row.requestedBy,
      requestedById: row.requestedById,
      requestedAt: row.requestedAt.toISOString(),
      subject: await findSubject(place),
    });
  }
  return open;
}

/** The latest removed texts, newest first, without their copies in the audit log and in files. */
export async function listRemovedTexts(): Promise<RemovedText[]> {
  const rows = await db().redaction.findMany({
    where: { tableName: { notIn: ["audit_entry", "release_file"] } },
    orderBy: [{ removedAt: "desc" }, { tableName: "asc" }, { rowId: "asc" }],
    take: SHOWN,
  });
  return rows.map((row) => ({
    kind: readKind(row),
    row: row.rowId,
    reason: readReason(row.reason),
    requestedBy: row.requestedBy,
    confirmedBy: row.confirmedBy,
    removedAt: row.removedAt.toISOString(),
    revision: row.revisionId,
    sha256: row.sha256,
  }));
}
