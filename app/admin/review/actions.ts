"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Act } from "@/lib/catalogue/roles";
import type { ActionResult } from "@/lib/contract/action-result";
import {
  AcceptRequest,
  ResendRequest,
  ReturnRequest,
  SubmissionId,
} from "@/lib/contract/write-request";
import { answerAction } from "@/lib/server/answer-action";
import type { Actor } from "@/lib/server/audit";
import type { PersonResult } from "@/lib/server/people";
import { acceptRequest, resendRequest } from "@/lib/server/record-request";
import { returnSubmission, withdrawSubmission } from "@/lib/server/submissions";

/** Runs a change and refreshes the page, also after a failure: the submission may be another by now. */
async function change<S extends z.ZodType, T>(
  act: Act,
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<PersonResult<T>>,
): Promise<ActionResult<T>> {
  const answer = await answerAction(await headers(), act, schema, input, work);
  if (answer.ok || !answer.signedOut) refresh();
  return answer;
}

/** Records another person's submission in their name. @returns the revision */
export async function acceptClaims(input: unknown): Promise<ActionResult<number>> {
  return change("decide", AcceptRequest, input, acceptRequest);
}

/** Gives another person's submission back, with a comment. */
export async function returnClaims(input: unknown): Promise<ActionResult> {
  return change("decide", ReturnRequest, input, returnSubmission);
}

/** Sends an own submission again. */
export async function resendClaims(input: unknown): Promise<ActionResult> {
  return change("record", ResendRequest, input, resendRequest);
}

/** Withdraws an own submission. */
export async function withdrawClaims(input: unknown): Promise<ActionResult> {
  return change("record", SubmissionId, input, withdrawSubmission);
}
