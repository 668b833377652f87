import { ENDPOINTS } from "@/lib/contract/endpoints";
import { findSource } from "@/lib/contract/source-answer";
import { SourceChangeRequest } from "@/lib/contract/write-request";
import { changeSourceRequest } from "@/lib/server/desk/record-request";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";
import { writeRoute } from "@/lib/server/http/write-route";

/** One source with its versions and everything that cites it. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.source.accepts,
  answer: (context) => {
    const { text, view, pathParam } = context;
    const found = findSource(text, view, pathParam("id"));
    return "issue" in found ? found : dataAnswer(context, found.source);
  },
});

/** Records a new version of a source. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: SourceChangeRequest,
  write: (change, by, pathParam) => changeSourceRequest(pathParam("id"), change, by),
});
