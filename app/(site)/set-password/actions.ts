"use server";

import { headers } from "next/headers";
import { SetPasswordRequest } from "@/lib/contract/account-request";
import type { ActionResult } from "@/lib/contract/action-result";
import { acceptAccountLink } from "@/lib/server/accounts/account-links";
import { answerAction } from "@/lib/server/http/answer-action";

/** Sets the password of the person of a one-time link. The link's token protects it. */
export async function setPasswordWithLink(input: unknown): Promise<ActionResult> {
  return answerAction(
    await headers(),
    "anyone",
    SetPasswordRequest,
    input,
    ({ token, password }, { address }) => acceptAccountLink(token, password, address),
  );
}
