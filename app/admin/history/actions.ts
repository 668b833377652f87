"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { ActionResult } from "@/lib/contract/action-result";
import { UndoRequest } from "@/lib/contract/write-request";
import { answerAction } from "@/lib/server/answer-action";
import { undoAct } from "@/lib/server/undo";

/** Undoes an act of the signed-in person within a day. @returns the revision that undoes it */
export async function undoOwnAct(input: unknown): Promise<ActionResult<number>> {
  const answer = await answerAction(
    await headers(),
    "withdraw-own",
    UndoRequest,
    input,
    ({ revision }, actor) => undoAct(revision, actor),
  );
  if (answer.ok || !answer.signedOut) refresh();
  return answer;
}
