import "server-only";
import { SourceFileNote } from "@/lib/contract/records-request";
import { MAX_SOURCE_FILE_MB, sourceFileName } from "@/lib/contract/source-file";
import { authoriseRead } from "../accounts/session";
import { findSourceFile, readSourceFile, saveSourceFile } from "../desk/source-files";
import { mayChangeRecords } from "../ledger/review-rules";
import { getText } from "../text/get-text";
import { answerDesk } from "./import-routes";
import { readBytes } from "./read-body";
import { readHandlers } from "./read-route";
import { attachment, respondProblem } from "./respond";

const MB = 1024 * 1024;
/** Milliseconds in which a whole file must arrive, also over a slow connection. */
const TIMEOUT_MS = 120_000;

type Context = { readonly params: Promise<{ readonly id: string }> };

/**
 * The handlers of the file of a source. GET sends it to be saved, never to be shown: to everybody where the team says so, else
 * only to people who record; others learn nothing of it. POST stores the body, whose type its first bytes say, with `pages` and
 * `shown` of the address.
 */
export const sourceFileHandlers = {
  ...readHandlers(async ({ headers }, { id }) => {
    const source = String(id);
    const known = await findSourceFile(source);
    const isAllowed =
      known !== null && (known.shown || !("forbidden" in (await authoriseRead(headers, "record"))));
    const file = isAllowed ? await readSourceFile(source) : null;
    if (!file) {
      const { t } = await getText();
      return respondProblem([{ code: "unknown-file", message: t("api.sourceFile.noFile") }]);
    }
    return new Response(file.content, {
      headers: {
        "content-type": file.mediaType,
        "content-length": String(file.content.length),
        ...attachment(sourceFileName(source, file.mediaType)),
        "content-security-policy": "sandbox",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
      },
    });
  }, "releases"),
  POST: (request: Request, { params }: Context): Promise<Response> =>
    answerDesk(request, async (text, writer) => {
      const refuse = (message: string) => respondProblem([{ code: "invalid", message }]);
      if (!mayChangeRecords(writer.person.role)) {
        return refuse(text.t("records.needsReviewer", { kind: "source" }));
      }
      const { searchParams } = new URL(request.url);
      const note = SourceFileNote.safeParse({
        pages: searchParams.get("pages") ?? "",
        shown: searchParams.get("shown") === "true",
      });
      if (!note.success) return refuse(text.t("api.sourceFile.pages"));
      const bytes = await readBytes(text, request, MAX_SOURCE_FILE_MB * MB, TIMEOUT_MS);
      if ("issue" in bytes) return respondProblem([bytes.issue]);
      const { id } = await params;
      const saved = await saveSourceFile(id, new Uint8Array(bytes), note.data, writer.actor);
      if (!saved.ok) return refuse(saved.issues.map(({ message }) => message).join(" "));
      return Response.json({}, { status: 201, headers: { "cache-control": "no-store" } });
    }),
};
