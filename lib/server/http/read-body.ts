import "server-only";
import type { ApiIssue, ProblemCode } from "@/lib/contract/problems";
import { isExact, MAX_DIGITS } from "@/lib/evidence/check-number";
import type { Text } from "@/lib/text/text";
import { isStorable } from "../database/storable-text";

/** Largest body in bytes: room for 200 claims with long notes. */
const MAX_BYTES = 1024 * 1024;
/** Milliseconds in which the whole body must arrive. */
const TIMEOUT_MS = 10_000;
/** Levels of nested lists and objects. Endless nesting would exhaust whatever reads the value. */
const MAX_LEVELS = 32;

type Rejected = { readonly issue: ApiIssue };

/** The JSON of a request's body, or what is wrong with it. Reads at most 1 MiB, for at most 10 s. */
export async function readJsonBody(
  text: Text,
  request: Request,
): Promise<{ readonly json: unknown } | Rejected> {
  if (!isJson(request.headers)) {
    return reject("unsupported-media-type", text.t("api.request.contentType"));
  }
  const body = await readTextBody(text, request);
  return typeof body === "string" ? parseJson(text, body) : body;
}

/** Do the headers say that the body is JSON? */
export function isJson(headers: Headers): boolean {
  return /^application\/([a-z.+-]+\+)?json\b/i.test(headers.get("content-type") ?? "");
}

/** The JSON of a text, or what is wrong with it: its form, depth, characters or numbers. */
export function parseJson(text: Text, body: string): { readonly json: unknown } | Rejected {
  try {
    const json: unknown = JSON.parse(body);
    const message = checkJson(text, json) ?? checkNumbers(text, body);
    return message === null ? { json } : reject("invalid", message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    return reject("invalid-json", text.t("api.request.notJson", { reason }));
  }
}

/**
 * A header of the response to a rejected body. The rest of the body may still arrive on the
 * connection, so it must not be used for the next request.
 */
export const CLOSE_CONNECTION = { connection: "close" } as const;

/** The text of a request's body, or what is wrong with it. Reads at most `maxBytes`, for at most `timeoutMs`. */
export async function readTextBody(
  text: Text,
  request: Request,
  maxBytes = MAX_BYTES,
  timeoutMs = TIMEOUT_MS,
): Promise<string | Rejected> {
  const bytes = await readBytes(text, request, maxBytes, timeoutMs);
  return "issue" in bytes ? bytes : bytes.toString("utf8");
}

/** The bytes of a request's body, or what is wrong with it. Reads at most `maxBytes`, for at most `timeoutMs`. */
export async function readBytes(
  text: Text,
  request: Request,
  maxBytes: number,
  timeoutMs: number,
): Promise<Buffer | Rejected> {
  const tooLarge = () => {
    const kib = text.number(maxBytes / 1024);
    return reject("body-too-large", text.t("api.request.tooLarge", { kib }));
  };
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const timeout = AbortSignal.timeout(timeoutMs);
  const late = new Promise<"late">((resolve) => {
    timeout.addEventListener("abort", () => resolve("late"), { once: true });
  });
  while (true) {
    const next = await Promise.race([reader.read(), late]);
    if (next === "late") {
      void reader.cancel();
      const seconds = text.number(timeoutMs / 1000);
      return reject("slow-body", text.t("api.request.slow", { seconds }));
    }
    if (next.done) return Buffer.concat(chunks);
    size += next.value.byteLength;
    if (size > maxBytes) {
      void reader.cancel();
      return tooLarge();
    }
    chunks.push(next.value);
  }
}

/** What is wrong with JSON of any structure; null: nothing. Goes level by level, so that no depth exhausts the stack. */
function checkJson(text: Text, json: unknown): string | null {
  let level = [json];
  for (let depth = 0; depth <= MAX_LEVELS; depth++) {
    if (level.some((item) => typeof item === "string" && !isStorable(item))) {
      return text.t("api.request.characters");
    }
    level = level.flatMap((item): unknown[] =>
      typeof item === "object" && item !== null ? Object.entries(item).flat() : [],
    );
    if (level.length === 0) return null;
  }
  return text.t("api.request.tooDeep", { levels: text.number(MAX_LEVELS) });
}

/** A text or a number in JSON. Texts are matched so that digits inside them are not. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** What is wrong with the numbers in valid JSON; null: nothing. A number that would be rounded is not taken. */
function checkNumbers(text: Text, body: string): string | null {
  for (const [token] of body.matchAll(TEXT_OR_NUMBER)) {
    if (!token.startsWith('"') && !isExact(token)) {
      return text.t("api.request.number", { digits: text.number(MAX_DIGITS) });
    }
  }
  return null;
}

function reject(code: ProblemCode, message: string): Rejected {
  return { issue: { code, message } };
}
