import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { sourceAnswer } from "@/lib/contract/source-answer";
import { SourceChangeRequest } from "@/lib/contract/write-request";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";
import { writeRoute } from "@/lib/server/http/write-route";
import { changeSourceRequest } from "@/lib/server/record-request";

export const dynamic = "force-dynamic";

/** One source with every version of it and all that rests on it. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.source.accepts,
  answer: ({ view, part }) => {
    const found = sourceAnswer(view, part("id"));
    return "fault" in found ? found : json({ data: found.source, meta: buildMeta(view.registry) });
  },
});

/** Changes a source for a signed-in analyst: what it said before stays in its versions. */
export const POST = writeRoute({
  act: "record",
  schema: SourceChangeRequest,
  write: (change, by, part) => changeSourceRequest(part("id"), change, by),
});
