import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Act } from "@/lib/catalogue/roles";
import {
  type Fault,
  PROBLEM_TYPE,
  PROBLEMS,
  type ProblemCode,
  problemDocument,
} from "@/lib/contract/problems";
import type { Actor } from "../audit";
import type { WriteResult } from "../ledger-types";
import { reportError } from "../report-error";
import { type AccessRefusal, authoriseChange, type Person } from "../session";
import { BODY_REFUSED, readJsonBody } from "./read-body";
import type { PathParams } from "./read-route";

/** A route that writes to the ledger: who may, what it takes, and what it does. */
export interface WriteRoute<S extends z.ZodType> {
  readonly act: Act;
  readonly schema: S;
  /** @param part a part of the path by its name; empty where the route has none of that name */
  readonly write: (
    body: z.output<S>,
    by: { person: Person; actor: Actor },
    part: (name: string) => string,
  ) => Promise<WriteResult>;
}

const ACCESS_WORDS: Record<AccessRefusal, string> = {
  "signed-out": "Sign in, then send it again.",
  forbidden: "Ask an admin of the tracker for the role that may do this.",
  "foreign-origin": "Send it from the tracker's own pages, with their Origin header.",
};

const AWAY =
  "The database does not answer. Send the same again in a moment: what it has recorded already is not recorded twice.";

/**
 * The POST handler of a route that writes: session, role and origin, then the body, then the ledger.
 * 201 for something new, 200 where all of it was recorded already; every failure is a problem document,
 * with `faults` or `conflicts` where single items are at fault.
 */
export function writeRoute<S extends z.ZodType>({ act, schema, write }: WriteRoute<S>) {
  return async (request: Request, context: { params: Promise<PathParams> }): Promise<Response> => {
    try {
      const access = await authoriseChange(request.headers, act);
      if ("refusal" in access) return refuse(access.refusal, ACCESS_WORDS[access.refusal]);
      const read = await readJsonBody(request);
      if ("fault" in read) return problem([read.fault], { headers: BODY_REFUSED });
      const parsed = schema.safeParse(read.json);
      if (!parsed.success) return problem(schemaFaults(parsed.error));
      const params = await context.params;
      return answer(await write(parsed.data, access, (name) => String(params[name] ?? "")));
    } catch (error) {
      unstable_rethrow(error);
      const { id, databaseAway } = await reportError("A write failed", error);
      if (databaseAway) return refuse("database-away", AWAY, { "retry-after": "5" });
      const detail = `Please report it with the number ${id}. Sending the same again records nothing twice.`;
      return problem([{ code: "internal-error", detail }], { occurrence: id });
    }
  };
}

/** The handlers of the other methods of an address that is only written to. */
export const POST_ONLY = {
  GET: refuseMethod,
  PUT: refuseMethod,
  PATCH: refuseMethod,
  DELETE: refuseMethod,
} as const;

function refuseMethod({ method }: Request): Response {
  const detail = `${method} does nothing here. Send what is to be recorded with POST.`;
  return refuse("method-not-allowed", detail, { allow: "POST, OPTIONS" });
}

function schemaFaults(error: z.ZodError): [Fault, ...Fault[]] {
  const faults = error.issues.map((issue): Fault => {
    const path = issue.path.reduce<string>(
      (at, part) =>
        typeof part === "number" ? `${at}[${part}]` : at ? `${at}.${String(part)}` : String(part),
      "",
    );
    return { code: "invalid", detail: `${path || "The body"}: ${issue.message}`, param: path };
  });
  const [first = { code: "invalid", detail: "The body cannot be used." }, ...others] = faults;
  return [first, ...others];
}

function answer(result: WriteResult): Response {
  if (result.ok) {
    const { recorded, version } = result;
    return Response.json(
      { recorded, version },
      { status: recorded > 0 ? 201 : 200, headers: { "cache-control": "no-store" } },
    );
  }
  if (result.code === "conflict") {
    const detail =
      "Look at what shows now and at yours, then send it again with basedOn set to the id that shows now, or leave it.";
    return problem([{ code: "conflict", detail }], { members: { conflicts: result.conflicts } });
  }
  if (result.code === "source-changed") {
    const { revision, source } = result.current;
    const detail =
      "Look at what it says now and at yours, then send it again with basedOn set to its version now, or leave it.";
    const members = { current: { version: revision, ...source } };
    return problem([{ code: "source-changed", detail }], { members });
  }
  const detail = result.faults.map(({ message }) => message).join(" ");
  return problem([{ code: result.code, detail }], { members: { faults: result.faults } });
}

function refuse(code: ProblemCode, detail: string, headers: Record<string, string> = {}): Response {
  return problem([{ code, detail }], { headers });
}

function problem(
  faults: readonly [Fault, ...Fault[]],
  options: {
    occurrence?: string;
    members?: Readonly<Record<string, unknown>>;
    headers?: Record<string, string>;
  } = {},
): Response {
  const document = { ...problemDocument(faults, options.occurrence), ...options.members };
  return new Response(JSON.stringify(document), {
    status: PROBLEMS[faults[0].code].status,
    headers: { "content-type": PROBLEM_TYPE, "cache-control": "no-store", ...options.headers },
  });
}
