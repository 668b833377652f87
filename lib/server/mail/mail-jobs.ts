import "server-only";
import { isRole, may } from "@/lib/catalogue/roles";
import { LOCALE_KEYS } from "@/lib/text/locales";
import { nextDigestTime } from "@/lib/time/digest-time";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "../database/db";
import { log } from "../log/log";
import { type Job, type JobKind, type Outcome, startQueue } from "../queue/queue";
import { textIn } from "../text/get-text";
import { mailPageAddress, makeMailLink, oneClickAddress } from "./links";
import { isMailOn, sendMail } from "./mail";
import { composeChanges, composeConfirmation, type News } from "./news";
import { isNotice, sendNotice } from "./notices";
import { readFrequency } from "./subscriptions";
import { composeTeamWork } from "./team-digest";

const MINUTE_MS = 60 * 1000;
/** Attempts, some 2 weeks, after which an address that the mail server refuses is deleted. */
const GIVE_UP = 20;

type Subscription = Prisma.MailSubscriptionGetPayload<{ include: { user: true } }>;

/** The jobs of subscriptions, a confirmation and then digests, and notices to people of the team. */
export const MAIL_JOBS: JobKind = {
  name: "mail",
  concurrency: 1,
  leaseMs: 10 * MINUTE_MS,
  backoff: { firstMs: 5 * MINUTE_MS, factor: 2, lastMs: 24 * 60 * MINUTE_MS },
  prepare: async () => {},
  run: async (job) => {
    if (isNotice(job.key)) return sendNotice(job);
    const where = { id: job.key };
    const found = await db().mailSubscription.findUnique({ where, include: { user: true } });
    return found === null ? { result: "gone" } : sendNews(found, job);
  },
};

/** Sends mails from now on. Does nothing without a mail server. */
export function startSendingMails(): void {
  if (isMailOn()) startQueue(MAIL_JOBS);
}

/** The mail of a subscription; null content: there is nothing to send. Null: nobody may get it any more. */
async function compose(
  subscription: Subscription,
): Promise<(News & { kind: "confirmation" | "changes" | "team"; to: string }) | null> {
  const { id, user, email, conditions, coveredRevision, coveredUntil, coveredMethod } =
    subscription;
  const text = getSubscriptionText(subscription);
  const sent = { revision: coveredRevision, until: coveredUntil, method: coveredMethod };
  if (user !== null) {
    const mayRead = user.closedAt === null && isRole(user.role) && may(user.role, "record");
    return mayRead
      ? { ...(await composeTeamWork(text, sent)), kind: "team", to: user.email }
      : null;
  }
  if (email === null) return null;
  if (subscription.confirmedAt !== null) {
    return { ...(await composeChanges(text, conditions, sent)), kind: "changes", to: email };
  }
  const frequency = readFrequency(subscription.frequency);
  const token = await makeMailLink(id, "confirm");
  const content = await composeConfirmation(text, { conditions, frequency }, token);
  const kind = "confirmation";
  return { subject: content.heading, content, covered: sent, holds: "", kind, to: email };
}

/** The text in the language of a subscription, or of the site. */
const getSubscriptionText = ({ locale }: Pick<Subscription, "locale">) =>
  textIn(LOCALE_KEYS.find((key) => key === locale) ?? null);

/** Sends the mail of a subscription, if there is one, and stores how far its news reach. */
async function sendNews(subscription: Subscription, job: Job): Promise<Outcome> {
  const { id, confirmedAt, coveredRevision, coveredUntil } = subscription;
  const mail = await compose(subscription);
  if (mail === null) return deleteSubscription(id);
  const { content, covered, holds, subject, kind, to } = mail;
  if (content !== null) {
    const { t, locale } = getSubscriptionText(subscription);
    const stop = await makeMailLink(id, "stop");
    const outcome = await sendMail({
      kind,
      to,
      subject,
      content: {
        ...content,
        stop: {
          label: t(kind === "confirmation" ? "mail.confirm.stop" : "mail.digest.stop"),
          href: mailPageAddress(locale, "stop", stop),
        },
      },
      stopAddress: oneClickAddress(stop),
      identity: [id, kind, coveredRevision, coveredUntil.toISOString(), holds].join(" "),
    });
    if (outcome === "refused" && kind !== "team" && (!confirmedAt || job.attempts >= GIVE_UP)) {
      log.info("Deleted a mail address that the mail server refuses");
      return deleteSubscription(id);
    }
    if (outcome !== "sent") return { result: outcome === "away" ? "away" : "failed" };
  }
  // A confirmation that is answered makes a new job.
  if (confirmedAt === null) return { result: "gone" };
  // A row that was stopped meanwhile is gone.
  await db().mailSubscription.updateMany({
    where: { id },
    data: {
      coveredRevision: covered.revision,
      coveredUntil: covered.until,
      coveredMethod: covered.method,
    },
  });
  const frequency = readFrequency(subscription.frequency);
  return { result: "done", dueAt: nextDigestTime(new Date(), frequency) };
}

async function deleteSubscription(id: string): Promise<Outcome> {
  await db().mailSubscription.deleteMany({ where: { id } });
  return { result: "gone" };
}
