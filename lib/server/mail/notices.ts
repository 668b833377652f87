import "server-only";
import { isRole, may } from "@/lib/catalogue/roles";
import type { MailContent } from "../../formats/mail-body";
import { db } from "../database/db";
import { type Outcome, scheduleJob } from "../queue/queue";
import { getText, textIn } from "../text/get-text";
import { isMailOn, mailOrigin, sendMail } from "./mail";
import { mailFrame } from "./news";

/** Attempts, some 2 weeks, after which a notice is given up. */
const GIVE_UP = 20;
/** The keys of the jobs of notices, with what they are about. */
const NOTICE = /^(assigned|returned) (\S+)$/;

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
export async function sendNotice(key: string, attempts: number): Promise<Outcome> {
  const [, kind, about = ""] = NOTICE.exec(key) ?? [];
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
  return { result: outcome === "sent" ? "gone" : outcome === "away" ? "away" : "failed" };
}

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
 * Sends a person the link with which they choose a password. It is tried once, because the link is kept nowhere; the admin has
 * it too. Needs a mail server.
 * @param path of the link
 */
export async function mailPasswordLink(to: string, path: string): Promise<void> {
  const text = await getText();
  const { t } = text;
  const heading = t("admin.notice.password");
  await sendMail({
    ...{ kind: "notice", to, subject: heading, stopAddress: null, identity: path },
    content: {
      ...{ ...mailFrame(text), heading, items: [], stop: null },
      paragraphs: [t("admin.notice.passwordLead")],
      links: [{ label: t("admin.notice.passwordLink"), href: `${mailOrigin()}${path}` }],
      reasons: [t("admin.notice.passwordWhy")],
    },
  });
}
