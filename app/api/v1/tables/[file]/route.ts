import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { unknownTable, unusedCondition } from "@/lib/contract/not-found";
import { CSV_TYPE } from "@/lib/formats/csv";
import {
  CONDITIONS_OF_TABLE,
  filteredTable,
  TABLE_CONDITIONS,
  TABLE_FILES,
  tableCsv,
  tableObjects,
  tableParquet,
} from "@/lib/formats/day-tables";
import { fileName } from "@/lib/formats/file-notes";
import { PARQUET_TYPE } from "@/lib/formats/file-types";
import { readRoute } from "@/lib/server/http/read-route";
import { attachment, createStream, json } from "@/lib/server/http/respond";

/** A table beside the zones, as of any day: all rows as a file, or a page of them as JSON. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.tableFile.accepts,
  answer: ({ text, view, params, url, pathParam }) => {
    const file = TABLE_FILES.find(({ name }) => name === pathParam("file"));
    if (!file) {
      const names = TABLE_FILES.map(({ name }) => name);
      return { issue: unknownTable(text, pathParam("file"), names) };
    }
    const { table: name, format } = file;
    const allowed = CONDITIONS_OF_TABLE[name];
    const unused = TABLE_CONDITIONS.find((key) => params.choices[key] && !allowed.includes(key));
    if (unused) return { issue: unusedCondition(text, unused, name, allowed) };
    return () => {
      const { registry } = view;
      const table = filteredTable({ text, ledger: view, registry }, name, params.choices);
      const { limit, offset } = params;
      if (format === "json") {
        const rows = tableObjects(table);
        const page = rows.slice(offset, offset + limit);
        return json({ data: page, meta: { ...buildMeta(registry), matched: rows.length } });
      }
      const isPage = url.searchParams.has("limit") || url.searchParams.has("offset");
      const shown = isPage
        ? { ...table, rows: () => [...table.rows()].slice(offset, offset + limit).values() }
        : table;
      const [type, write] =
        format === "csv"
          ? ([CSV_TYPE, tableCsv] as const)
          : ([PARQUET_TYPE, tableParquet] as const);
      return {
        type,
        headers: attachment(fileName(buildMeta(registry), format, name)),
        body: () => createStream(write(shown)),
      };
    };
  },
});
