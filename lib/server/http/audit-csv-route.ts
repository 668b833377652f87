import "server-only";
import { unstable_rethrow } from "next/navigation";
import { CSV_TYPE } from "@/lib/formats/csv";
import type { AuditSearch } from "../audit";
import { auditCsv } from "../audit-csv";
import { getText } from "../get-text";
import { FORBIDDEN_MESSAGES, findForbidden, getPerson } from "../session";
import { reportError } from "../unexpected-errors";
import { attachment, createStream, respondProblem } from "./respond";

/** What a request searches in the audit log, and the subjects whose names contain its text. */
type ReadSearch = (
  request: Request,
) => Promise<{ readonly search: AuditSearch; readonly namedSubjects: readonly string[] }>;

/**
 * The GET handler of the audit log as CSV, for people who may read it. Every failure is a problem document. The proxy
 * counts its requests, like those for pages.
 */
export function auditCsvRoute(readSearch: ReadSearch) {
  return async (request: Request): Promise<Response> => {
    const { t } = await getText();
    try {
      const code = findForbidden(await getPerson(request.headers), "read-audit");
      if (code !== null) {
        const message = t(`api.request.${FORBIDDEN_MESSAGES[code]}`);
        return await respondProblem([{ code, message }]);
      }
      const { search, namedSubjects } = await readSearch(request);
      return new Response(createStream(await auditCsv(search, namedSubjects)), {
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
