"use server";

import { headers } from "next/headers";
import { ForgottenPasswordRequest } from "@/lib/contract/account-request";
import type { ActionResult } from "@/lib/contract/action-result";
import { countAttempt } from "@/lib/server/accounts/sign-in-attempts";
import { answerAction } from "@/lib/server/http/answer-action";
import { isMailOn } from "@/lib/server/mail/mail";
import { scheduleForgottenPassword } from "@/lib/server/mail/notices";
import { countMailRequest } from "@/lib/server/mail/subscriptions";
import { getClientNetwork } from "@/lib/server/origins";
import { lookForJobs } from "@/lib/server/queue/queue";
import { getPageText } from "@/lib/server/text/page-text";

/**
 * Mails a link for a new password to an account, in the language of the page. The answer and its time are the same whether the
 * address has an account or not, and whether it got enough mails already.
 */
export async function requestPasswordLink(input: unknown): Promise<ActionResult> {
  const request = await headers();
  return answerAction(request, "anyone", ForgottenPasswordRequest, input, async (given) => {
    const { t, locale } = await getPageText();
    const reject = (message: string) =>
      ({ ok: false, issues: [{ param: "person", message }] }) as const;
    if (!isMailOn()) return reject(t("account.signIn.help", { mail: "no" }));
    const seconds = countMailRequest(getClientNetwork(request));
    if (seconds > 0) {
      return reject(t("account.forgot.tooMany", { minutes: Math.ceil(seconds / 60) }));
    }
    const email = given.email.toLowerCase();
    const wait = await countAttempt({ email, network: null, device: "forgotten-password" });
    if (wait === null) await scheduleForgottenPassword(email, locale);
    lookForJobs("mail");
    return { ok: true, value: null };
  });
}
