import "server-only";
import { isRole, may } from "@/lib/catalogue/roles";
import { DEFAULT_LOCALE, LOCALE_KEYS, type Locale } from "@/lib/text/locales";
import { addressIn } from "@/lib/text/reader-language";
import type { Text } from "@/lib/text/text";
import type { MailContent } from "../../formats/mail-body";
import { audit } from "../audit/audit";
import { db } from "../database/db";
import { makePasswordPath } from "../link-tokens";
import type { MailOutcome } from "../metrics";
import { type Job, type Outcome, scheduleJob } from "../queue/queue";
import { getText, textIn } from "../text/get-text";
import { isMailOn, mailOrigin, sendMail } from "./mail";
import { mailFrame } from "./news";

/** Attempts, some 2 weeks, after which a notice is given up. */
const GIVE_UP = 20;
/** The keys of the jobs of notices, with what they are about. */
const NOTICE = /^(assigned|returned|password) (\S+)$/;
/** Milliseconds for which a link for a forgotten password works. */
const FORGOTTEN_MS = 60 * 60 * 1000;

/**
 * Schedules a mail to a person of the team. Does nothing without a mail server.
 * @param kind items of the queue were assigned to them, or their reports came back
 * @param about ids of the entries of the queue, at most 40; or of the submission
 */
export async function scheduleNotice(
  kind: "assigned" | "returned",
  about: readonly string[],
): Promise<void> {
  if (isMailOn()) await scheduleJob(db(), "mail", `${kind} ${about.join(",")}`, new Date());
}

/** Schedules a mail with a link for a new password, which goes out if the address has an account. */
export async function scheduleForgottenPassword(email: string, locale: Locale): Promise<void> {
  await scheduleJob(db(), "mail", `password ${locale}:${email}`, new Date());
}

/** Is a job of mails a notice? */
export const isNotice = (key: string): boolean => NOTICE.test(key);

interface Notice {
  /** Id of the person who gets it. */
  readonly to: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly link: MailContent["links"][number];
}

/** Sends a notice that still applies. A person who no longer records gets none. */
export async function sendNotice({ key, attempts, dueAt }: Job): Promise<Outcome> {
  const [, kind, about = ""] = NOTICE.exec(key) ?? [];
  if (kind === "password") return sendForgotten(about, dueAt);
  const notice =
    kind === "assigned" ? await composeAssigned(about.split(",")) : await composeReturned(about);
  const user = notice && (await db().user.findUnique({ where: { id: notice.to } }));
  const isMember = user && !user.closedAt && isRole(user.role) && may(user.role, "record");
  if (!notice || !isMember || attempts > GIVE_UP) return { result: "gone" };
  const text = textIn(null);
  const { heading, paragraphs, link } = notice;
  const outcome = await sendMail({
    ...{ kind: "notice", to: user.email, subject: heading, stopAddress: null, identity: key },
    content: {
      ...{ ...mailFrame(text), heading, paragraphs, items: [], links: [link], stop: null },
      reasons: [text.t("admin.notice.why")],
    },
  });
  return toResult(outcome);
}

/** What becomes of a job after its mail: none is sent twice. */
const toResult = (outcome: MailOutcome): Outcome => ({
  result: outcome === "sent" ? "gone" : outcome === "away" ? "away" : "failed",
});

/** Items that are still with the person to whom they were given. */
async function composeAssigned(ids: readonly string[]): Promise<Notice | null> {
  const { t } = textIn(null);
  const entries = await db().queueEntry.findMany({
    where: { id: { in: ids.map(BigInt) }, undo: null },
  });
  const [first] = entries;
  if (!first?.assigneeId) return null;
  const values = { count: entries.length, name: first.actorName };
  return {
    to: first.assigneeId,
    heading: t("admin.notice.assigned", values),
    paragraphs: [],
    link: { label: t("admin.notice.work"), href: `${mailOrigin()}/admin/work?who=me` },
  };
}

/** Reports that still wait for their author. */
async function composeReturned(id: string): Promise<Notice | null> {
  const { t } = textIn(null);
  const submission = await db().submission.findFirst({
    where: { id, state: "returned" },
    include: { steps: { where: { kind: "returned" }, orderBy: { id: "desc" }, take: 1 } },
  });
  const [step] = submission?.steps ?? [];
  if (!submission || !step) return null;
  return {
    to: submission.authorId,
    heading: t("admin.notice.returned", { name: step.actorName }),
    paragraphs: step.comment === null ? [] : [step.comment],
    link: { label: t("admin.notice.reports"), href: `${mailOrigin()}/admin/work/review/${id}` },
  };
}

/**
 * Sends a link for a new password to an open account that has one. Somebody invited has none yet, so nobody replaces an
 * invitation. Two-step sign-in stays on.
 * @param about the language and the address, such as `ur:name@example.org`
 * @param dueAt when it was asked for: after an hour nobody waits for it
 */
async function sendForgotten(about: string, dueAt: Date): Promise<Outcome> {
  const locale = LOCALE_KEYS.find((key) => about.startsWith(`${key}:`)) ?? DEFAULT_LOCALE;
  const email = about.slice(about.indexOf(":") + 1);
  const user = await db().user.findFirst({
    where: { email, closedAt: null, accounts: { some: { password: { not: null } } } },
  });
  if (!user || Date.now() - dueAt.getTime() > FORGOTTEN_MS) return { result: "gone" };
  const path = await db().$transaction((tx) => makePasswordPath(user.id, tx, FORGOTTEN_MS));
  const { t } = textIn(locale);
  const outcome = await mailPasswordLink(email, addressIn(locale, path), textIn(locale), {
    heading: t("account.forgot.subject"),
    lead: t("account.forgot.lead"),
    link: t("account.forgot.link"),
    why: t("account.forgot.why"),
  });
  const actor = { id: null, name: "visitor", address: null };
  if (outcome === "sent") await audit({ actor, action: "link-mailed", subject: email });
  return toResult(outcome);
}

/**
 * Mails a new person the link with which they choose a password. It is tried once, because the link is kept nowhere; the admin
 * has it too. Needs a mail server.
 * @param path of the link
 */
export async function mailInvitation(to: string, path: string): Promise<void> {
  const text = await getText();
  const { t } = text;
  await mailPasswordLink(to, path, text, {
    heading: t("admin.notice.password"),
    lead: t("admin.notice.passwordLead"),
    link: t("admin.notice.passwordLink"),
    why: t("admin.notice.passwordWhy"),
  });
}

function mailPasswordLink(
  to: string,
  path: string,
  text: Text,
  { heading, lead, link, why }: Readonly<Record<"heading" | "lead" | "link" | "why", string>>,
): Promise<MailOutcome> {
  return sendMail({
    ...{ kind: "notice", to, subject: heading, stopAddress: null, identity: path },
    content: {
      ...{ ...mailFrame(text), heading, paragraphs: [lead], items: [], stop: null },
      links: [{ label: link, href: `${mailOrigin()}${path}` }],
      reasons: [why],
    },
  });
}
