import { getText } from "@/lib/server/get-text";
import { respondProblem } from "@/lib/server/http/respond";
import { hasRoomForStream, revisionStream } from "@/lib/server/revision-stream";

export const dynamic = "force-dynamic";

/** New revisions of the registry, as server-sent events. */
export async function GET(request: Request): Promise<Response> {
  if (!hasRoomForStream()) {
    const message = (await getText()).t("api.request.tooManyStreams");
    return respondProblem([{ code: "too-many-streams", message }], {
      headers: { "retry-after": "60" },
    });
  }
  return new Response(revisionStream(request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
