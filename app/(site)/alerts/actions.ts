"use server";

import { headers } from "next/headers";
import { readLearnedRequest } from "@/components/features/news/news-request";
import type { ActionResult } from "@/lib/contract/action-result";
import { listFilterPairs } from "@/lib/contract/changes-answer";
import { MAX_CONDITIONS, MailToken, NewAlertRequest } from "@/lib/contract/mail-request";
import { HONEYPOT } from "@/lib/contract/reader-form";
import { MailAddress } from "@/lib/contract/request-parts";
import { answerAction } from "@/lib/server/http/answer-action";
import { isMailOn } from "@/lib/server/mail/mail";
import {
  confirmAlert,
  countMailRequest,
  MAX_SUBSCRIPTIONS,
  requestAlert,
  stopAlert,
} from "@/lib/server/mail/subscriptions";
import { getClientNetwork } from "@/lib/server/origins";
import { lookForJobs } from "@/lib/server/queue/queue";
import { currentView } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";

const DONE = { ok: true, value: null } as const;
const reject = (param: string, message: string) =>
  ({ ok: false, issues: [{ param, message }] }) as const;

/**
 * Asks for mails about changes that meet conditions, in the language of the page. The answer is the same whether the
 * address gets mails already or not.
 */
export async function requestAlerts(input: unknown): Promise<ActionResult> {
  const request = await headers();
  return answerAction(request, "anyone", NewAlertRequest, input, async (given) => {
    const text = await getPageText();
    const { t, locale } = text;
    if (!isMailOn()) return reject("person", t("alerts.issue.off"));
    const email = MailAddress.safeParse(given.email.trim().toLowerCase());
    if (!email.success) return reject("email", t("alerts.issue.email"));
    const pairs = [...new URLSearchParams(given.conditions)];
    const { facts } = await currentView();
    const { filter, issues } = readLearnedRequest(text, pairs, facts);
    const conditions = new URLSearchParams(listFilterPairs(filter)).toString();
    if (issues.length > 0 || conditions.length > MAX_CONDITIONS) {
      return reject("person", t("alerts.issue.conditions"));
    }
    const seconds = countMailRequest(getClientNetwork(request));
    if (seconds > 0) {
      const minutes = Math.ceil(seconds / 60);
      return reject("person", t("alerts.issue.tooMany", { minutes }));
    }
    if (given[HONEYPOT] !== "") return DONE;
    const { frequency } = given;
    const isStored = await requestAlert({ email: email.data, conditions, locale, frequency });
    if (!isStored) return reject("person", t("alerts.issue.full"));
    lookForJobs("mail");
    return DONE;
  });
}

/** Starts the mails of a link. Its token protects it. */
export async function confirmAlerts(input: unknown): Promise<ActionResult> {
  return answerAction(await headers(), "anyone", MailToken, input, async (token) => {
    const { t } = await getPageText();
    const outcome = await confirmAlert(token);
    if (outcome === "confirmed") return DONE;
    return reject(
      "person",
      outcome === "most"
        ? t("alerts.issue.most", { count: MAX_SUBSCRIPTIONS })
        : t("alerts.closed.confirm"),
    );
  });
}

/** Stops the mails of a link and deletes their subscription. Its token protects it. */
export async function stopAlerts(input: unknown): Promise<ActionResult> {
  return answerAction(await headers(), "anyone", MailToken, input, async (token) => {
    if (await stopAlert(token)) return DONE;
    const { t } = await getPageText();
    return reject("person", t("alerts.closed.stop"));
  });
}
