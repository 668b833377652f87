import "server-only";
import type { Fault } from "@/lib/contract/problems";

/** Bytes that a request may carry: 200 claims with long notes. */
const MOST_BYTES = 1024 * 1024;
/** Milliseconds within which the whole body must have arrived. */
const LONGEST_MS = 10_000;
/** Lists and objects in one another; what is nested without end would exhaust whoever looks at it. */
const DEEPEST = 32;

/** The JSON of a request's body, or what is wrong with it. Never reads more than 1 MiB, nor for longer than 10 s. */
export async function readJsonBody(
  request: Request,
): Promise<{ readonly json: unknown } | { readonly fault: Fault }> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/([a-z.+-]+\+)?json\b/i.test(type)) {
    return fault(
      "unsupported-media-type",
      "Send it with the header Content-Type: application/json.",
    );
  }
  const text = await readTextBody(request);
  if (typeof text !== "string") return text;
  try {
    const json: unknown = JSON.parse(text);
    const wrong = wrongWith(json);
    return wrong === null ? { json } : fault("invalid", wrong);
  } catch (error) {
    const why = error instanceof Error ? ` (${error.message})` : "";
    return fault("invalid-json", `The body cannot be read as JSON${why}.`);
  }
}

/**
 * Goes with the refusal of a body, which may not have been read to its end: the rest may still be coming
 * on the connection, so that the next request must not be sent there.
 */
export const BODY_REFUSED = { connection: "close" } as const;

/** The text of a request's body, or what is wrong with it. Never reads more than `mostBytes`, nor for longer than 10 s. */
export async function readTextBody(
  request: Request,
  mostBytes = MOST_BYTES,
): Promise<string | { readonly fault: Fault }> {
  const tooLarge = fault("body-too-large", `Send at most ${mostBytes / 1024} KiB; split the rest.`);
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return tooLarge;
  const reader = request.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const late = AbortSignal.timeout(LONGEST_MS);
  const tooLate = new Promise<"late">((resolve) => {
    late.addEventListener("abort", () => resolve("late"), { once: true });
  });
  while (true) {
    const next = await Promise.race([reader.read(), tooLate]);
    if (next === "late") {
      void reader.cancel();
      return fault("slow-body", `Send the whole request within ${LONGEST_MS / 1000} seconds.`);
    }
    if (next.done) return Buffer.concat(chunks).toString("utf8");
    size += next.value.byteLength;
    if (size > mostBytes) {
      void reader.cancel();
      return tooLarge;
    }
    chunks.push(next.value);
  }
}

/** What the database could not keep as it was sent: the sign of no character, and halves of characters. */
const UNKEPT = /\0|\p{Surrogate}/u;

/** What is wrong with JSON whatever it is about. Looks layer by layer, so that no depth can exhaust the stack. */
function wrongWith(json: unknown): string | null {
  let layer = [json];
  for (let level = 0; level <= DEEPEST; level++) {
    if (layer.some((item) => typeof item === "string" && UNKEPT.test(item))) {
      return "Send texts without the character U+0000 and without halves of surrogate pairs.";
    }
    layer = layer.flatMap((item): unknown[] =>
      typeof item === "object" && item !== null ? Object.entries(item).flat() : [],
    );
    if (layer.length === 0) return null;
  }
  return `Nest lists and objects at most ${DEEPEST} deep.`;
}

function fault(code: Fault["code"], detail: string): { readonly fault: Fault } {
  return { fault: { code, detail } };
}
