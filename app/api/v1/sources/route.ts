import { ENDPOINTS } from "@/lib/contract/endpoints";
import { SourceRequest } from "@/lib/contract/write-request";
import { recordRequest } from "@/lib/server/desk/record-request";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { writeRoute } from "@/lib/server/http/write-route";

/** The sources of the claims. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.sources.accepts,
  answer: (context) => {
    const { sources } = context.view;
    const { kind } = context.params.choices;
    const matched = sources.filter((source) => kind?.includes(source.kind) ?? true);
    return listAnswer(context, matched, sources.length, (source) => source);
  },
});

/** Adds a source. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: SourceRequest,
  write: (source, by) => recordRequest({ claims: [], sources: [source] }, by),
});
