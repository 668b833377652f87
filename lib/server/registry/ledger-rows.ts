import "server-only";
import type { Facts } from "@/lib/evidence/ledger-records";
import { setPublicationsAside } from "@/lib/evidence/publications";
import type * as rows from "@/prisma/generated/client";
import {
  type Stored,
  toClaim,
  toContextFigure,
  toDecision,
  toEvent,
  toEventVersion,
  toFirmVersion,
  toFirstFirm,
  toFirstVersion,
  toRetirement,
  toRevision,
  toTenancy,
  toVersion,
} from "./fact-rows";

/** Rows of the ledger's tables, as JSON has them, under the keys of Prisma. */
export interface LedgerRows {
  readonly revision: Omit<Stored<rows.Revision>, "randomId">[];
  readonly zone: Pick<rows.Zone, "slug" | "sortOrder" | "revisionId">[];
  readonly claim: Stored<rows.Claim>[];
  readonly decision: Stored<rows.Decision>[];
  readonly source: Stored<rows.Source>[];
  readonly sourceVersion: Stored<rows.SourceVersion>[];
  /** With the first name of the firm. */
  readonly tenancy: (rows.Tenancy & { firm: { name: string } })[];
  readonly event: (rows.Event & { zones: { zoneSlug: string }[] })[];
  readonly eventVersion: rows.EventVersion[];
  readonly contextFigure: rows.ContextFigure[];
  readonly contextFigureVersion: rows.ContextFigureVersion[];
  readonly firm: rows.Firm[];
  readonly firmVersion: rows.FirmVersion[];
  readonly retirement: rows.Retirement[];
}

const SOURCE = [
  ...["title", "publisher", "url", "publishedOn", "publishedOnEstimated"],
  ...["accessed", "archivedUrl", "kind"],
];
const EVENT = [
  ...["date", "precision", "kind", "title", "body", "sourceId", "quotation", "quotationLang"],
];
const FIGURE = [
  ...["constraint", "label", "value", "unit", "statement", "period", "sourceId", "sourceNote"],
  ...["quotation", "quotationLang"],
];

/** The columns of each table that a write sets and a read reads. */
export const COLUMNS: { readonly [K in keyof LedgerRows]: readonly string[] } = {
  revision: ["id", "recordedAt", "author", "authorId", "purpose"],
  zone: ["slug", "sortOrder", "revisionId"],
  claim: [
    ...["id", "revisionId", "zoneSlug", "tenancyId", "field", "value", "asOf", "sourceId"],
    ...["locator", "note", "origin", "confidence", "decline", "quotation", "quotationLang"],
    ...["lastSeenOn", "amount", "currency"],
  ],
  decision: ["revisionId", "claimId", "kind", "reason"],
  source: ["id", "revisionId", ...SOURCE],
  sourceVersion: ["id", "sourceId", "revisionId", "reason", ...SOURCE],
  firm: ["id", "revisionId", "name"],
  firmVersion: ["id", "firmId", "revisionId", "reason", "name", "otherNames"],
  tenancy: ["id", "revisionId", "zoneSlug", "firmId", "sortOrder"],
  event: ["id", "revisionId", ...EVENT],
  eventVersion: ["eventId", "revisionId", "reason", ...EVENT, "zones"],
  contextFigure: ["key", "revisionId", ...FIGURE, "sortOrder"],
  contextFigureVersion: ["key", "revisionId", "reason", ...FIGURE],
  retirement: ["id", "revisionId", "kind", "subject", "act", "into", "reason"],
};

/** No rows, to add to. */
export function noRows(): LedgerRows {
  const entries = Object.keys(COLUMNS).map((table): [string, unknown[]] => [table, []]);
  return Object.fromEntries(entries) as unknown as LedgerRows;
}

/** Adds rows behind others. */
export function appendRows(to: LedgerRows, added: LedgerRows): void {
  for (const table of Object.keys(COLUMNS) as (keyof LedgerRows)[]) {
    const list: unknown[] = to[table];
    for (const row of added[table]) list.push(row);
  }
}

/** The names of tables and columns in SQL. A write needs some 200. */
const sqlNames = new Map<string, string>();

/** The name of a table or column in SQL, without quotes. */
export function toSqlName(key: string): string {
  const known = sqlNames.get(key);
  if (known !== undefined) return known;
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  sqlNames.set(key, name);
  return name;
}

/** The same with quotes. Some columns have names with a meaning in SQL, such as `into`. */
export function quoteName(key: string): string {
  return `"${toSqlName(key)}"`;
}

/** Columns under the keys of Prisma, in SQL. */
export function selectColumns(columns: readonly string[]): string {
  return columns.map((column) => `${quoteName(column)} AS "${column}"`).join(", ");
}

/**
 * The facts of rows, for `addFacts`. The same for rows that are read and rows that are about to be written.
 * @param later the claims of a revision with all decisions of it
 */
export function toFacts(later: LedgerRows): Facts {
  const revisions = [...later.revision].sort((a, b) => a.id - b.id);
  const claims = later.claim.map(toClaim);
  const figures = [...later.contextFigure].sort((a, b) => a.sortOrder - b.sortOrder);
  return {
    revision: revisions.at(-1)?.id ?? 0,
    revisions: revisions.map(toRevision),
    zones: later.zone.map(({ slug, sortOrder }) => ({ slug, order: sortOrder })),
    claims,
    ...setPublicationsAside(claims, later.decision.map(toDecision)),
    sourceVersions: [...later.source.map(toFirstVersion), ...later.sourceVersion.map(toVersion)],
    tenancies: later.tenancy.map(toTenancy),
    events: [...later.event.map(toEvent), ...later.eventVersion.map(toEventVersion)],
    context: [
      ...figures.map((row) => toContextFigure(row, null)),
      ...later.contextFigureVersion.map((row) => toContextFigure(row, row.reason)),
    ],
    firmVersions: [...later.firm.map(toFirstFirm), ...later.firmVersion.map(toFirmVersion)],
    retirements: later.retirement.map(toRetirement),
  };
}
