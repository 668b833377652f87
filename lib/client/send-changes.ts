import type { ActionResult } from "@/lib/contract/action-result";
import type { Issue } from "@/lib/evidence/issue";
import type { Claim } from "@/lib/evidence/ledger-records";
import type { Translate } from "@/lib/text/text-base";

/** A value that changed since the item was made. */
interface ValueConflict {
  /** Position of the item in the request, from 0. */
  readonly index: number;
  /** The claim whose value is displayed now; null: unknown. */
  readonly current: Claim | null;
}

/** The result of a write to the ledger. Nothing is recorded unless it is `done`. */
type WriteOutcome =
  | {
      readonly kind: "done";
      readonly recorded: number;
      readonly revision: number;
      /** Id of the submission in which it waits for another person; null: nothing waits. */
      readonly submission: string | null;
    }
  /** Something changed since the request was made. No items are listed where a source or a record changed. */
  | { readonly kind: "conflict"; readonly conflicts: readonly ValueConflict[] }
  /** Ids of the items belong to claims with other content. */
  | { readonly kind: "id-reused"; readonly issues: readonly Issue[] }
  | { readonly kind: "invalid"; readonly issues: readonly Issue[] }
  | { readonly kind: "signed-out" }
  | { readonly kind: "rejected"; readonly message: string }
  /** The server or the connection failed. The same request can be sent again and is recorded once. */
  | { readonly kind: "failed"; readonly message: string };

const TIMEOUT_MS = 30_000;

/** Sends claims, decisions or a change of a record to the API. Never throws. */
export async function postChanges(
  t: Translate,
  address: string,
  body: unknown,
  method: "POST" | "PATCH" = "POST",
): Promise<WriteOutcome> {
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return { kind: "failed", message: t("errors.unreachable") };
  }
  const answer = await response.json().catch(() => null);
  if (response.ok) {
    return {
      kind: "done",
      recorded: answer?.recorded ?? 0,
      revision: answer?.version ?? 0,
      submission: answer?.submission?.id ?? null,
    };
  }
  if (response.status === 401) return { kind: "signed-out" };
  if (Array.isArray(answer?.conflicts)) return { kind: "conflict", conflicts: answer.conflicts };
  if (answer?.code === "source-changed" || answer?.code === "record-changed")
    return { kind: "conflict", conflicts: [] };
  if (Array.isArray(answer?.faults)) {
    const kind = answer.code === "claim-id-reused" ? "id-reused" : "invalid";
    return { kind, issues: answer.faults.map(toIssue) };
  }
  const status = String(response.status);
  const message = answer?.detail ?? answer?.title ?? t("errors.status", { status });
  return { kind: response.status >= 500 ? "failed" : "rejected", message };
}

/** An entry of the member `faults` of a problem document. */
function toIssue({ part, ...rest }: Omit<Issue, "param"> & { readonly part: string }): Issue {
  return { ...rest, param: part };
}

/** Calls a server action. A missing answer is a result, too. Never throws. */
export async function callAction<T>(
  t: Translate,
  action: (input: unknown) => Promise<ActionResult<T>>,
  input: unknown,
): Promise<ActionResult<T>> {
  try {
    return await action(input);
  } catch {
    return { ok: false, issues: [], message: t("errors.unreachable"), signedOut: false };
  }
}

/**
 * A new UUID of version 7 (RFC 9562). Its first 48 bits are the time in milliseconds, so later ids
 * sort later; the rest is random.
 */
export function uuidV7(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
