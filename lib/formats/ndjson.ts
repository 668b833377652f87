import type { ZoneFieldKey } from "../catalogue/fields";
import type { RankedRow } from "../query/select";
import { EXPORTED_FIELDS } from "./columns";
import { flatRow } from "./flat-row";

/** Media type of an NDJSON file. */
export const NDJSON_TYPE = "application/x-ndjson; charset=utf-8";

/** An NDJSON file, line by line: one flat row to a line, unknown as null. */
export function* ndjsonChunks(
  rows: readonly RankedRow[],
  fields: readonly ZoneFieldKey[] = EXPORTED_FIELDS,
): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(flatRow(row, fields))}\n`;
}
