import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The sources of the claims. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.sources.accepts,
  answer: (context) => {
    const { sources } = context.view;
    const { kind } = context.params.choices;
    const matched = sources.filter((source) => kind?.includes(source.kind) ?? true);
    return listAnswer(context, matched, sources.length, (source) => source);
  },
});
