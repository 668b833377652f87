import "server-only";
import { isRole, may } from "@/lib/catalogue/roles";
import { LOCALE_KEYS } from "@/lib/text/locales";
import type { Text } from "@/lib/text/text";
import { type Frequency, nextDigestTime } from "@/lib/time/digest-time";
import type { Prisma } from "@/prisma/generated/client";
import { isDatabaseRefusal } from "../database/database-refusal";
import { db } from "../database/db";
import { log } from "../log/log";
import { processSingleton } from "../process-singleton";
import { runAlone } from "../run-alone";
import { textIn } from "../text/get-text";
import { mailPageAddress, makeMailLink, oneClickAddress } from "./links";
import { isMailOn, type MailOutcome, sendMail } from "./mail";
import { composeChanges, composeConfirmation, type News } from "./news";
import { readFrequency, withMailLock } from "./subscriptions";
import { composeTeamWork } from "./team-digest";

const MINUTE_MS = 60 * 1000;
/** How often each instance looks for mails that are due. */
const LOOK_MS = 15 * 1000;
/** How long a claimed mail is left to the instance that claimed it. Then it is due again, as after a sudden end. */
const CLAIM_MS = 10 * MINUTE_MS;
const FIRST_WAIT_MS = 5 * MINUTE_MS;
const LAST_WAIT_MS = 24 * 60 * MINUTE_MS;
/** Longest pause after the mail server was away. */
const LAST_PAUSE_MS = 30 * MINUTE_MS;
/** Attempts, some 2 weeks, after which an address that the mail server refuses is deleted. */
const GIVE_UP = 20;

type Row = Prisma.MailSubscriptionGetPayload<{ include: { user: true } }>;

/** A claimed subscription. */
interface Due extends Omit<Row, "locale" | "frequency"> {
  /** In the language of the subscription, or of the site. */
  readonly text: Text;
  readonly frequency: Frequency;
}

/** How long a mail waits after a number of failed attempts: 5 minutes, twice as long each time, at most a day. */
export function waitAfter(attempts: number): number {
  return Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
}

/** Claims the mail that has been due for the longest time; null: none is due. */
function claimNext(): Promise<Due | null> {
  return withMailLock(async (tx) => {
    const now = new Date();
    const due = await tx.mailSubscription.findFirst({
      where: { dueAt: { lte: now } },
      orderBy: { dueAt: "asc" },
      include: { user: true },
    });
    if (due === null) return null;
    const { id } = due;
    await tx.mailSubscription.update({
      where: { id },
      data: { dueAt: new Date(now.getTime() + CLAIM_MS), attempts: { increment: 1 } },
    });
    return {
      ...due,
      text: textIn(LOCALE_KEYS.find((key) => key === due.locale) ?? null),
      frequency: readFrequency(due.frequency),
      attempts: due.attempts + 1,
    };
  });
}

/** The mail of a subscription; null content: there is nothing to send. `gone`: nobody may get it any more. */
async function compose(
  due: Due,
): Promise<(News & { kind: "confirmation" | "changes" | "team"; to: string }) | "gone"> {
  const sent = { revision: due.coveredRevision, until: due.coveredUntil };
  const { text, user, email, conditions, frequency } = due;
  if (user !== null) {
    const mayRead = user.closedAt === null && isRole(user.role) && may(user.role, "record");
    if (!mayRead) return "gone";
    return { ...(await composeTeamWork(text, sent)), kind: "team", to: user.email };
  }
  if (email === null) return "gone";
  if (due.confirmedAt !== null) {
    return { ...(await composeChanges(text, conditions, sent)), kind: "changes", to: email };
  }
  const token = await makeMailLink(due.id, "confirm");
  const content = await composeConfirmation(text, { conditions, frequency }, token);
  return {
    ...{ subject: content.heading, content, covered: sent, holds: "" },
    ...{ kind: "confirmation", to: email },
  };
}

