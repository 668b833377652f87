import "server-only";
import { randomUUID } from "node:crypto";
import type { ContextItem, Event, Facts, Quotation } from "@/lib/evidence/ledger-records";
import { AUDIT_COLUMNS, type NewAuditRow } from "../audit/audit";
import type { Sql } from "../database/sql";
import { COLUMNS, type LedgerRows, quoteName, toSqlName } from "../registry/ledger-rows";
import { getContent, toPublication } from "../registry/load-facts";
import { REVISION_CHANNEL } from "../registry/revision-watch";
import type { PlannedWrite } from "./plan";
import { projectZones, type ZoneUpdate } from "./projection";
import type { Authorship, NewClaim } from "./types";

/** The reason of the version that gives a new firm its other names. Stored, so in one language. */
const FIRST_OTHER_NAMES = "Other names of a new firm";

/** How a long write is followed and stopped. */
export interface WriteProgress {
  /** Stops the write: nothing of it is recorded, and it throws the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Called with the number of claims that are inserted so far, in a transaction that may still be stopped. */
  readonly onInserted?: (claims: number) => void;
}

/** What writes of one transaction insert and change. */
export interface WrittenRows {
  readonly ledger: LedgerRows;
  readonly audit: readonly NewAuditRow[];
  /** Absent: no zone changes. */
  readonly update?: ZoneUpdate;
}

/** What the database gave to new revisions and decisions, in their order. */
interface GivenValues {
  readonly identities: readonly string[];
  readonly sequences: readonly number[];
}

/** Claims in one statement, so that a long write can be followed and stopped. */
const INSERTED_AT_ONCE = 1_000;

/**
 * Inserts rows, at most 1,000 claims by one statement, and tells all instances of the last revision once the transaction
 * is committed.
 */
export async function insertRows(
  sql: Sql,
  { ledger, audit, update }: WrittenRows,
  { signal, onInserted }: WriteProgress = {},
): Promise<GivenValues> {
  const { claim, decision, ...others } = ledger;
  const parts = Math.max(1, Math.ceil(claim.length / INSERTED_AT_ONCE));
  const given: GivenValues[] = [];
  // A statement does not see the zones that it inserts.
  const isApart = update && ledger.zone.length > 0;
  for (let part = 0; part < parts; part++) {
    signal?.throwIfAborted();
    const from = part * INSERTED_AT_ONCE;
    const to = from + INSERTED_AT_ONCE;
    const isLast = part === parts - 1;
    const rows = {
      ...(part === 0 ? { ...others, eventZone: listEventZones(others), auditEntry: audit } : {}),
      claim: claim.slice(from, to),
      // Where there are parts, the first decisions are those that publish the claims, in their order.
      decision: decision.slice(from, isLast ? undefined : to),
    };
    given.push(await insertPart(sql, rows, isLast && !isApart ? update : undefined));
    onInserted?.(Math.min(to, claim.length));
  }
  if (isApart) await projectZones(sql, update);
  return {
    identities: given.flatMap(({ identities }) => identities),
    sequences: given.flatMap(({ sequences }) => sequences),
  };
}

function listEventZones({ event }: Pick<LedgerRows, "event">) {
  return event.flatMap(({ id, zones }) => zones.map((zone) => ({ eventId: id, ...zone })));
}

/** The columns that are inserted of each table. A statement names its tables by their position here. */
const INSERTED: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ...Object.entries(COLUMNS),
  ["eventZone", ["eventId", "zoneSlug"]],
  ["auditEntry", AUDIT_COLUMNS],
];

