import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { ImportLine, TableAnswer } from "@/lib/contract/import-answer";
import { ImportRequest } from "@/lib/contract/import-request";
import { describeSchemaIssue } from "@/lib/contract/request-parts";
import { createHeaderTest, suggestMapping } from "@/lib/entry/import-mapping";
import { MAX_TABLE_CELLS, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from "@/lib/entry/table";
import type { Text } from "@/lib/text/text";
import { authoriseChange, FORBIDDEN_MESSAGES } from "../accounts/session";
import { auditRefusedChange } from "../audit/audit-failures";
import type { Writer } from "../desk/record-request";
import type { ImportFollower } from "../import/check-rows";
import { readTable, type TableForm, type TableProblem } from "../import/read-table";
import { runImport } from "../import/run-import";
import { reportError } from "../log/unexpected-errors";
import { getText } from "../text/get-text";
import { queueHeavy, queueWork } from "./heavy-queue";
import { getWriter, refuseFastWrite, uncountWrite } from "./rate-limit";
import { readBytes, readJson } from "./read-body";
import { respondProblem } from "./respond";

/** Largest file in MB. */
export const MAX_FILE_MB = 5;
const MB = 1024 * 1024;
/** Largest table as JSON, which writes quotation marks and commas around each cell. */
const MAX_JSON_MB = 9;
/** Milliseconds in which a whole file must arrive, also over a slow connection. */
const TIMEOUT_MS = 120_000;

/**
 * `POST /admin/import/table`: reads the file in the body as a table, and suggests what its columns are used for. `sheet`
 * in the address names a sheet of an XLSX file.
 */
export function tableRoute(request: Request): Promise<Response> {
  return answerDesk(request, async (text) => {
    const bytes = await readBytes(text, request, MAX_FILE_MB * MB, TIMEOUT_MS);
    if ("issue" in bytes) return respondProblem([bytes.issue]);
    const sheet = new URL(request.url).searchParams.get("sheet");
    return queueHeavy(request, async () => {
      const read = await readTable(bytes, sheet, createHeaderTest(text.fieldLabel));
      if ("problem" in read) {
        const message = describeTableProblem(text, read.problem);
        return respondProblem([{ code: "invalid", message }]);
      }
      const { table, form } = read;
      const answer: TableAnswer = {
        table,
        ...suggestMapping(table.header, text.fieldLabel),
        form: describeForm(text, form),
        sheets: form.kind === "xlsx" ? form.sheets : [],
        sheet: form.kind === "xlsx" ? form.sheet : null,
      };
      return Response.json(answer, { headers: { "cache-control": "no-store" } });
    });
  });
}

/** `POST /admin/import/run`: checks or records a table. The answer is written line by line, while it is worked on. */
export function runRoute(request: Request): Promise<Response> {
  return answerDesk(request, async (text, writer) => {
    const json = await readJson(text, request, {
      maxBytes: MAX_JSON_MB * MB,
      timeoutMs: TIMEOUT_MS,
      maxValues: MAX_TABLE_CELLS + MAX_TABLE_ROWS,
    });
    if ("issue" in json) return respondProblem([json.issue]);
    const parsed = ImportRequest.safeParse(json.json);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const path = issue?.path.join(".") ?? "";
      const message = issue
        ? text.t("api.schema.at", { path, message: describeSchemaIssue(text, issue) })
        : text.t("api.request.unusable");
      return respondProblem([{ code: "invalid", message, param: path }]);
    }
    const stream = streamLines(text, request, (follower) =>
      runImport(parsed.data, writer, follower),
    );
    return new Response(stream, {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        // Compression would hold back lines.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  });
}

/** Lines of JSON while work is done in its turn. The work is stopped when nobody reads them any more. */
function streamLines(
  text: Text,
  request: Request,
  work: (follower: ImportFollower) => Promise<ImportLine>,
): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const encoder = new TextEncoder();
  request.signal.addEventListener("abort", () => stop.abort(), { once: true });
  return new ReadableStream({
    start(controller) {
      const send = (line: ImportLine) => {
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const follower: ImportFollower = {
        signal: stop.signal,
        onProgress: (phase, done, total) => send({ kind: "progress", phase, done, total }),
      };
      const run = async () => {
        send({ kind: "progress", phase: "waiting", done: 0, total: 0 });
        const queued = queueWork(request.headers, async () => {
          stop.signal.throwIfAborted();
          return work(follower);
        });
        send(await (queued ?? { kind: "problem", message: text.t("imports.check.busy") }));
      };
      run()
        .catch(async (error: unknown) => {
          if (!stop.signal.aborted) send(await describeFailure(text, error));
        })
        .finally(() => {
          if (!stop.signal.aborted) controller.close();
        });
    },
    cancel: () => stop.abort(),
  });
}

async function describeFailure(text: Text, error: unknown): Promise<ImportLine> {
  const { id, refusal } = await reportError("An import failed", error);
  const message =
    refusal === null
      ? text.t("imports.check.failed", { id })
      : refusal === "away"
        ? text.t("imports.check.away")
        : text.t(`api.refusal.${refusal}`);
  return { kind: "problem", message };
}

/** Answers a person who may record, as fast as they may write. Every failure is a problem document. */
export async function answerDesk(
  request: Request,
  answer: (text: Text, writer: Writer) => Promise<Response>,
): Promise<Response> {
  const text = await getText();
  try {
    const access = await authoriseChange(request.headers, "record");
    if ("forbidden" in access) {
      const { forbidden: code, person } = access;
      await auditRefusedChange(request.headers, "record", code, person);
      const message = text.t(`api.request.${FORBIDDEN_MESSAGES[code]}`);
      return await respondProblem([{ code, message }]);
    }
    const tooFast = refuseFastWrite(text, access);
    if (tooFast) return await respondProblem([tooFast.issue], { headers: tooFast.headers });
    const response = await answer(text, access);
    if (!response.ok) uncountWrite(getWriter(access));
    return response;
  } catch (error) {
    unstable_rethrow(error);
    const { id: occurrence, refusal } = await reportError("An import failed", error);
    if (refusal === "away") {
      const message = text.t("imports.check.away");
      return respondProblem([{ code: "database-away", message }], {
        headers: { "retry-after": "5" },
      });
    }
    const message = text.t("imports.check.failed", { id: occurrence });
    return respondProblem([{ code: "internal-error", message }], { occurrence });
  }
}

function describeTableProblem(text: Text, problem: TableProblem): string {
  const { t, number } = text;
  switch (problem.code) {
    case "broken-quote":
    case "long-row":
      return t(`imports.tableProblem.${problem.code}`, { line: number(problem.line) });
    case "too-many-rows":
      return t("imports.tableProblem.too-many-rows", { rows: number(MAX_TABLE_ROWS) });
    case "too-many-cells":
      return t("imports.tableProblem.too-many-cells", { cells: number(MAX_TABLE_CELLS) });
    case "too-many-columns":
      return t("imports.tableProblem.too-many-columns", { columns: number(MAX_TABLE_COLUMNS) });
    default:
      return t(`imports.tableProblem.${problem.code}`);
  }
}

function describeForm({ t }: Text, form: TableForm): string {
  if (form.kind === "xlsx") {
    return t("imports.table.xlsx", { sheet: form.sheet, filled: form.filled });
  }
  return t("imports.table.text", { encoding: form.encoding, delimiter: form.delimiter });
}