/** Sends the mail of a claimed subscription, if there is one, and stores how far its news reach. */
async function serve(due: Due): Promise<MailOutcome | "nothing"> {
  const { id, text, frequency } = due;
  const mail = await compose(due);
  if (mail === "gone") {
    await db().mailSubscription.deleteMany({ where: { id } });
    return "nothing";
  }
  const { content, covered, holds, subject, kind, to } = mail;
  if (content !== null) {
    const stop = await makeMailLink(id, "stop");
    const outcome = await sendMail({
      kind,
      to,
      subject,
      content: {
        ...content,
        stop: {
          label: text.t(kind === "confirmation" ? "mail.confirm.stop" : "mail.digest.stop"),
          href: `${mailPageAddress("stop", stop)}&lang=${text.locale}`,
        },
      },
      stopAddress: oneClickAddress(stop),
      identity: [id, kind, due.coveredRevision, due.coveredUntil.toISOString(), holds].join(" "),
    });
    if (outcome !== "sent") {
      await postpone(due, outcome);
      return outcome;
    }
  }
  // A row that was stopped meanwhile is gone.
  await db().mailSubscription.updateMany({
    where: { id },
    data: {
      coveredRevision: covered.revision,
      coveredUntil: covered.until,
      dueAt: due.confirmedAt === null ? null : nextDigestTime(new Date(), frequency),
      attempts: 0,
    },
  });
  return content === null ? "nothing" : "sent";
}

async function postpone(due: Due, outcome: Exclude<MailOutcome, "sent">): Promise<void> {
  const { id, attempts, userId, confirmedAt } = due;
  const isHopeless = outcome === "refused" && userId === null;
  if (isHopeless && (confirmedAt === null || attempts >= GIVE_UP)) {
    await db().mailSubscription.deleteMany({ where: { id } });
    log.info("Deleted a mail address that the mail server refuses");
    return;
  }
  // When no mail can be sent, that is not the fault of this one.
  const isAway = outcome === "away";
  const wait = isAway ? MINUTE_MS : waitAfter(attempts);
  await db().mailSubscription.updateMany({
    where: { id },
    data: {
      dueAt: new Date(Date.now() + wait),
      attempts: isAway ? attempts - 1 : attempts,
    },
  });
}

/**
 * Sends the mails that are due, one after another, until none is due or the mail server is away. Each is claimed before
 * and marked after: a sudden end in between makes one mail come twice, and loses none.
 * @returns whether the mail server took what it was given
 */
export async function sendDueMails(): Promise<boolean> {
  for (let due = await claimNext(); due !== null; due = await claimNext()) {
    try {
      if ((await serve(due)) === "away") return false;
    } catch (error) {
      if (isDatabaseRefusal(error)) throw error;
      // The claim ends later, and then it is tried again.
      log.error("A mail could not be made", { error });
    }
  }
  return true;
}

function makeSender(): () => void {
  /** Runs in a row that found the mail server away. */
  let away = 0;
  /** Milliseconds since 1970 until which nothing is sent. */
  let pausedUntil = 0;
  return runAlone(async () => {
    if (Date.now() < pausedUntil) return;
    if (await sendDueMails()) {
      away = 0;
      return;
    }
    pausedUntil = Date.now() + Math.min(LAST_PAUSE_MS, MINUTE_MS * 2 ** away);
    away += 1;
  }, "Mails could not be sent. The next attempt is in 15 seconds");
}

/** Sends what is due now, in the background. Nothing happens without a mail server, or in the pause after it was away. */
export function startDueMails(): void {
  if (isMailOn()) processSingleton("mail-sender", makeSender)();
}

/** Sends what is due now and every 15 seconds, on each instance. Does nothing without a mail server. */
export function startSendingMails(): void {
  if (!isMailOn()) return;
  setInterval(startDueMails, LOOK_MS).unref();
  startDueMails();
}
