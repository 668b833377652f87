"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { after } from "next/server";
import type { z } from "zod";
import type { Act } from "@/lib/catalogue/roles";
import type { ActionResult } from "@/lib/contract/action-result";
import {
  CorrectionAnswerRequest,
  CorrectionId,
  LinkCheckRequest,
  QueueActRequest,
  QueueEntryId,
} from "@/lib/contract/queue-request";
import { answerAction, type ChangeResult } from "@/lib/server/answer-action";
import type { Actor } from "@/lib/server/audit";
import type { LinkResult } from "@/lib/server/check-link";
import { mailAnswer } from "@/lib/server/correction-mail";
import { answerCorrection, deleteCorrection } from "@/lib/server/corrections";
import { checkLinks } from "@/lib/server/link-checks";
import { actOnItem, undoQueueEntry } from "@/lib/server/queue";

/** Runs a change for a person whose role allows it, and refreshes the page. */
async function change<S extends z.ZodType, T>(
  act: Act,
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<ChangeResult<T>>,
): Promise<ActionResult<T>> {
  const answer = await answerAction(await headers(), act, schema, input, work);
  if (answer.ok) refresh();
  return answer;
}

/** Assigns, snoozes, comments on or finishes an item. @returns the id of the entry, to undo it */
export async function actOnQueueItem(input: unknown): Promise<ActionResult<string>> {
  return change("record", QueueActRequest, input, actOnItem);
}

/** Undoes an act of one's own. */
export async function undoQueueAct(input: unknown): Promise<ActionResult> {
  return change("record", QueueEntryId, input, undoQueueEntry);
}

/** Checks the links of a few sources. The page is not refreshed, since many calls follow each other. */
export async function checkSourceLinks(
  input: unknown,
): Promise<ActionResult<readonly LinkResult[]>> {
  return answerAction(await headers(), "record", LinkCheckRequest, input, checkLinks);
}

/** Answers a reader's correction, and sends them the answer where they left an address. Nobody waits for the mail. */
export async function answerReader(input: unknown): Promise<ActionResult> {
  return change("record", CorrectionAnswerRequest, input, async (request, actor) => {
    const answered = await answerCorrection(request, actor);
    if (!answered.ok) return answered;
    const reader = answered.value;
    if (reader !== null) after(() => mailAnswer(reader, request));
    return { ok: true, value: null };
  });
}

/** Deletes a reader's correction. */
export async function deleteReaderCorrection(input: unknown): Promise<ActionResult> {
  return change("decide", CorrectionId, input, deleteCorrection);
}
