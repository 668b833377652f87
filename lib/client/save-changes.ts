import type { Claim } from "@/lib/evidence/ledger-records";

/** A claim that shows now where another was expected. */
export interface SavedConflict {
  readonly index: number;
  readonly current: Claim | null;
}

/** Something wrong with one part of one item. */
export interface SavedFault {
  readonly index: number;
  readonly part: string;
  readonly message: string;
}

/** What became of a write. Nothing was recorded unless `done`. */
export type SaveOutcome =
  | { readonly kind: "done"; readonly recorded: number; readonly version: number }
  | { readonly kind: "conflict"; readonly conflicts: readonly SavedConflict[] }
  /** The ids at fault stand for claims that were recorded with another content. */
  | { readonly kind: "recorded-before"; readonly faults: readonly SavedFault[] }
  | { readonly kind: "faults"; readonly faults: readonly SavedFault[] }
  | { readonly kind: "signed-out" }
  | { readonly kind: "refused"; readonly message: string }
  /** The server or the way to it failed: the same can be sent again, it is recorded once. */
  | { readonly kind: "failed"; readonly message: string };

const LONGEST_WAIT_MS = 30_000;

/** Sends claims or decisions and tells what became of them. Never throws. */
export async function save(address: string, body: unknown): Promise<SaveOutcome> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
  } catch {
    return {
      kind: "failed",
      message: "The tracker cannot be reached. Nothing you typed is lost; try again in a moment.",
    };
  }
  const answer = await response.json().catch(() => null);
  if (response.ok) {
    return { kind: "done", recorded: answer?.recorded ?? 0, version: answer?.version ?? 0 };
  }
  if (response.status === 401) return { kind: "signed-out" };
  if (Array.isArray(answer?.conflicts)) return { kind: "conflict", conflicts: answer.conflicts };
  if (Array.isArray(answer?.faults)) {
    const kind = answer.code === "claim-id-reused" ? "recorded-before" : "faults";
    return { kind, faults: answer.faults };
  }
  const message = answer?.detail ?? answer?.title ?? `The tracker answered ${response.status}.`;
  return { kind: response.status >= 500 ? "failed" : "refused", message };
}
