"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRef, useState } from "react";
import { Section } from "@/components/layout/section";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/contract/action-result";
import type { ArticleToRead, WatchedFeed } from "@/lib/server/desk/articles";
import { usePlainText } from "@/lib/text/use-plain-text";

interface ArticleListProps {
  articles: readonly ArticleToRead[];
  feeds: readonly WatchedFeed[];
  /** Dismisses an article, or opens it again. */
  setState: (input: unknown) => Promise<ActionResult>;
}

/** The button that had the focus is gone with its article. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

/** The articles of watched feeds that name a zone or a firm, to record from or to dismiss, and how reading the feeds went. */
export function ArticleList({ articles, feeds, setState }: ArticleListProps) {
  const { t } = usePlainText();
  const sent = useRef<ArticleToRead | null>(null);
  const [dismissed, setDismissed] = useState<ArticleToRead | null>(null);
  const change = useChange(setState, () => setDismissed(sent.current));
  const send = ({ id }: ArticleToRead, state: "open" | "dismissed", undoable: typeof dismissed) => {
    if (change.busy) return;
    sent.current = undoable;
    void change.send({ id, state });
  };
  return (
    <div className="grid max-w-[44rem] gap-8">
      <div>
        <div role="status">
          {dismissed === null ? null : (
            <Notice
              key={dismissed.id}
              className="mb-3"
              action={
                <Button
                  ref={takeFocus}
                  variant="quiet"
                  aria-disabled={change.busy}
                  onClick={() => send(dismissed, "open", null)}
                >
                  {t("queue.act.undo")}
                </Button>
              }
            >
              {t("queue.articles.dismissed", { title: dismissed.title })}
            </Notice>
          )}
        </div>
        <FailureNotice answer={change.answer} />
        <ol>
          {articles.map((article) => (
            <ArticleItem
              key={article.id}
              article={article}
              busy={change.busy}
              onDismiss={() => send(article, "dismissed", article)}
            />
          ))}
        </ol>
      </div>
      <Section id="feeds" title={t("queue.articles.feeds")}>
        <ul>
          {feeds.map((feed) => (
            <FeedItem key={feed.key} feed={feed} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

interface ArticleItemProps {
  article: ArticleToRead;
  busy: boolean;
  onDismiss: () => void;
}

function ArticleItem({ article, busy, onDismiss }: ArticleItemProps) {
  const { t, list, partialDate } = usePlainText();
  const { id, link, title, publishedOn, names, feed } = article;
  return (
    <li className="grid gap-2 border-line border-t py-3">
      <div className="min-w-0 break-words">
        <a className="link font-medium" dir="auto" href={link} rel="noreferrer">
          {title}
        </a>
        <span className="block text-12 text-ink-2">
          {t("queue.articles.names", { names: list(names) })}
        </span>
        <span className="block text-12 text-ink-3">
          {publishedOn === null
            ? t("queue.articles.undated", { feed })
            : t("queue.articles.dated", { feed, day: partialDate(publishedOn) })}
        </span>
      </div>
      <div className="flex flex-wrap gap-2">
        <Link
          className={buttonClass()}
          href={`/admin/article?article=${id}` as Route}
          prefetch={false}
        >
          {t("queue.open.record")}
        </Link>
        <Button
          aria-disabled={busy}
          aria-label={t("queue.articles.dismissTitle", { title })}
          onClick={onDismiss}
        >
          {t("queue.articles.dismiss")}
        </Button>
      </div>
    </li>
  );
}

function FeedItem({ feed: { name, succeededAt, failure, status } }: { feed: WatchedFeed }) {
  const { t } = usePlainText();
  return (
    <li className="border-line border-t py-2">
      <span className="block break-all">{name}</span>
      {failure === null ? null : (
        <span className="block text-12 text-rust">
          {t(`queue.articles.failure.${failure}`, { status: status ?? 0 })}{" "}
          {t("queue.articles.again")}
        </span>
      )}
      <span className="block text-12 text-ink-3">
        {succeededAt === null
          ? t("queue.articles.neverRead")
          : t.rich("queue.articles.lastRead", { at: () => <Instant at={succeededAt} /> })}
      </span>
    </li>
  );
}
