import "server-only";
import type { TextPlace } from "@/lib/contract/redaction";
import { Prisma } from "@/prisma/generated/client";
import { type Place, toPlace } from "./text-places";

/**
 * The place of a text and of all its copies: a text of a claim in all claims on the same field by the same source, because
 * a merge of records copies claims; a text of a record in all its versions, and the name of a firm also among its other
 * names; a reason in all decisions, merges and retirements of the write; reasons and titles in the audit log; and files of
 * releases. The function `is_copy_of_removed` of the database has the same list.
 * @returns its own place first: the database removes a copy only after it
 */
export async function listPlaces(
  tx: Prisma.TransactionClient,
  place: TextPlace,
  text: string,
): Promise<Place[]> {
  const own = toPlace(place);
  const found = await tx.$queryRaw<Place[]>(selectPlaces(own, text));
  const isOwn = ({ table, column, row }: Place) =>
    table === own.table && column === own.column && row === own.row;
  const copies = found.filter((one) => !isOwn(one));
  return [own, ...copies, ...(await listFiles(tx, [own, ...copies], text))];
}

function selectPlaces(own: Place, text: string): Prisma.Sql {
  if (own.column === "reason") return selectReasons(own, text);
  switch (own.table) {
    case "source":
    case "source_version":
      return selectVersions("source", "source_id", own, text, ["source-added", "title"]);
    case "event":
    case "event_version":
      return selectVersions("event", "event_id", own, text, ["event-added", "title"]);
    case "context_figure":
    case "context_figure_version":
      return selectVersions("context_figure", "key", own, text, ["figure-added", "label"]);
    case "firm":
    case "firm_version":
      return selectFirmNames(own, text);
    default:
      return Prisma.sql`
        SELECT 'claim' AS "table", ${own.column}::text AS "column", copy.id::text AS "row"
        FROM claim AS copy JOIN claim AS own USING (field, source_id)
        WHERE own.id::text = ${own.row} AND to_jsonb(copy) ->> ${own.column}::text = ${text}`;
  }
}

/** The name of a row of the table `t`, as `redaction_row_sql` of the database gives it. */
function keyOf(table: string): Prisma.Sql {
  const hasId = !["event_version", "context_figure", "context_figure_version"].includes(table);
  return hasId ? Prisma.sql`t.id::text` : Prisma.sql`redaction_row(${table}::text, to_jsonb(t))`;
}

/** The entries of the audit log about a write that have its reason. */
const REASON_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  source_version: ["source-changed"],
  firm_version: ["firm-changed"],
  event_version: ["event-changed"],
  context_figure_version: ["figure-changed"],
  retirement: ["record-merged", "record-retired", "record-withdrawn", "record-restored"],
};

function selectReasons({ table, row }: Place, text: string): Prisma.Sql {
  const name = Prisma.raw(table);
  const key = keyOf(table);
  // Every decision of the write has its own; the versions of one write are of one record.
  const ofWrite = table === "decision" || table === "retirement";
  const isOwn = ofWrite ? Prisma.sql`reason = ${text}` : Prisma.sql`${key} = ${row}`;
  const audited =
    table === "decision"
      ? Prisma.sql`action = 'decisions-recorded' AND position(${text} IN detail ->> 'reason') > 0`
      : Prisma.sql`action = ANY(${REASON_ACTIONS[table] ?? []}::text[]) AND detail ->> 'reason' = ${text}`;
  return Prisma.sql`
    WITH own AS (SELECT revision_id FROM ${name} AS t WHERE ${key} = ${row})
    SELECT ${table}::text AS "table", 'reason' AS "column", ${key} AS "row"
    FROM ${name} AS t JOIN own USING (revision_id) WHERE ${isOwn}
    UNION ALL
    SELECT 'decision', 'reason', id::text FROM decision JOIN own USING (revision_id)
    WHERE ${table}::text = 'retirement' AND position(${text} IN reason) > 0
    UNION ALL
    SELECT 'audit_entry', 'detail.reason', id::text FROM audit_entry JOIN own USING (revision_id) WHERE ${audited}`;
}

/**
 * @param base the table of the first versions
 * @param id the column of a later version with the id of its record
 * @param audited the action of the entry of the audit log that has a part of the first version as its title
 */
