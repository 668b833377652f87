"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { ActionResult } from "@/lib/contract/action-result";
import { RemovalRequest, RemovalRequestId } from "@/lib/contract/write-request";
import { answerAction } from "@/lib/server/answer-action";
import type { Actor } from "@/lib/server/audit";
import type { PersonResult } from "@/lib/server/people";
import { confirmRemoval, dismissRemoval, requestRemoval } from "@/lib/server/redactions";

/** Runs a change for a reviewer or an admin, and refreshes the page. */
async function change<S extends z.ZodType, T>(
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<PersonResult<T>>,
): Promise<ActionResult<T>> {
  const answer = await answerAction(await headers(), "redact", schema, input, work);
  if (answer.ok) refresh();
  return answer;
}

/** Asks to remove a text. */
export async function requestTextRemoval(input: unknown): Promise<ActionResult> {
  return change(RemovalRequest, input, requestRemoval);
}

/** Removes the text of another person's request. @returns the number of places that had it */
export async function confirmTextRemoval(input: unknown): Promise<ActionResult<number>> {
  return change(RemovalRequestId, input, confirmRemoval);
}

/** Closes a request without removing the text. */
export async function dismissTextRemoval(input: unknown): Promise<ActionResult> {
  return change(RemovalRequestId, input, dismissRemoval);
}
