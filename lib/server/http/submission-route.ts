import "server-only";
import { unstable_rethrow } from "next/navigation";
import { authoriseRead, FORBIDDEN_MESSAGES, type Person } from "../accounts/session";
import { auditRefusedChange } from "../audit/audit-failures";
import { reportError } from "../log/unexpected-errors";
import { getText } from "../text/get-text";
import { respondProblem } from "./respond";
import { challengeOf } from "./write-route";

/**
 * The GET handler of claims that wait for review: it checks the token or the session, and the role. No cache keeps the
 * answer.
 * @param read the answer for a person; null: there is none that they may see
 */
export function submissionRoute(
  read: (person: Person, params: Readonly<Record<string, string>>) => Promise<unknown>,
) {
  return async (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const { t } = await getText();
    try {
      const access = await authoriseRead(request.headers, "read-drafts");
      if ("forbidden" in access) {
        const { forbidden: code, person } = access;
        await auditRefusedChange(request.headers, "read-drafts", code, person);
        const message = t(`api.request.${FORBIDDEN_MESSAGES[code]}`);
        return respondProblem([{ code, message }], { headers: challengeOf(code) });
      }
      const answer = await read(access.person, await context.params);
      if (answer === null) {
        return respondProblem([{ code: "unknown-submission", message: t("api.review.gone") }]);
      }
      return Response.json(answer, { headers: { "cache-control": "private, no-store" } });
    } catch (error) {
      unstable_rethrow(error);
      const { id: occurrence, refusal } = await reportError("A submission was not read", error);
      if (refusal !== null) {
        const message = t("api.request.registryAway");
        return respondProblem([{ code: "registry-unavailable", message }], {
          occurrence,
          headers: { "retry-after": "5" },
        });
      }
      const message = t("api.request.failed", { id: occurrence });
      return respondProblem([{ code: "internal-error", message }], { occurrence });
    }
  };
}
