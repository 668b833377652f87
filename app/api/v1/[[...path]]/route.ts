import { addressFault } from "@/lib/contract/addresses";
import { respondProblem } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** Says, whatever the method, that there is nothing here, and what is nearest. */
function answer(request: Request): Response {
  return respondProblem([addressFault(new URL(request.url).pathname)]);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