function selectVersions(
  base: "source" | "event" | "context_figure",
  id: "source_id" | "event_id" | "key",
  { table, column, row }: Place,
  text: string,
  [action, part]: readonly [string, string],
): Prisma.Sql {
  const later = `${base}_version`;
  const [first, version, record] = [base, later, id].map((name) => Prisma.raw(name));
  return Prisma.sql`
    WITH own AS (
      SELECT ${row}::text AS id WHERE ${table}::text = ${base}::text
      UNION ALL
      SELECT t.${record} FROM ${version} AS t WHERE ${table}::text = ${later}::text AND ${keyOf(later)} = ${row})
    SELECT ${base}::text AS "table", ${column}::text AS "column", own.id AS "row"
    FROM ${first} AS t JOIN own ON own.id = ${keyOf(base)} WHERE to_jsonb(t) ->> ${column}::text = ${text}
    UNION ALL
    SELECT ${later}::text, ${column}::text, ${keyOf(later)}
    FROM ${version} AS t JOIN own ON own.id = t.${record} WHERE to_jsonb(t) ->> ${column}::text = ${text}
    UNION ALL
    SELECT 'audit_entry', 'detail.title', entry.id::text
    FROM audit_entry AS entry JOIN own ON own.id = entry.subject
    WHERE ${column}::text = ${part} AND entry.action = ${action} AND entry.detail ->> 'title' = ${text}`;
}

/** A name of a firm in all versions, as its name and as one of its other names. */
function selectFirmNames({ table, row }: Place, text: string): Prisma.Sql {
  return Prisma.sql`
    WITH own AS (
      SELECT ${row}::text AS id WHERE ${table}::text = 'firm'
      UNION ALL
      SELECT firm_id FROM firm_version WHERE ${table}::text = 'firm_version' AND id::text = ${row})
    SELECT 'firm' AS "table", 'name' AS "column", firm.id AS "row" FROM firm JOIN own USING (id) WHERE name = ${text}
    UNION ALL
    SELECT 'firm_version', 'name', version.id::text
    FROM firm_version AS version JOIN own ON own.id = firm_id WHERE name = ${text}
    UNION ALL
    SELECT 'firm_version', 'other_names.' || position - 1, version.id::text
    FROM firm_version AS version JOIN own ON own.id = firm_id,
      unnest(other_names) WITH ORDINALITY AS other (words, position) WHERE words = ${text}
    UNION ALL
    SELECT 'audit_entry', 'detail.title', entry.id::text FROM audit_entry AS entry, own
    WHERE entry.detail ->> 'title' = ${text} AND (
      (entry.action = 'firm-added' AND entry.subject = own.id)
      OR (entry.action = 'tenancy-added'
        AND EXISTS (SELECT FROM tenancy WHERE tenancy.id = entry.subject AND firm_id = own.id)))`;
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
  const rows = (...tables: string[]) => tables.flatMap((table) => listRows(places, table));
  const ownIds = rows("claim", "source", "event", "context_figure", "firm");
  const versions = rows("event_version", "context_figure_version");
  const ids = await tx.$queryRaw<{ id: string }[]>`
    WITH firm_id AS (
      SELECT firm_id AS id FROM firm_version WHERE id::text = ANY(${rows("firm_version")})
      UNION SELECT unnest(${rows("firm")}::text[]))
    SELECT claim_id::text AS id FROM decision WHERE id::text = ANY(${rows("decision")})
    UNION SELECT source_id FROM source_version WHERE id::text = ANY(${rows("source_version")})
    UNION SELECT subject FROM retirement WHERE id::text = ANY(${rows("retirement")})
    UNION SELECT id FROM firm_id
    UNION SELECT id FROM tenancy WHERE firm_id IN (SELECT firm_id.id FROM firm_id)
    UNION SELECT regexp_replace(version, '@\\d+$', '') FROM unnest(${versions}::text[]) AS version
    UNION SELECT unnest(${ownIds}::text[])`;
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

/** The rows of the places in a table. */
export const listRows = (places: readonly Place[], table: string): string[] =>
  places.filter((place) => place.table === table).map(({ row }) => row);
