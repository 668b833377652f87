import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { findSource } from "@/lib/contract/source-answer";
import { SourceChangeRequest } from "@/lib/contract/write-request";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";
import { writeRoute } from "@/lib/server/http/write-route";
import { changeSourceRequest } from "@/lib/server/record-request";

export const dynamic = "force-dynamic";

/** One source with its versions and everything that cites it. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.source.accepts,
  answer: ({ text, view, pathParam }) => {
    const found = findSource(text, view, pathParam("id"));
    return "issue" in found ? found : json({ data: found.source, meta: buildMeta(view.registry) });
  },
});

/** Records a new version of a source. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: SourceChangeRequest,
  write: (change, by, pathParam) => changeSourceRequest(pathParam("id"), change, by),
});
