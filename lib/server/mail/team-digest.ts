import "server-only";
import { zoneNames } from "@/lib/evidence/zone-name";
import type { Text } from "@/lib/text/text";
import { LEDGER_ACTIONS } from "../../contract/audit-actions";
import { db } from "../database/db";
import { currentView } from "../registry/registry-at";
import { mailOrigin } from "./mail";
import { type Covered, mailFrame, type News } from "./news";

/** Most entries in one mail. */
const MAX_ITEMS = 60;
/** Milliseconds. An entry is written with the clock of its transaction, which may end this much later. */
const WRITE_MS = 2 * 60 * 1000;

/** What the team recorded after what was sent, latest first. */
export async function composeTeamWork(text: Text, sent: Covered): Promise<News> {
  const { t } = text;
  const until = new Date(Math.max(Date.now() - WRITE_MS, sent.until.getTime()));
  const where = { action: { in: [...LEDGER_ACTIONS] }, at: { gt: sent.until, lte: until } };
  const [count, entries, view] = await Promise.all([
    db().auditEntry.count({ where }),
    db().auditEntry.findMany({ where, orderBy: { id: "desc" }, take: MAX_ITEMS }),
    currentView(),
  ]);
  const subject = t("admin.digest.subject", { count });
  const covered = { ...sent, until };
  const holds = String(entries[0]?.id ?? "");
  if (count === 0) return { subject, content: null, holds, covered };
  const names = zoneNames(view.rows);
  const keepWords = (words: string) => words;
  const items = entries.flatMap(({ action, actorName, subject: about, at }) => {
    const known = LEDGER_ACTIONS.find((act) => act === action);
    if (known === undefined) return [];
    const zone = names.get(about);
    const values = { actor: actorName, subject: zone ?? about, b: keepWords, object: keepWords };
    return {
      title: t.markup(`admin.audit.entry.${known}`, values),
      href: zone === undefined ? null : `${mailOrigin()}/zones/${about}`,
      detail: t("admin.digest.at", { when: text.instant(at.toISOString()) }),
    };
  });
  const more = count - entries.length;
  return {
    subject,
    holds,
    covered,
    content: {
      ...mailFrame(text),
      heading: subject,
      paragraphs: [t("admin.digest.lead", { until: text.instant(until.toISOString()) })],
      items,
      links: [
        ...(more > 0
          ? [
              {
                label: t("admin.digest.more", { count: more }),
                href: `${mailOrigin()}/admin/history`,
              },
            ]
          : []),
        { label: t("admin.digest.account"), href: `${mailOrigin()}/account` },
      ],
      reasons: [t("admin.digest.why")],
    },
  };
}
