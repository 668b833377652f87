import "server-only";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { ColumnRole } from "@/lib/catalogue/import-columns";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type {
  ImportChange,
  ImportPhase,
  ImportReport,
  RefusedCell,
} from "@/lib/contract/import-answer";
import type { CellIssue, PlannedClaim, PlannedRow, PreparedImport } from "@/lib/entry/import-row";
import { formatCell, getRowNumber } from "@/lib/entry/table";
import type { Source } from "@/lib/evidence/ledger-records";
import { listRepeatedFacts } from "@/lib/evidence/repeated-facts";
import { describeCellProblem } from "@/lib/text/import-words";
import type { Text } from "@/lib/text/text";
import { type EvidenceIndex, subjectKey } from "../../evidence/evidence-index";
import { buildDraftEvidence } from "../../evidence/preview";
import { type Moment, resolve } from "../../evidence/resolve";
import type { PartialDate } from "../../time/day";
import type { NewClaim, WriteResult } from "../ledger/types";
import type { RegistryView } from "../registry/registry-at";
import { listFirms } from "./import-context";

/** Rounds of checks: each leaves out the rows that the one before refused. */
const MAX_ROUNDS = 25;

/** How an import is followed and stopped. */
export interface ImportFollower {
  readonly signal: AbortSignal;
  readonly onProgress: (phase: ImportPhase, done: number, total: number) => void;
}

/** A whole import that cannot be checked, with a sentence that says what to do. */
export class ImportProblem extends Error {
  readonly code = "import-problem";
}

/** The slugs of the zones of claims that the registry does not have, in the order of the claims. */
export type ListNewZones = (claims: readonly { readonly zone: string }[]) => string[];

/** Checks the claims of valid rows by the rules of the ledger, again without the rows that it refuses, until all are valid. */
export async function checkRows(
  text: Text,
  { columns }: PreparedImport,
  rows: readonly PlannedRow[],
  known: ReadonlySet<string>,
  { signal, onProgress }: ImportFollower,
  listNewZones: ListNewZones,
  check: (claims: readonly NewClaim[]) => Promise<WriteResult>,
): Promise<CheckedRows> {
  const issues = new Map<number, CellIssue[]>();
  for (const row of rows) if (row.issues.length > 0) issues.set(row.index, [...row.issues]);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { added, repeated } = listAdded(rows, issues, known);
    signal.throwIfAborted();
    onProgress("checking", 0, added.length);
    if (added.length === 0) return { rows, issues, added, repeated };
    const claims = added.map(toNewClaim);
    const result = await check(claims);
    if (result.ok) return { rows, issues, added, repeated };
    if (!("issues" in result)) {
      throw new ImportProblem(text.t("imports.check.stale"));
    }
    for (const { index, param, message } of result.issues) {
      // The ledger names a new zone by its place among the new zones, and everything else by its claim.
      const zone = isOfNewZone(param) ? listNewZones(claims)[index] : undefined;
      const planned =
        zone === undefined ? added[index] : added.find(({ claim }) => claim.zone === zone);
      if (!planned || isOfNewSource(param)) {
        throw new ImportProblem(text.t("imports.defaults.newSource", { message }));
      }
      const column = columns.get(ROLE_OF_PART[param] ?? "value") ?? planned.column;
      const list = issues.get(planned.row) ?? [];
      list.push({ column, problem: { code: "ledger", message }, suggestion: null });
      issues.set(planned.row, list);
    }
  }
  throw new ImportProblem(text.t("imports.check.unstable"));
}

/** Parts of a source, which only a new one can have wrong. */
function isOfNewSource(param: string): boolean {
  return ["title", "publisher", "url", "publishedOn", "publishedOnEstimated"].includes(param);
}

/** What only a new zone can have wrong: its address, or the claims that it needs. */
function isOfNewZone(param: string): boolean {
  return ["slug", "claims"].includes(param);
}

