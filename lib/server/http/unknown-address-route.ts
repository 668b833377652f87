import "server-only";
import { unknownAddress } from "@/lib/contract/not-found";
import { getText } from "../text/get-text";
import { limitReads } from "./rate-limit";
import { respondProblem } from "./respond";

/** Answers any method with a problem that names the closest endpoint. */
export function respondUnknownAddress(request: Request): Promise<Response> {
  return limitReads(request, async () =>
    respondProblem([unknownAddress(await getText(), new URL(request.url).pathname)]),
  );
}
