"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import type { ActionResult } from "@/lib/contract/action-result";
import { answerAction } from "@/lib/server/answer-action";
import { endOtherSessions } from "@/lib/server/session";

/** Ends the other sessions of the signed-in user. @returns their number */
export async function endMyOtherSessions(): Promise<ActionResult<number>> {
  const request = await headers();
  const answer = await answerAction(request, "own-account", z.undefined(), undefined, (_, actor) =>
    endOtherSessions(request, actor),
  );
  if (answer.ok) refresh();
  return answer;
}
