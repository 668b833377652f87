import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { type CorrectionProblem, receiptPath } from "@/lib/contract/correction";
import type { ProblemCode } from "@/lib/contract/problems";
import { parseCorrection } from "@/lib/contract/queue-request";
import { HONEYPOT } from "@/lib/contract/reader-form";
import { toSearch } from "@/lib/query/search-string";
import { isStorable } from "../database/storable-text";
import { keepCorrection } from "../desk/corrections";
import { reportError } from "../log/unexpected-errors";
import { isOwnOrigin } from "../origins";
import { getText } from "../text/get-text";
import { countCorrection } from "./rate-limit";
import { readJsonBody, readTextBody } from "./read-body";
import { respondProblem } from "./respond";

/** A form with every part at its longest, each character escaped as in an address. */
const MAX_BYTES = 64 * 1024;
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i;
/** The parts of a form that a rejection takes back to its page; what was typed stays in the browser. */
const SUBJECT = ["page", "zone", "tenancy", "field"] as const;

const CODES: Readonly<Record<CorrectionProblem, ProblemCode>> = {
  message: "invalid",
  link: "invalid",
  email: "invalid",
  tooMany: "too-many-requests",
  full: "database-refused",
  origin: "foreign-origin",
  failed: "database-away",
};

/**
 * Takes a reader's correction: from the form's script as JSON, which gets 201 with the id of the receipt or a problem
 * document, and from the form without scripts, which is led to the receipt or back to its page. Nobody needs an account, so a session changes nothing.
 */
export async function answerCorrectionForm(request: Request): Promise<Response> {
  const isForm = FORM_TYPE.test(request.headers.get("content-type") ?? "");
  const form = await readForm(request, isForm);
  if (form instanceof Response) return form;
  const taken = await takeCorrection(request.headers, form);
  if (isForm)
    return redirect("id" in taken ? receiptPath(taken.id) : formPath(form, taken.problem));
  if ("id" in taken) return Response.json(taken, { status: 201 });
  const { problem } = taken;
  const { t } = await getText();
  const message = t(`correct.problem.${problem}`);
  const param = problem === "message" || problem === "link" || problem === "email";
  return respondProblem([{ code: CODES[problem], message, ...(param ? { param: problem } : {}) }]);
}

async function readForm(request: Request, isForm: boolean): Promise<object | Response> {
  const text = await getText();
  if (isForm) {
    const body = await readTextBody(text, request, MAX_BYTES);
    return typeof body === "string"
      ? Object.fromEntries(new URLSearchParams(body))
      : respondProblem([body.issue]);
  }
  const read = await readJsonBody(text, request, { maxBytes: MAX_BYTES });
  if ("issue" in read) return respondProblem([read.issue]);
  return typeof read.json === "object" && read.json !== null ? read.json : {};
}

/** Checks and keeps a correction. @returns its id, or why it is not kept */
async function takeCorrection(
  headers: Headers,
  form: object,
): Promise<{ readonly id: string } | { readonly problem: CorrectionProblem }> {
  if (!isOwnOrigin(headers)) return { problem: "origin" };
  const read = parseCorrection(form);
  if ("problem" in read) return { problem: read.problem };
  const { sent } = read;
  if (!Object.values(sent).every(isStorable)) return { problem: "message" };
  if (!countCorrection(headers)) return { problem: "tooMany" };
  // A program that filled in the hidden field learns nothing from the answer.
  if (sent[HONEYPOT] !== "") return { id: randomUUID() };
  try {
    const id = await keepCorrection(sent);
    return id === null ? { problem: "full" } : { id };
  } catch (error) {
    unstable_rethrow(error);
    await reportError("A correction could not be kept", error);
    return { problem: "failed" };
  }
}

/** The form's page, with the reason why it was not taken. */
function formPath(form: object, problem: CorrectionProblem): string {
  const subject = Object.entries(form).flatMap(([name, value]) =>
    SUBJECT.some((part) => part === name) && typeof value === "string" && value.length <= 500
      ? [[name, value] as const]
      : [],
  );
  return `/correct${toSearch([...subject.filter(([, value]) => value !== ""), ["problem", problem]])}`;
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
