import type { z } from "zod";
import { fieldSpec } from "../../lib/catalogue/fields";
import type { TableAnswer } from "../../lib/contract/import-answer";
import { ImportRequest } from "../../lib/contract/import-request";
import { createHeaderTest, suggestMapping } from "../../lib/entry/import-mapping";

const labelOf = (key: Parameters<typeof fieldSpec>[0]) => fieldSpec(key).label;

/** A file as the page reads it: its table, and the suggested use of each column. */
export async function readAsTable(
  content: string | Uint8Array,
): Promise<Pick<TableAnswer, "table" | "layout" | "targets">> {
  const { readTable } = await import("../../lib/server/import/read-table");
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const read = await readTable(bytes, null, createHeaderTest(labelOf));
  if ("problem" in read) throw new Error(read.problem.code);
  return { table: read.table, ...suggestMapping(read.table.header, labelOf) };
}

/** The request of an import of a file, from an undated source of the data set. */
export async function importRequest(
  content: string | Uint8Array,
  part: Partial<z.input<typeof ImportRequest>> = {},
): Promise<z.output<typeof ImportRequest>> {
  const { table, layout, targets } = await readAsTable(content);
  return ImportRequest.parse(
    JSON.parse(
      JSON.stringify({
        ...{ table, layout, targets },
        source: "geonames",
        newSource: null,
        asOf: "2026-11-01",
        origin: "independent",
        confidence: "high",
        note: "As the list says.",
        confirmed: true,
        newZones: false,
        ...part,
      }),
    ),
  );
}
