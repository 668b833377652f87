import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Act } from "@/lib/catalogue/roles";
import type { ActionResult } from "@/lib/contract/action-result";
import { answerAction, type ChangeResult } from "@/lib/server/answer-action";
import type { Actor } from "@/lib/server/audit";

/**
 * Runs a change of a page of the desk for a person whose role allows it, and refreshes the page. After a failure the page
 * keeps what was typed; a refresh could fail, too.
 * @param work makes the change; its issues name fields of the form
 */
export async function answerAndRefresh<S extends z.ZodType, T>(
  act: Act,
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<ChangeResult<T>>,
): Promise<ActionResult<T>> {
  const answer = await answerAction(await headers(), act, schema, input, work);
  if (answer.ok) refresh();
  return answer;
}

/** The same for what others may have changed by now: after a failure the page shows how it is. */
export async function answerAndShowState<S extends z.ZodType, T>(
  act: Act,
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<ChangeResult<T>>,
): Promise<ActionResult<T>> {
  const answer = await answerAction(await headers(), act, schema, input, work);
  if (answer.ok || !answer.signedOut) refresh();
  return answer;
}
