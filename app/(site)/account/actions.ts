"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { answerAndRefresh } from "@/app/admin/answer-and-refresh";
import { SessionId } from "@/lib/contract/account-request";
import type { ActionResult } from "@/lib/contract/action-result";
import { TeamDigestRequest } from "@/lib/contract/mail-request";
import { endOtherSessions } from "@/lib/server/accounts/session";
import { isMailOn } from "@/lib/server/mail/mail";
import { setTeamDigest } from "@/lib/server/mail/subscriptions";
import { DEFAULT_LOCALE } from "@/lib/text/locales";

/** Ends the other sessions of the signed-in user. @returns their number */
export async function endMyOtherSessions(): Promise<ActionResult<number>> {
  const request = await headers();
  return answerAndRefresh("own-account", z.undefined(), undefined, (_, actor) =>
    endOtherSessions(request, null, actor),
  );
}

/** Ends one other session of the signed-in user. @returns 1, or 0 if it had ended */
export async function endMySession(input: unknown): Promise<ActionResult<number>> {
  const request = await headers();
  return answerAndRefresh("own-account", SessionId, input, (id, actor) =>
    endOtherSessions(request, id, actor),
  );
}

/** Starts or stops the digest of the team's work for the signed-in user, in the language of the desk. */
export async function setMyTeamDigest(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("record", TeamDigestRequest, input, async (on, { id }) => {
    if (id !== null) await setTeamDigest(id, on && isMailOn(), DEFAULT_LOCALE);
    return { ok: true, value: null };
  });
}