/** The role of the column that has a part of a claim, where the ledger calls it otherwise. */
const ROLE_OF_PART: Readonly<Record<string, ColumnRole>> = {
  zone: "zone",
  slug: "zone",
  claims: "zone",
  tenancy: "firm",
  field: "field",
  asOf: "asOf",
  sourceId: "source",
  locator: "locator",
  note: "note",
  origin: "origin",
  confidence: "confidence",
  quotation: "quotation",
  money: "amount",
  gateConfirmed: "confirmed",
};

/** The claims of valid rows that are not recorded, each once. */
function listAdded(
  rows: readonly PlannedRow[],
  issues: ReadonlyMap<number, readonly CellIssue[]>,
  known: ReadonlySet<string>,
): Pick<CheckedRows, "added" | "repeated"> {
  const taken = new Set<string>();
  let repeated = 0;
  const added = rows.flatMap((row) =>
    issues.has(row.index)
      ? []
      : row.claims.flatMap((planned) => {
          const { id } = planned.claim;
          if (known.has(id) || taken.has(id)) {
            repeated += 1;
            return [];
          }
          taken.add(id);
          return [{ ...planned, row: row.index }];
        }),
  );
  const same = listRepeatedFacts(added.map(({ claim }) => claim));
  return {
    added: added.filter(({ claim }) => !same.has(claim)),
    repeated: repeated + same.size,
  };
}

/** A claim of a table as the ledger takes it. */
export function toNewClaim({ claim, basedOn, gateConfirmed }: PlannedClaim): NewClaim {
  return { ...claim, basedOn, gateConfirmed };
}

/** Most changes that a report lists. */
const MAX_CHANGES = 1_000;

/** The rows of a table after all checks. */
interface CheckedRows {
  readonly rows: readonly PlannedRow[];
  /** What is wrong, by position of the row. Rows without an entry are valid. */
  readonly issues: ReadonlyMap<number, readonly CellIssue[]>;
  /** The new claims of valid rows, each once, with the position of their row. */
  readonly added: readonly (PlannedClaim & { readonly row: number })[];
  /** Claims of valid rows that are recorded already, or that an earlier row states. */
  readonly repeated: number;
}

/** What an import would do, in words. */
export function buildReport(
  text: Text,
  view: RegistryView,
  prepared: PreparedImport,
  { rows, issues, added, repeated }: CheckedRows,
  newSource: Source | null,
  digest: string,
): Omit<ImportReport, "needsReviewer"> {
  const { table } = prepared;
  const filled = rows.filter(({ index }) => table.rows[index]?.some((cell) => cell !== ""));
  const valid = filled.filter(({ index }) => !issues.has(index));
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  if (newSource) sources.set(newSource.id, newSource);
  const moment = { asOf: view.asOf, revision: view.latestRevision };
  const effects = listEffects(view.evidence, added, (id) => sources.get(id), moment);
  const rowOf = new Map(added.map(({ claim, row }) => [claim.id, row]));
  const zones = new Map(view.rows.map(({ slug, values }) => [slug, values.name ?? slug]));
  const known = new Set(view.facts.zones.map(({ slug }) => slug));
  const newZones = new Map(
    added.flatMap(({ claim: { zone, field, value } }) =>
      field === "name" && !known.has(zone) ? [[zone, String(value)] as const] : [],
    ),
  );
  for (const [slug, name] of newZones) zones.set(slug, name);
  const firms = new Map(listFirms(view).map(({ id, firm }) => [id, firm]));
  const toChange = (effect: FieldEffect): ImportChange => ({
    cell: formatCell(
      effect.planned.column,
      getRowNumber(table, rowOf.get(effect.planned.claim.id) ?? 0),
    ),
    zone: zones.get(effect.zone) ?? effect.zone,
    firm: effect.tenancy === null ? null : (firms.get(effect.tenancy) ?? effect.tenancy),
    field: text.fieldLabel(effect.field),
    before: formatValue(text, effect.field, effect.before),
    after: formatValue(
      text,
      effect.field,
      effect.shows ? effect.after : effect.planned.claim.value,
    ),
    shows: effect.shows,
    disputed: effect.disputed,
  });
  return {
    digest,
    rows: filled.length,
    refusedRows: [...issues.keys()]
      .map((index) => getRowNumber(table, index))
      .sort((a, b) => a - b),
    validRows: new Set(added.map(({ row }) => row)).size,
    newZones: [...newZones.values()],
    claims: added.length,
    unchanged: repeated + valid.reduce((sum, { unchanged }) => sum + unchanged, 0),
    refused: listRefused(text, prepared, issues),
    changes: effects.slice(0, MAX_CHANGES).map(toChange),
    changeCount: effects.length,
    disputedCount: effects.filter(({ disputed }) => disputed).length,
  };
}

