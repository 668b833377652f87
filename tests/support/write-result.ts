import type { WriteResult } from "../../lib/server/ledger/types";

/** The result of a write that must succeed. */
export function requireWritten(result: WriteResult): Extract<WriteResult, { ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}