/** One statement for the tables with rows. Foreign keys are checked at its end. */
async function insertPart(
  sql: Sql,
  rows: Readonly<Record<string, readonly object[]>>,
  update: ZoneUpdate | undefined,
): Promise<GivenValues> {
  const places = INSERTED.flatMap(([table], place) => (rows[table]?.length ? place : []));
  const inserts = places.map((place, i) => insertInto(place, i + 1));
  const values = places.map((place) => toJson(rows[INSERTED[place]?.[0] ?? ""] ?? [], place));
  if (update) {
    values.push(update.rows);
    inserts.push(`updated_zone AS (${update.toSql(`$${values.length}`)})`);
  }
  const has = (table: string) => rows[table]?.length;
  const identities = has("revision")
    ? `(SELECT json_agg(identity ORDER BY id) FROM new_revision),
       (SELECT pg_notify('${REVISION_CHANNEL}', (array_agg(identity ORDER BY id DESC))[1])::text FROM new_revision)`
    : "'[]'::json, ''";
  const sequences = has("decision")
    ? "(SELECT json_agg(id ORDER BY id) FROM new_decision)"
    : "'[]'::json";
  const [given] = await sql<GivenValues>(
    `-- ledger-insert-${places.join(".")}${update ? "-zones" : ""}
    WITH ${inserts.join(",\n")}
    SELECT given.* FROM (SELECT ${identities}, ${sequences}) AS given (identities, notified, sequences)`,
    ...values,
  );
  if (!given) throw new Error("The database gave no row back for a write.");
  return given;
}

/** What the database gives to a new row. */
const RETURNED: Readonly<Record<string, string>> = { revision: "id, identity", decision: "id" };

function insertInto(place: number, parameter: number): string {
  const [table, columns] = INSERTED[place] ?? ["", []];
  const name = quoteName(table);
  const list = columns.map(quoteName);
  // JSON null in a row is NULL in SQL, but the value of a claim is never NULL.
  const read = list.map((column) =>
    table === "claim" && column === '"value"' ? "coalesce(value, 'null')" : column,
  );
  const returning = RETURNED[table] ? ` RETURNING ${RETURNED[table]}` : "";
  return `new_${toSqlName(table)} AS (INSERT INTO ${name} (${list.join(", ")})
    SELECT ${read.join(", ")} FROM json_populate_recordset(NULL::${name}, $${parameter}::json)${returning})`;
}

function toJson(rows: readonly object[], place: number): string {
  const columns = (INSERTED[place]?.[1] ?? []).map(
    (column) => [column, toSqlName(column)] as const,
  );
  return JSON.stringify(
    rows.map((row) => {
      const values: Readonly<Record<string, unknown>> = { ...row };
      return Object.fromEntries(columns.map(([key, name]) => [name, values[key]]));
    }),
  );
}

/** The revision of a write. */
interface NewRevision extends Authorship {
  readonly number: number;
  readonly recordedAt: Date;
}

/**
 * The rows of a planned write. The database gives identities and sequences to the revision and the decisions; until then
 * they have those of their place behind `facts`.
 */
export function toRows(facts: Facts, planned: PlannedWrite, made: NewRevision): LedgerRows {
  const { subjects, claims, decisions, sourceChanges, versions, retired } = planned;
  const { number: revisionId, recordedAt, author, actor, authorId, purpose } = made;
  const last = facts.decisions.at(-1)?.sequence ?? 0;
  const firstName = listFirstNames(facts, subjects);
  const firms = listNewFirms(firstName, subjects);
  const figures = facts.context.filter(({ reason }) => reason === null).length;
  const changed = <K extends (typeof versions)[number]["kind"]>(kind: K) =>
    versions.filter(
      (version): version is Extract<(typeof versions)[number], { kind: K }> =>
        version.kind === kind,
    );
  return {
    revision: [
      {
        ...{ id: revisionId, recordedAt: recordedAt.toISOString(), author, purpose },
        ...{ authorId: authorId ?? actor?.id ?? null, identity: "" },
      },
    ],
    zone: subjects.zones.map(({ slug, order }) => ({ slug, sortOrder: order, revisionId })),
    claim: claims.map((claim) => toClaimRow(claim, revisionId)),
    decision: [...claims.map(toPublication), ...decisions].map(({ claimId, kind, reason }, i) => ({
      ...{ id: last + 1 + i, claimId, kind, reason, revisionId },
    })),
    source: subjects.sources.map(({ reason: _, ...source }) => ({ ...source, revisionId })),
    sourceVersion: sourceChanges.map(({ id, reason, source: { id: sourceId, ...source } }) => ({
      ...{ ...source, id, sourceId, revisionId, reason },
    })),
    firm: [...firms].map(([id, name]) => ({ id, name, revisionId })),
    firmVersion: [
      ...subjects.firms
        .filter(({ otherNames }) => otherNames.length > 0)
        .map(({ id: firmId, name, otherNames }) => ({
          ...{ id: randomUUID(), firmId, revisionId, reason: FIRST_OTHER_NAMES },
          ...{ name, otherNames: [...otherNames] },
        })),
      ...changed("firm").map(({ id, reason, content: { id: firmId, name, otherNames } }) => ({
        ...{ id, firmId, revisionId, reason, name, otherNames: [...otherNames] },
      })),
    ],
    tenancy: subjects.tenancies.map(({ id, zone, firmId, firm, order }) => ({
      ...{ id, revisionId, zoneSlug: zone, firmId, sortOrder: order },
      firm: { name: firms.get(firmId) ?? firstName.get(firmId) ?? firm },
    })),
    event: subjects.events.map((event) => ({
      ...toEventRow(event, revisionId),
      ...{ id: event.id, zones: event.zones.map((zoneSlug) => ({ zoneSlug })) },
    })),
    eventVersion: [
      ...subjects.eventVersions,
      ...changed("event").map(({ content, reason }) => ({ ...content, reason })),
    ].map((event) => ({
      ...toEventRow(event, revisionId),
      ...{ eventId: event.id, reason: event.reason ?? "", zones: [...event.zones] },
    })),
    contextFigure: subjects.context.map((figure, i) => ({
      ...toFigureRow(figure, revisionId),
      sortOrder: figures + i + 1,
    })),
    contextFigureVersion: [
      ...subjects.figureVersions,
      ...changed("figure").map(({ content, reason }) => ({ ...content, reason })),
    ].map((figure) => ({ ...toFigureRow(figure, revisionId), reason: figure.reason ?? "" })),
    retirement: retired.retirements.map((one) => ({ ...one, revisionId })),
  };
}

