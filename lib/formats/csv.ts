import { stringify } from "csv-stringify/sync";
import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import type { ZoneRecord } from "../evidence/registry";
import type { ComparedGroup } from "../query/compare";
import type { Text } from "../text/text";
import { type Cell, type Column, getWordCell } from "./columns";

/** Media type of a CSV file. */
export const CSV_TYPE = "text/csv; charset=utf-8; header=present";

const ROWS_PER_CHUNK = 100;

/**
 * A CSV file in chunks: UTF-8 without a byte order mark, commas, quotes where needed, a line feed after
 * each line, column names in the first. Null is an empty cell. Text that a spreadsheet would read as a
 * formula starts with an apostrophe.
 * @param rows read once, while the file is written
 */
export function* csvChunks<Row>(
  rows: Iterable<Row>,
  columns: readonly Pick<Column<Row>, "key" | "cell">[],
): Generator<string> {
  yield csvLines([columns.map(({ key }) => key)]);
  let records: Cell[][] = [];
  for (const row of rows) {
    records.push(columns.map(({ cell }) => cell(row)));
    if (records.length < ROWS_PER_CHUNK) continue;
    yield csvLines(records);
    records = [];
  }
  if (records.length > 0) yield csvLines(records);
}

/** A flag is written as a word. A number stays a number, because a text with a minus sign gets an apostrophe. */
function toCsvCell(cell: Cell): string | number | null {
  return typeof cell === "boolean" ? String(cell) : cell;
}

/** Lines of a CSV file in the form of `csvChunks`, one per record. */
export function csvLines(records: readonly (readonly Cell[])[]): string {
  return stringify(
    records.map((record) => record.map(toCsvCell)),
    { escape_formulas: true },
  );
}

/**
 * A comparison as a CSV file: one field per line, with the difference between the zones and, for each
 * zone, its value, date, mark and source. Empty where there is no date, mark or source. A column has the
 * values of many fields, so unknown is the word.
 */
export function comparisonCsv(
  text: Text,
  zones: readonly ZoneRecord[],
  groups: readonly ComparedGroup[],
): string {
  const head = [
    "group",
    "field",
    "label",
    "unit",
    "difference",
    "known",
    ...zones.flatMap(({ slug }) => [slug, `${slug} date`, `${slug} mark`, `${slug} source`]),
  ];
  const lines = groups.flatMap(({ group, fields }) =>
    fields.map(({ key, difference, known }) => {
      const spec = fieldSpec(key);
      return [
        group,
        key,
        text.fieldLabel(key),
        spec.kind === "number" ? spec.unit : "",
        difference,
        known,
        ...zones.flatMap((zone) => listCells(zone, key)),
      ];
    }),
  );
  return csvLines([head, ...lines]);
}

function listCells({ fields }: ZoneRecord, key: ZoneFieldKey): Cell[] {
  const { value, evidence, mark } = fields[key];
  return [getWordCell(value), evidence?.date ?? "", mark ?? "", evidence?.claim.sourceId ?? ""];
}
