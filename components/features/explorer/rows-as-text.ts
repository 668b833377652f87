import { fieldSpec } from "@/lib/catalogue/fields";
import type { RankedRow } from "@/lib/query/select";
import { formatScore, formatShare } from "@/lib/text/format-number";
import { formatValue } from "@/lib/text/format-value";
import { type ColumnKey, getColumn, isComposed } from "./columns";

const UNKNOWN = "unknown";

/**
 * Rows as text for a spreadsheet: tabs between cells, a head line, the columns as shown. Readiness
 * takes three cells, what is delivered of what is needed two. Unknown is written out.
 */
export function rowsAsText(rows: readonly RankedRow[], columns: readonly ColumnKey[]): string {
  const head = ["Zone", ...columns.flatMap(heads)];
  const lines = rows.map((row) => [
    row.values.name ?? row.slug,
    ...columns.flatMap((key) => cells(row, key)),
  ]);
  return [head, ...lines].map((line) => line.map(plain).join("\t")).join("\n");
}

function heads(key: ColumnKey): string[] {
  switch (key) {
    case "readiness":
      return ["Readiness low", "Readiness high", "Readiness known"];
    case "power":
      return ["Power energised, MW", "Power needed, MW"];
    case "gasSupply":
      return ["Gas supplied, MMCFD", "Gas needed, MMCFD"];
    default:
      return [getColumn(key).label];
  }
}

function cells(row: RankedRow, key: ColumnKey): string[] {
  const { values, readiness } = row;
  const figure = (value: number | null) => (value === null ? UNKNOWN : String(value));
  if (!isComposed(key)) {
    const value = values[key];
    if (typeof value === "number") return [String(value)];
    return [value === null ? UNKNOWN : formatValue(fieldSpec(key), value)];
  }
  switch (key) {
    case "readiness":
      return readiness === null
        ? ["not applicable", "not applicable", "not applicable"]
        : [
            formatScore(readiness.low),
            formatScore(readiness.high),
            formatShare(readiness.coverage),
          ];
    case "power":
      return [figure(values.powerEnergisedMw), figure(values.powerNeededMw)];
    case "gasSupply":
      return [figure(values.gasSuppliedMmcfd), figure(values.gasNeededMmcfd)];
  }
}

/** A cell must not break its line, nor be taken for a formula when it is pasted. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return /^[=+@]|^-(?!\d)/.test(line) ? `'${line}` : line;
}
