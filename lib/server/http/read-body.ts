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
/** Lists, objects and their items: room for 200 claims, each with more than 200. A million take a second to build. */
const MAX_VALUES = 50_000;

type Rejected = { readonly issue: ApiIssue };

/** The most that is read of a body. */
interface BodyLimits {
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** Most lists, objects and their items together. */
  readonly maxValues?: number;
}

/** The JSON of a request whose headers say that it is JSON; see `readJson`. */
export async function readJsonBody(
  text: Text,
  request: Request,
  limits: BodyLimits = {},
): Promise<{ readonly json: unknown } | Rejected> {
  if (!isJson(request.headers)) {
    return reject("unsupported-media-type", text.t("api.request.contentType"));
  }
  return readJson(text, request, limits);
}

/**
 * The JSON of a request's body, or what is wrong with it: its size, form, depth, characters or numbers. Values and levels
 * are counted while the bytes arrive, so that nothing is built of a body with too many. Reads at most 1 MiB, for at most
 * 10 s, unless the limits say otherwise.
 */
export async function readJson(
  text: Text,
  request: Request,
  { maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS, maxValues = MAX_VALUES }: BodyLimits = {},
): Promise<{ readonly json: unknown } | Rejected> {
  const counter = new JsonCounter(text, maxValues);
  const bytes = await readBytes(text, request, maxBytes, timeoutMs, counter);
  return "issue" in bytes ? bytes : parseJson(text, bytes.toString("utf8"));
}

/** Do the headers say that the body is JSON? */
export function isJson(headers: Headers): boolean {
  return /^application\/([a-z.+-]+\+)?json\b/i.test(headers.get("content-type") ?? "");
}

function parseJson(text: Text, body: string): { readonly json: unknown } | Rejected {
  try {
    const json: unknown = JSON.parse(body);
    // UTF-8 has no lone surrogates and JSON no U+0000, unless they are escaped.
    if (body.includes("\\u") && !isStorableJson(json)) {
      return reject("invalid", text.t("api.request.characters"));
    }
    const message = checkNumbers(text, body);
    return message === null ? { json } : reject("invalid", message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    return reject("invalid-json", text.t("api.request.notJson", { reason }));
  }
}

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

/** Most bytes of a refused body that are still received: several of the largest file. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;

/**
 * Receives the rest of a refused body and keeps nothing of it: a connection that is closed while the client still sends
 * loses the answer that says why. The server's own limit of time for a request ends it, too.
 */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    let left = MAX_DISCARDED_BYTES;
    while (left > 0) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.byteLength;
    }
    await reader.cancel();
  } catch {
    // The client is gone.
  }
}

/**
 * The bytes of a request's body, or what is wrong with it. Reads at most `maxBytes`, for at most `timeoutMs`, and no more
 * where the counter refuses what has arrived.
 */
export async function readBytes(
  text: Text,
  request: Request,
  maxBytes: number,
  timeoutMs: number,
  counter?: JsonCounter,
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
      void discard(reader);
      const seconds = text.number(timeoutMs / 1000);
      return reject("slow-body", text.t("api.request.slow", { seconds }));
    }
    if (next.done) return Buffer.concat(chunks);
    size += next.value.byteLength;
    const refused = size > maxBytes ? tooLarge() : counter?.add(next.value);
    if (refused) {
      void discard(reader);
      return refused;
    }
    chunks.push(next.value);
  }
}

const [QUOTE, BACKSLASH, COMMA] = Buffer.from('"\\,');
const OPENING: ReadonlySet<number> = new Set(Buffer.from("[{"));
const CLOSING: ReadonlySet<number> = new Set(Buffer.from("]}"));

/** Counts the values and levels of JSON, whose bytes arrive in parts. */
class JsonCounter {
  private values = 0;
  private level = 0;
  private inText = false;
  private escaped = false;

  constructor(
    private readonly text: Text,
    private readonly maxValues: number,
  ) {}

  /** @returns why no more is read; null: nothing is wrong so far */
  add(bytes: Uint8Array): Rejected | null {
    for (const byte of bytes) {
      if (this.inText) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inText = false;
      } else if (byte === QUOTE) {
        this.inText = true;
      } else if (byte === COMMA) {
        this.values += 1;
      } else if (OPENING.has(byte)) {
        this.values += 1;
        this.level += 1;
      } else if (CLOSING.has(byte)) {
        this.level -= 1;
      } else continue;
      if (this.level > MAX_LEVELS) {
        const levels = this.text.number(MAX_LEVELS);
        return reject("invalid", this.text.t("api.request.tooDeep", { levels }));
      }
      if (this.values > this.maxValues) {
        const count = this.text.number(this.maxValues);
        return reject("body-too-large", this.text.t("api.request.tooMany", { count }));
      }
    }
    return null;
  }
}

/** Can the database store all texts of a value? The levels are counted before. */
function isStorableJson(value: unknown): boolean {
  if (typeof value === "string") return isStorable(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, item]) => isStorable(key) && isStorableJson(item));
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
