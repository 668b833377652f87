import { unknownAddress } from "@/lib/contract/not-found";
import { getText } from "@/lib/server/get-text";
import { limitReads } from "@/lib/server/http/rate-limit";
import { respondProblem } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** Answers any method with a problem that names the closest endpoint. */
function answer(request: Request): Promise<Response> {
  return limitReads(request, async () =>
    respondProblem([unknownAddress(await getText(), new URL(request.url).pathname)]),
  );
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
