import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { Act } from "@/lib/catalogue/roles";
import { CSV_TYPE } from "@/lib/formats/csv";
import { FORBIDDEN_MESSAGES, findForbidden, getPerson, type Person } from "../accounts/session";
import type { AuditSearch } from "../audit/audit";
import { auditCsv, type DescribeEntry } from "../audit/audit-csv";
import { reportError } from "../log/unexpected-errors";
import { getText } from "../text/get-text";
import { attachment, createStream, respondProblem } from "./respond";

/** What a request searches in the audit log, the subjects whose names contain its text, and the words of an entry. */
type ReadSearch = (
  request: Request,
  person: Person,
) => Promise<{
  readonly search: AuditSearch;
  readonly namedSubjects: readonly string[];
  readonly toWords: DescribeEntry;
}>;

/**
 * The GET handler of the audit log as CSV, for people who may read what they ask for. Every failure is a problem document. The proxy
 * counts its requests, like those for pages.
 */
export function auditCsvRoute(getAct: (request: Request) => Act, readSearch: ReadSearch) {
  return async (request: Request): Promise<Response> => {
    const { t } = await getText();
    try {
      const person = await getPerson(request.headers);
      const code = person === null ? "signed-out" : findForbidden(person, getAct(request));
      if (person === null || code !== null) {
        const reason = code ?? "signed-out";
        const message = t(`api.request.${FORBIDDEN_MESSAGES[reason]}`);
        return await respondProblem([{ code: reason, message }]);
      }
      const { search, namedSubjects, toWords } = await readSearch(request, person);
      return new Response(createStream(await auditCsv(search, namedSubjects, toWords)), {
        headers: {
          "content-type": CSV_TYPE,
          "cache-control": "no-store",
          ...attachment(`audit-${new Date().toISOString().slice(0, 10)}.csv`),
        },
      });
    } catch (error) {
      unstable_rethrow(error);
      const { id: occurrence, refusal } = await reportError("The audit as CSV failed", error);
      if (refusal !== null) {
        const isAway = refusal === "away";
        const message = isAway
          ? t("api.request.registryAway")
          : t("api.request.readRefused", { id: occurrence });
        return respondProblem([{ code: "registry-unavailable", message }], {
          occurrence,
          headers: { "retry-after": isAway ? "5" : "60" },
        });
      }
      const message = t("api.request.failed", { id: occurrence });
      return respondProblem([{ code: "internal-error", message }], { occurrence });
    }
  };
}
