"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { answerAndRefresh, answerAndShowState } from "@/app/admin/answer-and-refresh";
import type { ActionResult } from "@/lib/contract/action-result";
import type { LinkResult } from "@/lib/contract/link-results";
import {
  ArticleStateRequest,
  CorrectionAnswerRequest,
  CorrectionId,
  LinkCheckRequest,
  QueueActRequest,
  QueueEntryIds,
} from "@/lib/contract/queue-request";
import {
  AcceptRequest,
  ResendRequest,
  ReturnRequest,
  SubmissionId,
} from "@/lib/contract/write-request";
import { setArticleState } from "@/lib/server/desk/articles";
import { answerCorrection, deleteCorrection } from "@/lib/server/desk/corrections";
import { checkLinks } from "@/lib/server/desk/link-checks";
import { actOnItems, undoQueueEntries } from "@/lib/server/desk/queue";
import { acceptRequest, resendRequest } from "@/lib/server/desk/record-request";
import { returnSubmission, withdrawSubmission } from "@/lib/server/desk/submissions";
import { answerAction } from "@/lib/server/http/answer-action";
import { mailAnswer } from "@/lib/server/mail/correction-mail";
import { scheduleNotice } from "@/lib/server/mail/notices";

/** Assigns, snoozes, comments on or finishes items. @returns the ids of the entries, to undo them */
export async function actOnQueueItems(input: unknown): Promise<ActionResult<readonly string[]>> {
  return answerAndRefresh("record", QueueActRequest, input, async (request, actor) => {
    const done = await actOnItems(request, actor);
    const isForAnother =
      request.act === "assign" && request.assignee !== null && request.assignee !== actor.id;
    if (done.ok && isForAnother) await scheduleNotice("assigned", done.value);
    return done;
  });
}

/** Undoes acts of one's own, or for reviewers that something is done. */
export async function undoQueueActs(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("record", QueueEntryIds, input, undoQueueEntries);
}

/** Checks the links of a few sources. The page is not refreshed, since many calls follow each other. */
export async function checkSourceLinks(
  input: unknown,
): Promise<ActionResult<readonly LinkResult[]>> {
  return answerAction(await headers(), "record", LinkCheckRequest, input, checkLinks);
}

/** Answers a reader's correction, and sends them the answer where they left an address. Nobody waits for the mail. */
export async function answerReader(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("record", CorrectionAnswerRequest, input, async (request, actor) => {
    const answered = await answerCorrection(request, actor);
    if (!answered.ok) return answered;
    const reader = answered.value;
    if (reader !== null) after(() => mailAnswer(reader, request));
    return { ok: true, value: null };
  });
}

/** Deletes a reader's correction. */
export async function deleteReaderCorrection(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("decide", CorrectionId, input, deleteCorrection);
}

/** Dismisses an article of a feed, or opens it again. */
export async function setArticle(input: unknown): Promise<ActionResult> {
  return answerAndShowState("record", ArticleStateRequest, input, setArticleState);
}

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
