import { respondProblem } from "@/lib/server/http/respond";
import { hasRoomForStream, versionStream } from "@/lib/server/streams";

export const dynamic = "force-dynamic";

/** The versions of the registry as they come, as server-sent events. */
export function GET(request: Request): Response {
  if (!hasRoomForStream()) {
    return respondProblem(
      [{ code: "too-many-streams", detail: "Ask for /api/v1/zones now and then instead." }],
      { headers: { "retry-after": "60" } },
    );
  }
  return new Response(versionStream(request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
