"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { TokenId, TokenRequest } from "@/lib/contract/account-request";
import type { ActionResult } from "@/lib/contract/action-result";
import { makeToken, revokeToken } from "@/lib/server/access-tokens";
import { answerAction } from "@/lib/server/answer-action";
import { checkOwnPassword } from "@/lib/server/people";

/** Makes a token for the signed-in person, who gives their password again. @returns the token, which is shown once */
export async function makeOwnToken(input: unknown): Promise<ActionResult<string>> {
  const answer = await answerAction(
    await headers(),
    "make-tokens",
    TokenRequest,
    input,
    async ({ ownPassword, ...token }, actor) => {
      const fault = await checkOwnPassword(actor, ownPassword);
      return fault ? { ok: false, issues: [fault] } : makeToken(token, actor);
    },
  );
  if (answer.ok) refresh();
  return answer;
}

/** Revokes a token of the signed-in person. */
export async function revokeOwnToken(input: unknown): Promise<ActionResult> {
  const answer = await answerAction(await headers(), "make-tokens", TokenId, input, (id, actor) =>
    revokeToken(id, actor),
  );
  if (answer.ok) refresh();
  return answer;
}
