"use server";

import { answerAndRefresh } from "@/app/admin/answer-and-refresh";
import { TokenId, TokenRequest } from "@/lib/contract/account-request";
import type { ActionResult } from "@/lib/contract/action-result";
import { makeToken, revokeToken } from "@/lib/server/accounts/access-tokens";
import { checkOwnPassword } from "@/lib/server/accounts/people";

/** Makes a token for the signed-in person, who gives their password again. @returns the token, which is shown once */
export async function makeOwnToken(input: unknown): Promise<ActionResult<string>> {
  return answerAndRefresh(
    "make-tokens",
    TokenRequest,
    input,
    async ({ ownPassword, ...token }, actor) => {
      const fault = await checkOwnPassword(actor, ownPassword);
      return fault ? { ok: false, issues: [fault] } : makeToken(token, actor);
    },
  );
}

/** Revokes a token of the signed-in person. */
export async function revokeOwnToken(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("make-tokens", TokenId, input, revokeToken);
}
