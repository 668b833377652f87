import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listAnswer } from "@/lib/server/http/list-answer";
import { readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The sources that claims rest on. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.sources.accepts,
  answer: (asking) => {
    const { sources } = asking.view;
    const { kind } = asking.asked.choices;
    const matched = sources.filter((source) => kind?.includes(source.kind) ?? true);
    return listAnswer(asking, matched, sources.length, (source) => source);
  },
});
