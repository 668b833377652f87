import { limitReads } from "@/lib/server/http/rate-limit";
import { CORS_HEADERS, respondProblem } from "@/lib/server/http/respond";
import { getClientNetwork } from "@/lib/server/origins";
import {
  findStreamLimit,
  revisionStream,
  STREAMS_PER_CLIENT,
} from "@/lib/server/registry/revision-stream";
import { getText } from "@/lib/server/text/get-text";

const HEADERS = {
  ...CORS_HEADERS,
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** The headers of a stream. Without this, Next would open a stream that nobody reads. */
export function HEAD(): Response {
  return new Response(null, { headers: HEADERS });
}

/** New revisions of the registry, as server-sent events. Our pages name the revision that they show as `since`. */
export function GET(request: Request): Promise<Response> {
  return limitReads(request, () => openStream(request));
}

async function openStream(request: Request): Promise<Response> {
  const text = await getText();
  // In development, requests come without it.
  const client = getClientNetwork(request.headers);
  if (client === null && process.env.NODE_ENV === "production") {
    return respondProblem([{ code: "forbidden", message: text.t("api.request.streamInside") }]);
  }
  const limit = findStreamLimit(client ?? "");
  if (limit === null) {
    const since = Number(new URL(request.url).searchParams.get("since")) || 0;
    const stream = revisionStream(request.signal, since, client ?? "");
    return new Response(stream, { headers: HEADERS });
  }
  const headers = { "retry-after": "60" };
  if (limit === "all") {
    const message = text.t("api.request.tooManyStreams");
    return respondProblem([{ code: "too-many-streams", message }], { headers });
  }
  const message = text.t("api.request.tooManyOwnStreams", {
    count: text.number(STREAMS_PER_CLIENT),
  });
  return respondProblem([{ code: "too-many-requests", message }], { headers });
}
