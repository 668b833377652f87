import { searchSite } from "@/app/search-site";
import type { SearchMeta } from "@/lib/contract/answer-schemas";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { foundAnswer, hitAnswer } from "@/lib/contract/search-answer";
import { momentPairs } from "@/lib/query/moment-params";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { requestText } from "@/lib/server/http/request-text";

/** What is found by some words, best first. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.search.accepts,
  answer: async (context) => {
    const { view, params } = context;
    const text = requestText(context);
    const { q } = params.query;
    if (q === "") {
      const message = text.t("api.params.nothingToSearch");
      return { issue: { code: "invalid-parameter", param: "q", got: "", message } };
    }
    const { hits, counts, nearest } = searchSite(text, view, q, params.choices.kind);
    const moment = momentPairs(params.query);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const meta: SearchMeta = {
      kinds: counts,
      nearest: nearest.map((entry) => foundAnswer(entry, moment)),
    };
    return listAnswer(context, hits, total, (hit) => hitAnswer(hit, moment), { ...meta });
  },
});
