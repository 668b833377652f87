import "server-only";
import { CURRENT_METHOD } from "@/lib/catalogue/methods";
import { listNews } from "@/lib/changes/news";
import { learnedAddress } from "@/lib/changes/news-address";
import { matchesFilter, parseFilterPairs } from "@/lib/contract/changes-answer";
import {
  announcementPath,
  changePath,
  describeAnnouncement,
  describeChange,
  describeChangeConditions,
} from "@/lib/text/change-words";
import { LOCALES } from "@/lib/text/locales";
import { addressIn } from "@/lib/text/reader-language";
import type { Text } from "@/lib/text/text";
import type { MailContent } from "../../formats/mail-body";
import { loadChangeLog } from "../registry/load-changes";
import { currentView, type RegistryView } from "../registry/registry-at";
import { mailPageAddress } from "./links";
import { mailOrigin } from "./mail";

/** Most changes in one mail. */
const MAX_ITEMS = 100;

/** How far the news of a subscription were sent. */
export interface Covered {
  readonly revision: number;
  readonly until: Date;
  readonly method: number;
}

/** News, and how far they reach. */
export interface News {
  readonly subject: string;
  /** Null: there is no news. */
  readonly content: Omit<MailContent, "stop"> | null;
  /** Tells these news from others after the same mail: another attempt may have more of them. */
  readonly holds: string;
  readonly covered: Covered;
}

/** A mail in the language of a text, without its words. */
export function mailFrame({ locale, dir }: Text) {
  return { language: LOCALES[locale].tag, dir };
}

/** Conditions on changes in words: "Changes that match: Sindh". @param conditions as in an address */
export function describeAlert(text: Text, conditions: string, view: RegistryView): string {
  const filter = parseFilterPairs(new URLSearchParams(conditions));
  const words = describeChangeConditions(text, filter, view.registry);
  return text.t("alerts.what", { conditions: words.length === 0 ? "none" : words.join(" · ") });
}

/** The mail with the link that starts the mails of a request. */
export async function composeConfirmation(
  text: Text,
  {
    conditions,
    frequency,
  }: { readonly conditions: string; readonly frequency: "daily" | "weekly" },
  token: string,
): Promise<Omit<MailContent, "stop">> {
  const { t } = text;
  const href = mailPageAddress(text.locale, "confirm", token);
  return {
    ...mailFrame(text),
    heading: t("mail.confirm.subject"),
    paragraphs: [
      t("mail.confirm.intro"),
      describeAlert(text, conditions, await currentView()),
      t(`alerts.frequency.${frequency}`),
    ],
    items: [],
    links: [{ label: t("mail.confirm.button"), href }],
    reasons: [t("mail.confirm.limit")],
  };
}

/**
 * The changes that meet conditions, the editions with such changes and the methods that became known after what was sent,
 * latest first.
 */
export async function composeChanges(text: Text, conditions: string, sent: Covered): Promise<News> {
  const { t, locale } = text;
  const until = new Date();
  const view = await currentView();
  const pairs = [...new URLSearchParams(conditions)];
  const filter = parseFilterPairs(pairs);
  const log = loadChangeLog(view);
  const rows = log.filter(
    (row) =>
      (row.moment.revision > sent.revision || new Date(row.at) > sent.until) &&
      matchesFilter(filter, row),
  );
  const news = listNews(rows, view.facts.revisions, view.asOf).filter(
    (one) => one.kind !== "method" || one.number > sent.method,
  );
  const [first] = news;
  const subject =
    news.length === 1 && first && first.kind !== "change"
      ? describeAnnouncement(text, first)
      : t("mail.digest.subject", { count: news.length });
  const covered = { revision: view.revision, until, method: CURRENT_METHOD.number };
  const holds = `r${view.revision} ${news.length}`;
  if (news.length === 0) return { subject, content: null, holds, covered };
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const link = (path: string) => mailOrigin() + addressIn(locale, path);
  const items = news.slice(0, MAX_ITEMS).map((one) => {
    if (one.kind !== "change") {
      return {
        title: describeAnnouncement(text, one),
        href: link(announcementPath(one, pairs)),
        detail: t(`changes.news.${one.kind}Summary`),
      };
    }
    const row = one.change;
    const source = sources.get(row.sourceId);
    const values = { kind: t(`changes.kind.${row.kind}.label`), day: text.day(row.on) };
    return {
      title: describeChange(text, row),
      href: link(changePath(row)),
      detail: source
        ? t("mail.digest.entryWithSource", {
            ...values,
            title: source.title,
            publisher: source.publisher,
          })
        : t("mail.digest.entry", values),
    };
  });
  return {
    subject,
    holds,
    covered,
    content: {
      ...mailFrame(text),
      heading: subject,
      paragraphs: [
        describeAlert(text, conditions, view),
        ...(news.length > items.length
          ? [t("mail.digest.latest", { shown: items.length, count: news.length })]
          : []),
      ],
      items,
      // Without days: the page compares days, and a report of today can be about an older one.
      links: [
        {
          label: t("mail.digest.page"),
          href: link(learnedAddress(pairs)),
        },
      ],
      reasons: [t("mail.digest.why")],
    },
  };
}
