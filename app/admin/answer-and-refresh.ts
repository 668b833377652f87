import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { ActionResult } from "@/lib/contract/action-result";
import type { Actor } from "@/lib/server/audit/audit";
import type { ChangeResult } from "@/lib/server/change-result";
import { type ActionGate, answerAction } from "@/lib/server/http/answer-action";

/** Answers a change and refreshes the page after some of the answers. */
const refreshAfter =
  (isMeant: (answer: ActionResult<unknown>) => boolean) =>
  async <S extends z.ZodType, T>(
    act: ActionGate,
    schema: S,
    input: unknown,
    work: (input: z.output<S>, actor: Actor) => Promise<ChangeResult<T>>,
  ): Promise<ActionResult<T>> => {
    const answer = await answerAction(await headers(), act, schema, input, work);
    if (isMeant(answer)) refresh();
    return answer;
  };

/**
 * Runs a change of a page of the desk for a person whose role allows it, and refreshes the page. After a failure the page
 * keeps what was typed; a refresh could fail, too. The last argument makes the change; its issues name fields of the form.
 */
export const answerAndRefresh = refreshAfter(({ ok }) => ok);

/** The same for what others may have changed by now: after a failure the page shows how it is. */
export const answerAndShowState = refreshAfter((answer) => answer.ok || !answer.signedOut);
