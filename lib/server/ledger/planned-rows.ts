import "server-only";
import { randomUUID } from "node:crypto";
import type { ContextItem, Event, Facts, Quotation } from "@/lib/evidence/ledger-records";
import type { LedgerRows } from "../registry/ledger-rows";
import { getContent, toPublication } from "../registry/load-facts";
import type { PlannedWrite } from "./plan";
import type { Authorship, NewClaim } from "./types";

/** The reason of the version that gives a new firm its other names. Stored, so in one language. */
const FIRST_OTHER_NAMES = "Other names of a new firm";

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
