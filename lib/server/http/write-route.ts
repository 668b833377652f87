import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Act } from "@/lib/catalogue/roles";
import type { ForbiddenReason } from "@/lib/contract/forbidden-reasons";
import { type ApiIssue, PROBLEM_TYPE, problemDocument } from "@/lib/contract/problems";
import { describeSchemaIssue } from "@/lib/contract/request-parts";
import { submissionPath } from "@/lib/contract/submission-answer";
import type { Issue } from "@/lib/evidence/issue";
import type { Text } from "@/lib/text/text";
import { authoriseChange, FORBIDDEN_MESSAGES, type Person } from "../accounts/session";
import type { Actor } from "../audit/audit";
import { auditRefusedChange } from "../audit/audit-failures";
import type { WriteResult } from "../ledger/types";
import { reportError } from "../log/unexpected-errors";
import { getText } from "../text/get-text";
import { getWriter, refuseFastWrite, uncountWrite } from "./rate-limit";
import { readJsonBody } from "./read-body";
import type { PathParams } from "./read-route";

/** A route that writes to the ledger. */
interface WriteRoute<S extends z.ZodType> {
  readonly act: Act;
  readonly schema: S;
  /** @param pathParam a parameter in the path; empty if the route has none of that name */
  readonly write: (
    body: z.output<S>,
    by: { person: Person; actor: Actor },
    pathParam: (name: string) => string,
  ) => Promise<WriteResult>;
}

/**
 * The POST handler of a route that writes: it checks the token, or the session and the origin, the role and how many
 * writes came in the last minute, then the body, and writes to the ledger. 201 for something new, 202 for what waits for another person, 200 if everything was recorded before. Every
 * failure is a problem document, with `faults` or `conflicts` for single items.
 */
export function writeRoute<S extends z.ZodType>({ act, schema, write }: WriteRoute<S>) {
  return async (request: Request, context: { params: Promise<PathParams> }): Promise<Response> => {
    const text = await getText();
    try {
      const access = await authoriseChange(request.headers, act);
      if ("forbidden" in access) {
        const { forbidden: code, person } = access;
        await auditRefusedChange(request.headers, act, code, person);
        const message = text.t(`api.request.${FORBIDDEN_MESSAGES[code]}`);
        return respondIssues(text, [{ code, message }], { headers: challengeOf(code) });
      }
      const tooFast = refuseFastWrite(text, access);
      if (tooFast) return respondIssues(text, [tooFast.issue], { headers: tooFast.headers });
      const response = await answerWrite(text, request, schema, async (body) => {
        const params = await context.params;
        return write(body, access, (name) => String(params[name] ?? ""));
      });
      if (!response.ok) uncountWrite(getWriter(access));
      return response;
    } catch (error) {
      unstable_rethrow(error);
      const { id, refusal } = await reportError("A write failed", error);
      if (refusal === "away") {
        const message = text.t("api.request.writeAway");
        return respondIssues(text, [{ code: "database-away", message }], {
          headers: { "retry-after": "5" },
        });
      }
      if (refusal) {
        const message = text.t(`api.refusal.${refusal}`);
        return respondIssues(text, [{ code: "database-refused", message }], {
          occurrence: id,
          headers: { "retry-after": "60" },
        });
      }
      const message = text.t("api.request.writeFailed", { id });
      return respondIssues(text, [{ code: "internal-error", message }], { occurrence: id });
    }
  };
}

/** Reads the body, and writes what it asks for. */
async function answerWrite<S extends z.ZodType>(
  text: Text,
  request: Request,
  schema: S,
  write: (body: z.output<S>) => Promise<WriteResult>,
): Promise<Response> {
  const read = await readJsonBody(text, request);
  if ("issue" in read) return respondIssues(text, [read.issue]);
  const parsed = schema.safeParse(read.json);
  if (!parsed.success) return respondIssues(text, listSchemaIssues(text, parsed.error));
  return respondResult(text, await write(parsed.data));
}

