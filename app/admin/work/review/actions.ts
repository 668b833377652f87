"use server";

import { answerAndShowState } from "@/app/admin/answer-and-refresh";
import type { ActionResult } from "@/lib/contract/action-result";
import {
  AcceptRequest,
  ResendRequest,
  ReturnRequest,
  SubmissionId,
} from "@/lib/contract/write-request";
import { acceptRequest, resendRequest } from "@/lib/server/desk/record-request";
import { returnSubmission, withdrawSubmission } from "@/lib/server/desk/submissions";
import { scheduleNotice } from "@/lib/server/mail/notices";

/** Records another person's submission in their name. @returns the revision */
export async function acceptClaims(input: unknown): Promise<ActionResult<number>> {
  return answerAndShowState("decide", AcceptRequest, input, acceptRequest);
}

/** Gives another person's submission back, with a comment. */
export async function returnClaims(input: unknown): Promise<ActionResult> {
  return answerAndShowState("decide", ReturnRequest, input, async (request, actor) => {
    const returned = await returnSubmission(request, actor);
    if (returned.ok) await scheduleNotice("returned", [request.id]);
    return returned;
  });
}

/** Sends an own submission again. */
export async function resendClaims(input: unknown): Promise<ActionResult> {
  return answerAndShowState("record", ResendRequest, input, resendRequest);
}

/** Withdraws an own submission. */
export async function withdrawClaims(input: unknown): Promise<ActionResult> {
  return answerAndShowState("record", SubmissionId, input, withdrawSubmission);
}
