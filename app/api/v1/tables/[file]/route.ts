import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { unknownTable } from "@/lib/contract/not-found";
import { CSV_TYPE } from "@/lib/formats/csv";
import { dayTable, TABLE_FILES, tableCsv, tableParquet } from "@/lib/formats/day-tables";
import { fileName } from "@/lib/formats/file-notes";
import { PARQUET_TYPE } from "@/lib/formats/file-types";
import { readRoute } from "@/lib/server/http/read-route";
import { attachment, createStream } from "@/lib/server/http/respond";

const WRITERS = {
  csv: { type: CSV_TYPE, write: tableCsv },
  parquet: { type: PARQUET_TYPE, write: tableParquet },
} as const;

/** A table beside the zones, as of any day. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.tableFile.accepts,
  answer: ({ text, view, pathParam }) => {
    const file = TABLE_FILES.find(({ name }) => name === pathParam("file"));
    if (!file) {
      const names = TABLE_FILES.map(({ name }) => name);
      return { issue: unknownTable(text, pathParam("file"), names) };
    }
    return () => {
      const { registry } = view;
      const { type, write } = WRITERS[file.format];
      const table = dayTable({ text, ledger: view, registry }, file.table);
      return {
        type,
        headers: attachment(fileName(buildMeta(registry), file.format, file.table)),
        body: () => createStream(write(table)),
      };
    };
  },
});
