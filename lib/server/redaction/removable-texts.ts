import "server-only";
import {
  type OpenRemoval,
  REDACTION_REASONS,
  type RedactionReason,
  type RemovableText,
  type RemovedText,
  TEXT_KINDS,
  type TextCopies,
  type TextSubject,
} from "@/lib/contract/redaction";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../database/db";
import { isStorable } from "../database/storable-text";
import { type PlaceColumns, readPlace } from "./text-places";

/** Removed texts, open requests, and texts of each table of a claim or record on the page. */
const SHOWN = 100;

const PLACE = Prisma.sql`t.table_name AS "tableName", t.column_name AS "columnName", t.row_id AS "rowId"`;

/** The number of copies of the text "t", and the files that have it, as JSON. */
const COPIES = Prisma.sql`
  LATERAL (
    SELECT json_build_object(
      'ledger', count(*) FILTER (WHERE c.table_name NOT IN ('audit_entry', 'release_file', 'source_file')) - 1,
      'audit', count(*) FILTER (WHERE c.table_name = 'audit_entry'),
      'files', coalesce(json_agg(CASE c.table_name WHEN 'source_file' THEN split_part(c.row_id, '/', 1) ELSE c.row_id END)
        FILTER (WHERE c.table_name IN ('release_file', 'source_file')), '[]')) AS copies
    FROM copies_of_text(t.table_name, t.column_name, t.row_id) AS c) AS found`;

function readReason(reason: string): RedactionReason {
  const known = REDACTION_REASONS.find((one) => one === reason);
  if (!known) throw new Error(`The database has a redaction with the unknown reason ${reason}.`);
  return known;
}

/**
 * The texts of a claim with its decisions, or of a record with its versions, merges and retirements, without those that
 * were removed and without repetitions. Of more than a page shows, the latest. Empty where there is none.
 */
export async function listRemovableTexts({ kind, id }: TextSubject): Promise<RemovableText[]> {
  if (!isStorable(id)) return [];
  const rows = await db().$queryRaw<
    (PlaceColumns & Pick<RemovableText, "text" | "copies" | "requested">)[]
  >`
    WITH own AS (
      SELECT t.*, row_number() OVER (PARTITION BY table_name ORDER BY t.revision_id DESC, row_id DESC) AS age,
        array_position(${[...TEXT_KINDS]}::text[], table_name || '.' || split_part(column_name, '.', 1)) AS place
      FROM removable_text AS t LEFT JOIN redaction AS removed USING (table_name, column_name, row_id)
      WHERE subject_kind = ${kind} AND subject_id = ${id} AND removed.sha256 IS NULL),
    t AS (
      SELECT DISTINCT ON (part, text, CASE part WHEN 'reason' THEN revision_id END) * FROM own WHERE age <= ${SHOWN}
      ORDER BY part, text, CASE part WHEN 'reason' THEN revision_id END, revision_id, place, row_id)
    SELECT ${PLACE}, text, copies, EXISTS (
      SELECT FROM redaction_request AS r
      WHERE (r.table_name, r.column_name, r.row_id) = (t.table_name, t.column_name, t.row_id)) AS requested
    FROM t, ${COPIES} ORDER BY revision_id, place, row_id`;
  return rows.map(({ text, copies, requested, ...place }) => ({
    ...readPlace(place),
    text,
    copies,
    requested,
  }));
}

interface RequestRow
  extends PlaceColumns,
    Pick<OpenRemoval, "id" | "text" | "requestedBy" | "requestedById"> {
  readonly copies: TextCopies | null;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly kind: TextSubject["kind"] | null;
  readonly subject: string | null;
}

/**
 * The open requests, oldest first, as many as a page shows.
 * @param id of the only request to list; absent: all
 */
export async function listOpenRemovals(id: string | null = null): Promise<OpenRemoval[]> {
  const rows = await db().$queryRaw<RequestRow[]>`
    SELECT r.id, r.table_name AS "tableName", r.column_name AS "columnName", r.row_id AS "rowId", r.reason,
      r.requested_by AS "requestedBy", r.requested_by_id AS "requestedById", r.requested_at AS "requestedAt",
      t.text, t.subject_kind AS kind, t.subject_id AS subject, t.copies
    FROM redaction_request AS r
    LEFT JOIN LATERAL (
      SELECT t.text, t.subject_kind, t.subject_id, found.copies FROM removable_text AS t, ${COPIES}
      WHERE (t.table_name, t.column_name, t.row_id) = (r.table_name, r.column_name, r.row_id) AND text_sha256(t.text) = r.sha256
    ) AS t ON TRUE
    WHERE ${id}::uuid IS NULL OR r.id = ${id}::uuid
    ORDER BY r.requested_at LIMIT ${SHOWN}`;
  return rows.map(
    ({ tableName, columnName, rowId, copies, reason, requestedAt, kind, subject, ...request }) => ({
      ...request,
      ...readPlace({ tableName, columnName, rowId }),
      copies: copies ?? { ledger: 0, audit: 0, files: [] },
      reason: readReason(reason),
      requestedAt: requestedAt.toISOString(),
      subject: kind && subject ? { kind, id: subject } : null,
    }),
  );
}

/** The latest removed texts, newest first, without their copies in the audit log and in files. */
export async function listRemovedTexts(): Promise<RemovedText[]> {
  const rows = await db().redaction.findMany({
    where: { tableName: { notIn: ["audit_entry", "release_file", "source_file"] } },
    orderBy: [{ removedAt: "desc" }, { tableName: "asc" }, { rowId: "asc" }],
    take: SHOWN,
  });
  return rows.map(({ requestedBy, confirmedBy, sha256, ...row }) => ({
    ...readPlace(row),
    ...{ requestedBy, confirmedBy, sha256 },
    reason: readReason(row.reason),
    removedAt: row.removedAt.toISOString(),
    revision: row.revisionId,
  }));
}
