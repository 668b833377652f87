import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { unknownTable } from "@/lib/contract/not-found";
import { CSV_TYPE } from "@/lib/formats/csv";
import { fileName } from "@/lib/formats/file-notes";
import { DAY_TABLES, dayTable } from "@/lib/formats/release-tables";
import { readRoute } from "@/lib/server/http/read-route";
import { attachment, createStream } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** A table of a release, as of any day. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.tableFile.accepts,
  answer: ({ text, view, pathParam }) => {
    const name = DAY_TABLES.find((one) => one === pathParam("file"));
    if (!name) return { issue: unknownTable(text, pathParam("file"), DAY_TABLES) };
    return () => {
      const table = dayTable({ text, ledger: view, registry: view.registry }, name);
      const file = fileName(buildMeta(view.registry), "csv", name.replace(".csv", ""));
      return {
        type: CSV_TYPE,
        headers: attachment(file),
        body: () => createStream(table.chunks()),
      };
    };
  },
});
