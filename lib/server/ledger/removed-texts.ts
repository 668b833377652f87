import "server-only";
import { createHash } from "node:crypto";
import type { Sql } from "../database/sql";
import type {
  NewClaim,
  NewDecision,
  NewRecordChange,
  NewRetirement,
  NewSourceChange,
  NewSubjects,
} from "./types";

/** SHA-256 of a text, in hexadecimal digits. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What a write sends that can contain a removed text. */
interface SentItems {
  readonly claims?: readonly NewClaim[];
  readonly decisions?: readonly NewDecision[];
  readonly subjects?: NewSubjects;
  readonly sourceChange?: NewSourceChange | undefined;
  readonly recordChange?: NewRecordChange | undefined;
  readonly retirements?: readonly NewRetirement[] | undefined;
}

/** The table of a text, without `_version`. */
type Table = "claim" | "decision" | "source" | "firm" | "event" | "context_figure" | "retirement";

/** A removed text of a claim, its decisions, a record or a retirement, by the id of that. */
interface RemovedRow {
  readonly table: Table;
  /** The other names of a firm count as `name`. */
  readonly column: string;
  readonly subject: string;
  readonly sha256: string;
  /** Null for a link. */
  readonly sentence: string | null;
}

/** The columns of parts that have another name there. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ sourceNote: "source_note", archivedUrl: "archived_url" },
  // The name of a firm in a zone, and the other names of a firm.
  ...{ firm: "name", otherNames: "name" },
};

/** The table of a record that is changed. */
const TABLES = { firm: "firm", event: "event", figure: "context_figure" } as const;

/**
 * The items of a write with the sentence in place of each text that was removed from the same claim or record, so
 * that an item sent again is still the same and does not publish the text again.
 */
export async function replaceRemovedTexts<T extends SentItems>(sql: Sql, sent: T): Promise<T> {
  const { claims, decisions, subjects, sourceChange, recordChange, retirements } = sent;
  const replace = await readRemoved(sql, [
    ...(claims ?? []).map(({ id }) => id),
    ...(decisions ?? []).map(({ claimId }) => claimId),
    ...(subjects?.sources ?? []).map(({ id }) => id),
    ...(subjects?.events ?? []).map(({ id }) => id),
    ...(subjects?.context ?? []).map(({ key }) => key),
    ...(subjects?.tenancies ?? []).map(({ firmId }) => firmId),
    ...(subjects?.firms ?? []).map(({ id }) => id),
    ...(sourceChange ? [sourceChange.sourceId] : []),
    ...(recordChange ? [recordChange.subject] : []),
    ...(retirements ?? []).map(({ id }) => id),
  ]);
  if (replace === null) return sent;
  return {
    ...sent,
    claims: claims?.map((one) => replace("claim", one.id, one)),
    decisions: decisions?.map((one) => replace("decision", one.claimId, one)),
    subjects: subjects && {
      ...subjects,
      sources: subjects.sources.map((one) => replace("source", one.id, one)),
      events: subjects.events.map((one) => replace("event", one.id, one)),
      context: subjects.context.map((one) => replace("context_figure", one.key, one)),
      tenancies: subjects.tenancies.map((one) => replace("firm", one.firmId, one)),
      firms: (subjects.firms ?? []).map((one) => replace("firm", one.id, one)),
    },
    sourceChange: sourceChange && replace("source", sourceChange.sourceId, sourceChange),
    recordChange:
      recordChange && replace(TABLES[recordChange.kind], recordChange.subject, recordChange),
    retirements: retirements?.map((one) => replace("retirement", one.id, one)),
  };
}

/** Gives an item with the sentence in place of each removed text of its claim, record or retirement. */
type Replace = <T>(table: Table, subject: string, item: T) => T;

/** Replaces the texts that were removed from some claims, records and retirements; null: there are none. */
async function readRemoved(sql: Sql, subjects: readonly string[]): Promise<Replace | null> {
  const rows = await sql<RemovedRow>(
    `-- ledger-removed
    WITH removed AS (
      SELECT regexp_replace(table_name, '_version$', '') AS "table",
        regexp_replace(column_name, '^other_names.*', 'name') AS "column",
        sha256, redaction_sentence(column_name, removed_at, reason) AS sentence,
        CASE table_name
          WHEN 'decision' THEN (SELECT claim_id::text FROM decision WHERE id = CASE table_name WHEN 'decision' THEN row_id::bigint END)
          WHEN 'source_version' THEN (SELECT source_id FROM source_version WHERE id = CASE table_name WHEN 'source_version' THEN row_id::uuid END)
          WHEN 'firm_version' THEN (SELECT firm_id FROM firm_version WHERE id = CASE table_name WHEN 'firm_version' THEN row_id::uuid END)
          ELSE regexp_replace(row_id, '@\\d+$', '')
        END AS subject
      FROM redaction WHERE table_name NOT IN ('audit_entry', 'release_file', 'source_file'))
    SELECT * FROM removed WHERE subject = ANY($1::text[])`,
    subjects,
  );
  if (rows.length === 0) return null;
  const keyOf = (table: Table, subject: string, column: string, sha256: string) =>
    [table, subject, column, sha256].join(" ");
  const sentences = new Map(
    rows.map(({ table, subject, column, sha256, sentence }) => [
      keyOf(table, subject, column, sha256),
      sentence,
    ]),
  );
  return (table, subject, item) =>
    mapTexts(item, "", (part, text) => {
      const key = keyOf(table, subject, COLUMNS[part] ?? part, hashText(text));
      const sentence = sentences.get(key);
      return sentence === undefined ? text : sentence;
    });
}

/**
 * A value of JSON with each text changed.
 * @param part the name under which the value stands; of the items of a list and of the words of a quotation, its own
 */
function mapTexts<T>(
  value: T,
  part: string,
  change: (part: string, text: string) => string | null,
): T {
  const map = (one: unknown): unknown => {
    if (typeof one === "string") return change(part, one);
    if (Array.isArray(one)) return one.map((item) => mapTexts(item, part, change));
    if (one === null || typeof one !== "object") return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, inner]) => [
        name,
        mapTexts(inner, name === "text" ? part : name, change),
      ]),
    );
  };
  // A text becomes a sentence, and a link, which may be null, becomes null: the type is the same.
  return map(value) as T;
}
