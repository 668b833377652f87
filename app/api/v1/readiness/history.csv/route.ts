import { ENDPOINTS } from "@/lib/contract/endpoints";
import {
  listHistoryRows,
  readinessHistoryAnswer,
  SCORE_HISTORY_COLUMNS,
} from "@/lib/contract/readiness-history-answer";
import { CSV_TYPE, csvChunks } from "@/lib/formats/csv";
import { readRoute } from "@/lib/server/http/read-route";
import { attachment, createStream } from "@/lib/server/http/respond";

const COLUMNS = SCORE_HISTORY_COLUMNS.map((key, i) => ({
  key,
  cell: (row: readonly (string | number)[]) => row[i] ?? null,
}));

/** The yearly change of the confirmed score as a table. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.readinessHistoryFile.accepts,
  answer:
    ({ view, params }) =>
    async () => {
      const rows = listHistoryRows(await readinessHistoryAnswer(view, params.query));
      return {
        type: CSV_TYPE,
        headers: attachment(`readiness-history-${view.asOf}-r${view.revision}.csv`),
        body: () => createStream(csvChunks(rows, COLUMNS)),
      };
    },
});
