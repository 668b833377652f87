import { type FieldKey, fieldSpec, type ZoneValues } from "../catalogue/fields";
import type { ColumnRole } from "../catalogue/import-columns";
import type { FieldValue } from "../catalogue/kinds";
import type { Claim, Confidence, Origin } from "../evidence/ledger-records";
import type { PartialDate } from "../time/day";
import { type ColumnTarget, isRole, type Mapping } from "./import-mapping";
import type { ImportNames } from "./import-names";
import { readTypedValue } from "./read-value";
import type { Reading, ReadingIssue } from "./reading";
import type { Table } from "./table";

/** What applies to each row where the table does not say it. */
export interface ImportDefaults {
  /** Id of a source, or of the new one that comes with the import; null: every row names its own. */
  readonly sourceId: string | null;
  readonly asOf: PartialDate | null;
  readonly origin: Origin;
  readonly confidence: Confidence;
  readonly note: string | null;
  /** Did the person confirm that the sources support each step? */
  readonly confirmed: boolean;
}

/**
 * The slug that a new zone gets, the name of the zone of the registry or of an earlier row that it may be, or null where its slug
 * is empty or taken.
 */
export type NewZoneSlug = { readonly slug: string } | { readonly like: string } | null;

/** What an import is compared with. */
export interface ImportContext {
  readonly names: ImportNames;
  readonly defaults: ImportDefaults;
  /** The displayed value of a field, and the id of its claim; nulls: unknown. */
  readonly shown: (
    zone: string,
    tenancy: string | null,
    field: FieldKey,
  ) => { readonly value: FieldValue; readonly claimId: string | null };
  /**
   * The values of a zone in an export. `undefined`: there is no such export; null: it did not have the zone.
   * @param snapshot as in its column; empty: as files are now
   */
  readonly exported: (snapshot: string, zone: string) => ZoneValues | null | undefined;
  /** The cells that a person confirmed, such as `D17 repaired`, with the codes of their problems. */
  readonly confirmedCells: ReadonlySet<string>;
  /** How zones are added that the registry does not have; null: they are not. @param typed what names the zone in its row */
  readonly newZone: ((typed: string, name: string) => NewZoneSlug) | null;
  readonly findClaim: (id: string) => Claim | undefined;
  /** How the tracker's tables for programs write a value. */
  readonly write: (value: FieldValue) => string;
  /** How the tracker's workbooks write a known value of a field, in the language of the site. */
  readonly toWords: (field: FieldKey, value: FieldValue) => string;
  /** A UUID that is the same for the same content. */
  readonly makeId: (content: ClaimContent) => string;
}

/** What a claim says, without its id. */
export type ClaimContent = Omit<Claim, "id" | "revision">;

/** A claim that a cell states. */
export interface PlannedClaim {
  readonly claim: Omit<Claim, "revision">;
  /** Id of the claim that is displayed now; null: unknown is. */
  readonly basedOn: string | null;
  readonly gateConfirmed: boolean;
  /** The column of its value, from 0. */
  readonly column: number;
}

/** What a row of a table states. */
export interface PlannedRow {
  /** Position among the rows below the headers, from 0. */
  readonly index: number;
  readonly claims: readonly PlannedClaim[];
  readonly issues: readonly CellIssue[];
  /** Number of cells whose value is recorded or displayed already. */
  readonly unchanged: number;
}

/** A table whose columns and names are prepared. */
export interface PreparedImport {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly context: ImportContext;
  readonly columns: ReadonlyMap<ColumnRole, number>;
  /** The columns with values of fields. */
  readonly fields: readonly (readonly [FieldKey, number])[];
  readonly covered: ReadonlySet<string>;
  /** Reads a value; the same text of the same field is read once. */
  readonly read: (field: FieldKey, typed: string) => Reading;
}

/** Prepares a table, once for all its rows. */
export function prepareImport(
  table: Table,
  mapping: Mapping,
  context: ImportContext,
): PreparedImport {
  const columns = new Map<ColumnRole, number>();
  const fields: [FieldKey, number][] = [];
  mapping.targets.forEach((target: ColumnTarget, column) => {
    if (target === "ignore") return;
    if (isRole(target)) columns.set(target, column);
    else fields.push([target, column]);
  });
  const readings = new Map<string, Reading>();
  const read = (field: FieldKey, typed: string): Reading => {
    const key = `${field} ${typed}`;
    const reading = readings.get(key) ?? readTypedValue(fieldSpec(field), typed);
    readings.set(key, reading);
    return reading;
  };
  return { table, mapping, context, columns, fields, covered: new Set(table.covered), read };
}

/** A row while it is read. */
export interface RowReader {
  readonly prepared: PreparedImport;
  /** The cell of a role; "" where the table has no such column. */
  readonly get: (role: ColumnRole) => string;
  readonly refuse: (
    where: ColumnRole | number | null,
    problem: CellProblem,
    suggestion?: string | null,
  ) => null;
  /** Did a person confirm a cell? Refuses it until then. */
  readonly isConfirmed: (where: ColumnRole | number, problem: CellProblem) => boolean;
  /** Refuses a cell that is no text of a person: part of a merged cell, an error of a formula, or with lost letters. */
  readonly isSound: (column: number | undefined) => boolean;
}

/** Why a cell, or a row as a whole, is refused; `describeCellProblem` of lib/text says it. */
type CellProblem =
  /** A value, a date or another part that is not understood. */
  | { readonly code: "reading"; readonly issue: ReadingIssue }
  | { readonly code: "missing"; readonly role: ColumnRole }
  | { readonly code: "not-found"; readonly role: "zone" | "firm" | "field" | "source" }
  | { readonly code: "one-of"; readonly allowed: readonly string[] }
  | {
      readonly code:
        | "covered"
        | "formula-error"
        | "lost-letters"
        | "unknown-over-known"
        | "not-a-day"
        | "field-of-zones"
        | "field-of-firms"
        | "like-zone"
        | "no-slug"
        | "no-admission";
    }
  /** No export has this day and revision. */
  | { readonly code: "no-snapshot" }
  /** A misspelled letter of a word is read as another one, which a person confirms. @field null: it is a date of the report */
  | { readonly code: "repaired"; readonly field: FieldKey | null; readonly value: FieldValue }
  /** An edited cell of an export whose displayed value changed since, which a person confirms. */
  | {
      readonly code: "changed-since";
      readonly field: FieldKey;
      readonly exported: FieldValue;
      readonly present: FieldValue;
    }
  /** What the ledger says, in words. */
  | { readonly code: "ledger"; readonly message: string };

/** What is wrong with a cell. */
export interface CellIssue {
  /** From 0; null: the row as a whole, where no column is at fault. */
  readonly column: number | null;
  readonly problem: CellProblem;
  /** What could be there instead; null: nothing is near. */
  readonly suggestion: string | null;
}
