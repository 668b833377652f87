import "server-only";
import type { Quotation } from "@/lib/evidence/ledger-records";
import type { Sql } from "../database/sql";
import type {
  NewClaim,
  NewDecision,
  NewRecordChange,
  NewRetirement,
  NewSource,
  NewSourceChange,
  NewSubjects,
} from "../ledger/types";
import { hashText } from "./text-places";

/** What a write sends that can contain a removed text. */
interface SentItems {
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly NewDecision[];
  readonly subjects: NewSubjects;
  readonly sourceChange: NewSourceChange | undefined;
}

interface RemovedRow {
  readonly table:
    | "claim"
    | "decision"
    | "source"
    | "firm"
    | "event"
    | "context_figure"
    | "retirement";
  /** The other names of a firm count as `name`. */
  readonly column: string;
  /** Id of the claim, record or retirement. */
  readonly subject: string;
  readonly sha256: string;
  /** Null for a link. */
  readonly sentence: string | null;
}

/** Gives the sentence in place of a text that was removed, and any other text as it is. */
type Replace = (
  table: RemovedRow["table"],
  column: string,
  subject: string,
  text: string | null,
) => string | null;

/**
 * The items of a write with the sentence in place of each text that was removed from the same claim or record, so
 * that an item sent again is still the same and does not publish the text again.
 */
export async function replaceRemovedTexts(sql: Sql, sent: SentItems): Promise<SentItems> {
  const { claims, decisions, subjects, sourceChange } = sent;
  const replace = await prepareReplace(sql, {
    claims: [...claims.map(({ id }) => id), ...decisions.map(({ claimId }) => claimId)],
    records: [
      ...subjects.sources.map(({ id }) => id),
      ...(sourceChange ? [sourceChange.sourceId] : []),
      ...subjects.events.map(({ id }) => id),
      ...subjects.context.map(({ key }) => key),
      ...subjects.tenancies.map(({ firmId }) => firmId),
      ...(subjects.firms ?? []).map(({ id }) => id),
    ],
  });
  if (replace === null) return sent;
  return {
    claims: claims.map((claim) => replaceInClaim(claim, replace)),
    decisions: decisions.map((decision) => ({
      ...decision,
      reason: replace("decision", "reason", decision.claimId, decision.reason),
    })),
    subjects: {
      ...subjects,
      ...replaceInRecords(subjects, replace),
      sources: subjects.sources.map(({ reason, ...source }) => ({
        ...source,
        ...replaceInSource(source.id, source, replace),
        ...(reason === undefined
          ? {}
          : { reason: replace("source", "reason", source.id, reason) ?? reason }),
      })),
    },
    sourceChange: sourceChange && {
      ...sourceChange,
      reason:
        replace("source", "reason", sourceChange.sourceId, sourceChange.reason) ??
        sourceChange.reason,
      parts: {
        ...sourceChange.parts,
        ...replaceInSource(sourceChange.sourceId, sourceChange.parts, replace),
      },
    },
  };
}

/**
 * A change of a record, merges and retirements with the sentence in place of each text that was removed from the same
 * record, so that it is still the same when it is sent again.
 */
export async function replaceInActs(
  sql: Sql,
  sent: {
    readonly recordChange?: NewRecordChange | undefined;
    readonly retirements?: readonly NewRetirement[] | undefined;
  },
): Promise<typeof sent> {
  const { recordChange, retirements = [] } = sent;
  const records = [recordChange?.subject ?? [], retirements.map(({ id }) => id)].flat();
  if (records.length === 0) return sent;
  const replace = await prepareReplace(sql, { claims: [], records });
  if (replace === null) return sent;
  return {
    recordChange: recordChange && replaceInChange(recordChange, replace),
    retirements: retirements.map((one) => ({
      ...one,
      reason: replace("retirement", "reason", one.id, one.reason) ?? one.reason,
    })),
  };
}

const TABLES = { firm: "firm", event: "event", figure: "context_figure" } as const;

function replaceInChange(change: NewRecordChange, replace: Replace): NewRecordChange {
  const { kind, subject, reason, parts } = change;
  const table = TABLES[kind];
  const replaceIn = (part: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => replaceIn(part, item));
    if (part === "quotation") return replaceQuotation(table, subject, value as Quotation, replace);
    if (typeof value !== "string") return value;
    return replace(table, COLUMNS[part] ?? part, subject, value);
  };
  return {
    ...change,
    reason: replace(table, "reason", subject, reason) ?? reason,
    parts: Object.fromEntries(
      Object.entries(parts).map(([part, value]) => [part, replaceIn(part, value)]),
    ),
  };
}

