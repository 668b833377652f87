"use server";

import { headers } from "next/headers";
import { SetUpRequest } from "@/lib/contract/account-request";
import type { ActionResult } from "@/lib/contract/action-result";
import { answerAction } from "@/lib/server/answer-action";
import { setUp } from "@/lib/server/set-up";

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