/** The header that a refused token needs (RFC 6750). */
export function challengeOf(code: ForbiddenReason): Record<string, string> {
  if (code === "token-scope") return { "www-authenticate": 'Bearer error="insufficient_scope"' };
  const isToken = code === "token-invalid" || code === "token-expired";
  return isToken ? { "www-authenticate": 'Bearer error="invalid_token"' } : {};
}

/** The handlers of the other methods of an endpoint that only takes POST. */
export const POST_ONLY = refuseOthers("POST");
/** The handlers of the other methods of an endpoint that only takes PATCH. */
export const PATCH_ONLY = refuseOthers("PATCH");

function refuseOthers(allowed: "POST" | "PATCH") {
  const refuse = async ({ method }: Request): Promise<Response> => {
    const text = await getText();
    const message = text.t("api.request.writeOnly", { method, allowed });
    return respondIssues(text, [{ code: "method-not-allowed", message }], {
      headers: { allow: `${allowed}, OPTIONS` },
    });
  };
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse } as const;
}

function listSchemaIssues(text: Text, error: z.ZodError): [ApiIssue, ...ApiIssue[]] {
  const issues = error.issues.map((issue): ApiIssue => {
    const param = formatPath(issue.path);
    const described = describeSchemaIssue(text, issue);
    const message =
      param === ""
        ? text.t("api.schema.whole", { message: described })
        : text.t("api.schema.at", { path: param, message: described });
    return { code: "invalid", message, param };
  });
  const [first = { code: "invalid", message: text.t("api.request.unusable") }, ...others] = issues;
  return [first, ...others];
}

/** The path of a part of a body, such as `claims[0].id`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === "number") return `${before}[${part}]`;
    return before === "" ? String(part) : `${before}.${String(part)}`;
  }, "");
}

function respondResult(text: Text, result: WriteResult): Response {
  if (result.ok) {
    const { recorded, revision, submission } = result;
    if (submission !== undefined) {
      const address = submissionPath(submission);
      return Response.json(
        { recorded: 0, version: revision, submission: { id: submission, address } },
        { status: 202, headers: { "cache-control": "no-store", location: address } },
      );
    }
    return Response.json(
      { recorded, version: revision },
      { status: recorded > 0 ? 201 : 200, headers: { "cache-control": "no-store" } },
    );
  }
  const { code } = result;
  switch (code) {
    case "conflict": {
      const message = text.t("api.request.conflict");
      const members = { conflicts: result.conflicts };
      return respondIssues(text, [{ code, message }], { members });
    }
    case "source-changed": {
      const { revision, source } = result.current;
      const message = text.t("api.request.sourceChanged");
      const members = { current: { version: revision, ...source } };
      return respondIssues(text, [{ code, message }], { members });
    }
    case "record-changed": {
      const { revision, content } = result.current;
      const message = text.t("api.request.recordChanged");
      const members = { current: { version: revision, ...content } };
      return respondIssues(text, [{ code, message }], { members });
    }
    default: {
      const message = result.issues.map((issue) => issue.message).join(" ");
      return respondIssues(text, [{ code, message }], {
        members: { faults: result.issues.map(toFault) },
      });
    }
  }
}

/** An issue with one item, as the member `faults` of a problem document lists it. */
function toFault({ index = 0, param, message }: Issue) {
  return { index, part: param, message };
}

function respondIssues(
  text: Text,
  issues: readonly [ApiIssue, ...ApiIssue[]],
  options: {
    occurrence?: string;
    members?: Readonly<Record<string, unknown>>;
    headers?: Record<string, string>;
  } = {},
): Response {
  const document = problemDocument(text, issues, options.occurrence);
  return new Response(JSON.stringify({ ...document, ...options.members }), {
    status: document.status,
    headers: { "content-type": PROBLEM_TYPE, "cache-control": "no-store", ...options.headers },
  });
}
