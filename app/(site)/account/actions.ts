"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import type { ChangeAnswer } from "@/lib/contract/change-answer";
import { answerChange } from "@/lib/server/answer-change";
import { endOtherSessions } from "@/lib/server/own-sessions";

/** Ends the sessions of whoever is signed in, but for this one; answers how many. */
export async function endMyOtherSessions(): Promise<ChangeAnswer<number>> {
  const asked = await headers();
  const answer = await answerChange(asked, "own-account", z.undefined(), undefined, (_, actor) =>
    endOtherSessions(asked, actor),
  );
  if (answer.ok) refresh();
  return answer;
}
