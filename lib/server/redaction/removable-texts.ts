import "server-only";
import {
  REDACTION_REASONS,
  type RedactionReason,
  type TextKind,
  type TextPlace,
  type TextSubject,
} from "@/lib/contract/redaction";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../database/db";
import { isStorable } from "../database/storable-text";
import { listPlaces, listRows } from "./text-copies";
import {
  hashText,
  isRemoved,
  type Place,
  readPlace,
  readText,
  toPlaceColumns,
} from "./text-places";

/** How often a text is kept beside its own place. */
export interface TextCopies {
  /** Claims, versions of the record, or decisions, merges and retirements of the same write. */
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

/** Removed texts, open requests, and texts of a claim or record on the page. Copies of each are looked up. */
const SHOWN = 100;

function readReason(reason: string): RedactionReason {
  const known = REDACTION_REASONS.find((one) => one === reason);
  if (!known) throw new Error(`The database has a redaction with the unknown reason ${reason}.`);
  return known;
}

function countCopies(places: readonly Place[]): TextCopies {
  const audit = listRows(places, "audit_entry").length;
  const files = listRows(places, "release_file");
  return { ledger: Math.max(0, places.length - audit - files.length - 1), audit, files };
}

/**
 * The texts of a claim with its decisions, or of a record with its versions, merges and retirements, without those that
 * were removed. Of more than a page shows, the latest. Empty where there is none.
 */
export async function listRemovableTexts(subject: TextSubject): Promise<RemovableText[]> {
  if (!isStorable(subject.id)) return [];
  const rows = await db().$queryRaw<{ kind: TextKind; row: string; text: string }[]>(
    selectTexts(subject),
  );
  const texts: RemovableText[] = [];
  const listed = new Set<string>();
  for (const place of rows) {
    const { kind, row, text } = place;
    // The versions of a record repeat what did not change, and a firm's other names its former ones.
    const part = kind.split(".")[1]?.replace("other_names", "name");
    const key = subject.kind === "claim" ? `${kind} ${row}` : `${part} ${text}`;
    if (listed.has(key) || (await isRemoved(db(), place))) continue;
    listed.add(key);
    const places = await listPlaces(db(), place, text);
    const requested = (await db().redactionRequest.count({ where: toPlaceColumns(place) })) > 0;
    texts.push({ kind, row, text, copies: countCopies(places), requested });
  }
  return texts;
}

function selectTexts({ kind, id }: TextSubject): Prisma.Sql {
  if (kind === "claim") return selectClaimTexts(id);
  const retirements = Prisma.sql`
    SELECT 'retirement.reason' AS kind, id::text AS "row", reason AS text FROM retirement
    WHERE (kind = ${kind} AND subject = ${id})
      OR (${kind}::text = 'firm' AND kind = 'tenancy' AND subject IN (SELECT tenancy.id FROM tenancy WHERE firm_id = ${id}))`;
  if (kind === "zone") return retirements;
  const texts = { source: selectSourceTexts, firm: selectFirmTexts } as const;
  const own = kind === "source" || kind === "firm" ? texts[kind](id) : selectVersionTexts(kind, id);
  return Prisma.sql`(${own}) UNION ALL (${retirements})`;
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

/** The names of a firm in all versions, and the reasons of their changes. */
function selectFirmTexts(id: string): Prisma.Sql {
  return Prisma.sql`
    SELECT part.kind, part."row", part.text FROM (
      SELECT 1 AS place, 'firm.name' AS kind, id AS "row", name AS text, revision_id FROM firm WHERE id = ${id}
      UNION ALL
      (SELECT part.place, part.kind, part."row", part.text, revision_id
       FROM (SELECT * FROM firm_version WHERE firm_id = ${id} ORDER BY revision_id DESC LIMIT ${SHOWN}) AS version,
         LATERAL (
           SELECT 1, 'firm_version.name', id::text, name
           UNION ALL SELECT 3, 'firm_version.reason', id::text, reason
           UNION ALL SELECT 2, 'firm_version.other_names', id::text || '.' || position - 1, words
           FROM unnest(other_names) WITH ORDINALITY AS other (words, position)
         ) AS part (place, kind, "row", text))
    ) AS part ORDER BY part.revision_id, part.place, part."row"`;
}

/** The texts of an event or a national figure in all versions, and the reasons of its changes. */
function selectVersionTexts(kind: "event" | "figure", id: string): Prisma.Sql {
  const base = kind === "event" ? "event" : "context_figure";
  const [key, version] =
    kind === "event" ? ["id", "event_id"].map(Prisma.raw) : ["key", "key"].map(Prisma.raw);
  const parts = kind === "event" ? ["title", "body"] : ["label", "statement", "source_note"];
  const [first, later] = [base, `${base}_version`].map(Prisma.raw);
  const select = (table: string) => Prisma.sql`
    SELECT ${table}::text AS name, redaction_row(${table}::text, to_jsonb(t)) AS "row", to_jsonb(t) AS content, revision_id`;
  return Prisma.sql`
    SELECT version.name || '.' || part.name AS kind, version."row", version.content ->> part.name AS text
    FROM (
      ${select(base)} FROM ${first} AS t WHERE ${key} = ${id}
      UNION ALL
      (${select(`${base}_version`)} FROM ${later} AS t WHERE ${version} = ${id} ORDER BY revision_id DESC LIMIT ${SHOWN})
    ) AS version, unnest(${[...parts, "quotation", "reason"]}::text[]) WITH ORDINALITY AS part (name, place)
    WHERE version.content ->> part.name <> '' ORDER BY version.revision_id, part.place`;
}

/** The claim or record of a text; null where there is none. */
async function findSubject({ kind, row }: TextPlace): Promise<TextSubject | null> {
  const [table] = kind.split(".");
  const [subject] = await db().$queryRaw<TextSubject[]>`
    SELECT 'claim' AS kind, claim_id::text AS id FROM decision WHERE ${table}::text = 'decision' AND id::text = ${row}
    UNION ALL
    SELECT 'source', source_id FROM source_version WHERE ${table}::text = 'source_version' AND id::text = ${row}
    UNION ALL
    SELECT 'firm', firm_id FROM firm_version
    WHERE ${table}::text = 'firm_version' AND id::text = split_part(${row}::text, '.', 1)
    UNION ALL
    SELECT CASE kind WHEN 'tenancy' THEN 'firm' ELSE kind END,
      CASE kind WHEN 'tenancy' THEN (SELECT firm_id FROM tenancy WHERE tenancy.id = subject) ELSE subject END
    FROM retirement WHERE ${table}::text = 'retirement' AND id::text = ${row}`;
  const [id = ""] = row.split("@");
  const own: Readonly<Record<string, TextSubject>> = {
    claim: { kind: "claim", id: row },
    source: { kind: "source", id: row },
    firm: { kind: "firm", id: row },
    event: { kind: "event", id },
    event_version: { kind: "event", id },
    context_figure: { kind: "figure", id },
    context_figure_version: { kind: "figure", id },
  };
  return subject ?? own[table ?? ""] ?? null;
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
    const place = readPlace(row);
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
    ...readPlace(row),
    reason: readReason(row.reason),
    requestedBy: row.requestedBy,
    confirmedBy: row.confirmedBy,
    removedAt: row.removedAt.toISOString(),
    revision: row.revisionId,
    sha256: row.sha256,
  }));
}
