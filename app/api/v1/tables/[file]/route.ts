import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { unknownTable } from "@/lib/contract/not-found";
import { CSV_TYPE } from "@/lib/formats/csv";
import { fileName } from "@/lib/formats/file-notes";
import { buildTables, DAY_TABLES } from "@/lib/formats/release-tables";
import { readRoute } from "@/lib/server/http/read-route";
import { attachment } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** A table of a release, as of any day. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.tableFile.accepts,
  answer: ({ text, view, pathParam }) => {
    const name = DAY_TABLES.find((one) => one === pathParam("file"));
    if (!name) return { issue: unknownTable(text, pathParam("file"), DAY_TABLES) };
    return () => {
      const table = buildTables(text, view, view.registry, []).find((one) => one.name === name);
      const file = fileName(buildMeta(view.registry), "csv", name.replace(".csv", ""));
      return { type: CSV_TYPE, headers: attachment(file), body: () => table?.csv ?? "" };
    };
  },
});