/** The first names of the recorded firms among those of new tenancies and new firms, by id. */
function listFirstNames(
  { firmVersions }: Facts,
  { firms, tenancies }: PlannedWrite["subjects"],
): ReadonlyMap<string, string> {
  const ids = new Set([...firms.map(({ id }) => id), ...tenancies.map(({ firmId }) => firmId)]);
  if (ids.size === 0) return new Map();
  const own = firmVersions.filter(({ id, reason }) => reason === null && ids.has(id));
  return new Map(own.map(({ id, name }) => [id, name]));
}

/** The names of the firms that do not exist yet, by id: those without a zone, and those of tenancies. */
function listNewFirms(
  known: ReadonlyMap<string, string>,
  { firms, tenancies }: PlannedWrite["subjects"],
): ReadonlyMap<string, string> {
  const named = new Map([
    ...firms.map(({ id, name }) => [id, name] as const),
    ...tenancies.map(({ firm, firmId }) => [firmId, firm] as const),
  ]);
  for (const id of named.keys()) if (known.has(id)) named.delete(id);
  return named;
}

function toClaimRow(claim: NewClaim, revisionId: number): LedgerRows["claim"][number] {
  const { zone, tenancy, value, quotation, money, ...content } = getContent(claim);
  return {
    ...content,
    ...{ revisionId, zoneSlug: zone, tenancyId: tenancy },
    value: value as LedgerRows["claim"][number]["value"],
    ...toQuotationColumns(quotation),
    ...{ amount: money?.amount ?? null, currency: money?.currency ?? null },
    changed: (claim.changed ?? null) as LedgerRows["claim"][number]["changed"],
  };
}

function toEventRow(
  { date, kind, title, body, sourceId, quotation }: Omit<Event, "revision" | "reason">,
  revisionId: number,
) {
  return {
    ...{ revisionId, date, precision: getPrecision(date), kind, title, body, sourceId },
    ...toQuotationColumns(quotation),
  };
}

function toFigureRow(figure: Omit<ContextItem, "revision" | "reason">, revisionId: number) {
  const { key, constraint, label, value, unit, statement, period, sourceId } = figure;
  const sourceNote = figure.sourceNote ?? "";
  return {
    ...{ key, revisionId, constraint, label, value, unit, statement, period, sourceId, sourceNote },
    ...toQuotationColumns(figure.quotation),
  };
}

function toQuotationColumns(quotation: Quotation | null) {
  return { quotation: quotation?.text ?? null, quotationLang: quotation?.lang ?? null };
}

/** How exact the date of an event is. */
function getPrecision(date: string): "day" | "month" | "year" {
  if (date.length === 10) return "day";
  return date.length === 7 ? "month" : "year";
}
