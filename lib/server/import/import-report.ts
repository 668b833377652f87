import "server-only";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type { ImportChange, ImportReport, RefusedCell } from "@/lib/contract/import-answer";
import type { CellIssue, PlannedClaim, PlannedRow, PreparedImport } from "@/lib/entry/import-row";
import { formatCell, getRowNumber } from "@/lib/entry/table";
import type { Source } from "@/lib/evidence/ledger-records";
import { describeCellProblem } from "@/lib/text/import-words";
import type { Text } from "@/lib/text/text";
import { type EvidenceIndex, subjectKey } from "../../evidence/evidence-index";
import { buildDraftEvidence } from "../../evidence/preview";
import { type Moment, resolve } from "../../evidence/resolve";
import type { PartialDate } from "../../time/day";
import type { RegistryView } from "../registry/registry-at";
import { listFirms } from "./import-context";

/** Most changes that a report lists. */
const MAX_CHANGES = 1_000;

/** The rows of a table after all checks. */
export interface CheckedRows {
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
