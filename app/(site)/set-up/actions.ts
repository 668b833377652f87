"use server";

import { headers } from "next/headers";
import type { ChangeAnswer } from "@/lib/contract/change-answer";
import { SetUpRequest } from "@/lib/contract/people-request";
import { answerChange } from "@/lib/server/answer-change";
import { setUp } from "@/lib/server/set-up";

/** Makes the first admin with the token of the one-time link, which is what protects it. */
export async function setUpFirstAdmin(input: unknown): Promise<ChangeAnswer> {
  return answerChange(
    await headers(),
    "anyone",
    SetUpRequest,
    input,
    ({ token, ...person }, { address }) => setUp(token, person, address),
  );
}
