"use server";

import { headers } from "next/headers";
import { SetUpRequest } from "@/lib/contract/account-request";
import type { ActionResult } from "@/lib/contract/action-result";
import { setUp } from "@/lib/server/accounts/set-up";
import { answerAction } from "@/lib/server/http/answer-action";

/** Creates the first admin. The token of the one-time link protects it. */
export async function setUpFirstAdmin(input: unknown): Promise<ActionResult> {
  return answerAction(
    await headers(),
    "anyone",
    SetUpRequest,
    input,
    ({ token, ...person }, { address }) => setUp(token, person, address),
  );
}