/** The columns of parts of records that have another name there. */
const COLUMNS: Readonly<Record<string, string>> = { sourceNote: "source_note", otherNames: "name" };

function replaceInRecords(
  { tenancies, events, context, firms }: NewSubjects,
  replace: Replace,
): Pick<NewSubjects, "tenancies" | "events" | "context" | "firms"> {
  const nameOf = (firmId: string, name: string) => replace("firm", "name", firmId, name) ?? name;
  return {
    tenancies: tenancies.map((tenancy) => ({
      ...tenancy,
      firm: nameOf(tenancy.firmId, tenancy.firm),
    })),
    events: events.map((event) => ({
      ...event,
      title: replace("event", "title", event.id, event.title) ?? event.title,
      body: replace("event", "body", event.id, event.body) ?? event.body,
      quotation: replaceQuotation("event", event.id, event.quotation, replace),
      reason: replace("event", "reason", event.id, event.reason),
    })),
    context: context.map((figure) => {
      const part = (column: string, text: string | null) =>
        replace("context_figure", column, figure.key, text);
      return {
        ...figure,
        label: part("label", figure.label) ?? figure.label,
        statement: part("statement", figure.statement),
        sourceNote: part("source_note", figure.sourceNote),
        quotation: replaceQuotation("context_figure", figure.key, figure.quotation, replace),
        reason: part("reason", figure.reason),
      };
    }),
    ...(firms === undefined
      ? {}
      : {
          firms: firms.map((firm) => ({
            ...firm,
            name: nameOf(firm.id, firm.name),
            otherNames: firm.otherNames.map((name) => nameOf(firm.id, name)),
          })),
        }),
  };
}

function replaceInClaim(claim: NewClaim, replace: Replace): NewClaim {
  const { id, note, locator, quotation } = claim;
  return {
    ...claim,
    note: replace("claim", "note", id, note),
    locator: replace("claim", "locator", id, locator),
    quotation: replaceQuotation("claim", id, quotation, replace),
  };
}

function replaceQuotation(
  table: RemovedRow["table"],
  subject: string,
  quotation: Quotation | null,
  replace: Replace,
): Quotation | null {
  const words = quotation && replace(table, "quotation", subject, quotation.text);
  return quotation && words !== null ? { ...quotation, text: words } : null;
}

/** The texts of a source, without those that are absent. */
function replaceInSource(
  id: string,
  { title, publisher, url, archivedUrl }: Partial<NewSource>,
  replace: Replace,
): Partial<Pick<NewSource, "title" | "publisher" | "url" | "archivedUrl">> {
  return {
    ...(title === undefined ? {} : { title: replace("source", "title", id, title) ?? title }),
    ...(publisher === undefined
      ? {}
      : { publisher: replace("source", "publisher", id, publisher) ?? publisher }),
    ...(url === undefined ? {} : { url: replace("source", "url", id, url) }),
    ...(archivedUrl === undefined
      ? {}
      : { archivedUrl: replace("source", "archived_url", id, archivedUrl) }),
  };
}

const keyOf = ({ table, column, subject, sha256 }: Omit<RemovedRow, "sentence">): string =>
  [table, column, subject, sha256].join(" ");

/** Replaces the texts that were removed from some claims, their decisions, and records; null: there are none. */
async function prepareReplace(
  sql: Sql,
  ids: { readonly claims: readonly string[]; readonly records: readonly string[] },
): Promise<Replace | null> {
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
          WHEN 'event_version' THEN regexp_replace(row_id, '@\\d+$', '')
          WHEN 'context_figure_version' THEN regexp_replace(row_id, '@\\d+$', '')
          ELSE row_id
        END AS subject
      FROM redaction WHERE table_name NOT IN ('audit_entry', 'release_file'))
    SELECT * FROM removed
    WHERE subject = ANY(CASE WHEN "table" IN ('claim', 'decision') THEN $1::text[] ELSE $2::text[] END)`,
    [...ids.claims],
    [...ids.records],
  );
  if (rows.length === 0) return null;
  const sentences = new Map(rows.map((row) => [keyOf(row), row.sentence]));
  return (table, column, subject, text) => {
    if (text === null) return null;
    const sentence = sentences.get(keyOf({ table, column, subject, sha256: hashText(text) }));
    return sentence === undefined ? text : sentence;
  };
}
