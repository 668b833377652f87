"use server";

import { answerAndShowState } from "@/app/admin/answer-and-refresh";
import type { ActionResult } from "@/lib/contract/action-result";
import { UndoRequest } from "@/lib/contract/write-request";
import { undoAct } from "@/lib/server/ledger/undo";

/** Undoes an act of the signed-in person within a day. @returns the revision that undoes it */
export async function undoOwnAct(input: unknown): Promise<ActionResult<number>> {
  return answerAndShowState("withdraw-own", UndoRequest, input, ({ revision }, actor) =>
    undoAct(revision, actor),
  );
}
