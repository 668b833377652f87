import { ENDPOINTS } from "@/lib/contract/endpoints";
import { historyAnswer } from "@/lib/contract/history-answer";
import { buildMeta } from "@/lib/contract/meta";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** All claims, with only the parts that the rows of any day are computed from. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.history.accepts,
  answer: ({ view }) =>
    json({ data: historyAnswer(view, view.revision), meta: buildMeta(view.registry) }),
});
