"use server";

import { answerAndRefresh, answerAndShowState } from "@/app/admin/answer-and-refresh";
import type { ActionResult } from "@/lib/contract/action-result";
import { RemovalRequest, RemovalRequestId, UndoRequest } from "@/lib/contract/write-request";
import { undoAct } from "@/lib/server/ledger/undo";
import { confirmRemoval, dismissRemoval, requestRemoval } from "@/lib/server/redaction/redactions";

/** Undoes an act of the signed-in person within a day. @returns the revision that undoes it */
export async function undoOwnAct(input: unknown): Promise<ActionResult<number>> {
  return answerAndShowState("withdraw-own", UndoRequest, input, ({ revision }, actor) =>
    undoAct(revision, actor),
  );
}

/** Asks to remove a text. */
export async function requestTextRemoval(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("redact", RemovalRequest, input, requestRemoval);
}

/** Removes the text of another person's request. @returns the number of places that had it */
export async function confirmTextRemoval(input: unknown): Promise<ActionResult<number>> {
  return answerAndRefresh("redact", RemovalRequestId, input, confirmRemoval);
}

/** Closes a request without removing the text. */
export async function dismissTextRemoval(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("redact", RemovalRequestId, input, dismissRemoval);
}
