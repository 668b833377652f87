import { z } from "zod";
import { LAYOUTS } from "../entry/import-mapping";
import { MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from "../entry/table";
import { CONFIDENCES, ORIGINS } from "../evidence/ledger-records";
import { SourceRequest } from "./write-request";

/** Most characters of a cell: more than any text of a claim has. */
const MAX_CELL = 20_000;

const cell = z.string().max(MAX_CELL);

/** A table, what its columns are used for, and what applies to all its rows. */
export const ImportRequest = z.strictObject({
  table: z.strictObject({
    headerRow: z.int().min(1).max(1_000_000),
    header: z.array(cell).max(MAX_TABLE_COLUMNS),
    rows: z.array(z.array(cell).max(MAX_TABLE_COLUMNS)).max(MAX_TABLE_ROWS),
    covered: z.array(z.string().max(12)).max(MAX_TABLE_ROWS),
  }),
  layout: z.enum(LAYOUTS),
  targets: z.array(z.string().max(60)).max(MAX_TABLE_COLUMNS),
  /** The source of rows that name none: an id, a web address or a title; empty: every row names its own. */
  source: z.string().max(2_000),
  /** A new source, in place of `source`; null: it exists. */
  newSource: SourceRequest.omit({ id: true }).nullable(),
  asOf: z.string().max(60),
  origin: z.enum(ORIGINS),
  confidence: z.enum(CONFIDENCES),
  note: z.string().max(4_000),
  confirmed: z.boolean(),
  /** Adds the zones of rows that name none of the registry; only where each row is a zone. */
  newZones: z.boolean().default(false),
  /** Cells whose reading or conflict the person confirmed: `D17 repaired`, `D17 changed-since`. */
  confirmedCells: z.array(z.string().max(30)).max(MAX_TABLE_ROWS).default([]),
  /** Records what the check with this digest showed; absent: only check. */
  record: z
    .strictObject({
      digest: z.string().max(64),
      /** Leave out the rows that are refused; false: record nothing if there are any. */
      validOnly: z.boolean(),
    })
    .optional(),
});