function formatValue(text: Text, field: FieldKey, value: FieldValue): string {
  return value === null ? text.t("common.unknown") : text.value(field, value);
}

function listRefused(
  text: Text,
  { table }: PreparedImport,
  issues: CheckedRows["issues"],
): RefusedCell[] {
  return [...issues]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, found]) =>
      found.map((issue): RefusedCell => {
        const { column, suggestion } = issue;
        const { code } = issue.problem;
        const row = getRowNumber(table, index);
        return {
          row,
          cell: column === null ? null : formatCell(column, row),
          column: column === null ? "" : (table.header[column] ?? ""),
          got: column === null ? "" : (table.rows[index]?.[column] ?? ""),
          message: describeCellProblem(text, issue),
          suggestion,
          confirm: code === "repaired" || code === "changed-since" ? code : null,
        };
      }),
    );
}

/** What the claims of an import change in one field of one zone or firm. */
interface FieldEffect {
  readonly zone: string;
  readonly tenancy: string | null;
  readonly field: FieldKey;
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** The claim that states it: the displayed one, else the first of the field. */
  readonly planned: PlannedClaim;
  /** Is a claim of the import displayed afterwards? */
  readonly shows: boolean;
  /** Is the field disputed afterwards, and was not before? */
  readonly disputed: boolean;
}

/**
 * What the claims of an import change, by the same `resolve` as the pages.
 * @param sourceOf the publisher and date of publication of a source; undefined: it does not exist
 */
function listEffects(
  evidence: EvidenceIndex,
  claims: readonly PlannedClaim[],
  sourceOf: (
    id: string,
  ) => { readonly publisher: string; readonly publishedOn: PartialDate | null } | undefined,
  { asOf, revision }: Moment,
): FieldEffect[] {
  const fields = new Map<string, PlannedClaim[]>();
  for (const planned of claims) {
    const { zone, tenancy, field } = planned.claim;
    const key = `${subjectKey(zone, tenancy)} ${field}`;
    const list = fields.get(key);
    if (list) list.push(planned);
    else fields.set(key, [planned]);
  }
  const next: Moment = { asOf, revision: revision + 1 };
  return [...fields.values()].flatMap((planned): FieldEffect[] => {
    const [first] = planned;
    if (!first) return [];
    const { zone, tenancy, field } = first.claim;
    const known = evidence.get(subjectKey(zone, tenancy))?.get(field) ?? [];
    const added = planned.map(({ claim }) => {
      const source = sourceOf(claim.sourceId);
      const date = claim.asOf ?? source?.publishedOn ?? asOf;
      return buildDraftEvidence(claim, date, source?.publisher ?? claim.sourceId, next.revision);
    });
    const before = resolve(fieldSpec(field), known, next);
    const after = resolve(fieldSpec(field), [...known, ...added], next);
    const displayed = planned.find(({ claim }) => claim.id === after.evidence?.claim.id);
    return [
      {
        zone,
        tenancy,
        field,
        before: before.value,
        after: after.value,
        planned: displayed ?? first,
        shows: displayed !== undefined,
        disputed: after.mark === "contested" && before.mark !== "contested",
      },
    ];
  });
}
