"use client";

import { Swatch } from "@/components/charts/legend";
import { MarkIcon } from "@/components/charts/mark";
import { QuotedWords } from "@/components/evidence/quoted-words";
import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import type { NewsLine } from "./news-lines";
import "./news-list.css";

interface NewsListProps {
  /** Of `NewsLine`. */
  lines: readonly NewsLine[];
  /** Facts follow one another in a line; sentences are under one another. */
  isFacts?: boolean;
}

/** News, each with its day, kind, zone, words and source. A client component, so that a page sends its words once beside the markup. */
export function NewsList({ lines, isFacts = false }: NewsListProps) {
  return (
    <ol>
      {lines.map((line, i) => (
        <NewsRow key={line.id ?? `${line.date} ${i}`} line={line} isFacts={isFacts} />
      ))}
    </ol>
  );
}

function NewsRow({ line, isFacts }: { line: NewsLine; isFacts: boolean }) {
  const { id, date, day, kind, mark, tone, zones, title, words = [], source, sourceHref } = line;
  return (
    <li id={id} className="news-row">
      <time dateTime={date}>{day}</time>
      <span className="news-kind">
        {mark ? <MarkIcon {...mark} /> : null}
        {tone ? <Swatch tone={tone} /> : null}
        <span>{kind}</span>
      </span>
      <div>
        <p className="news-zones">
          {zones.map(([name, href]) =>
            href === null ? (
              name
            ) : (
              <Anchor key={href} href={href}>
                {name}
              </Anchor>
            ),
          )}
        </p>
        {title === undefined ? null : (
          <p>
            <Original>
              <b>{title}</b> <span className="text-ink-2">{line.body}</span>
            </Original>
          </p>
        )}
        <QuotedWords quotation={line.quotation ?? null} />
        {words.length === 0 ? null : (
          <ul className={isFacts ? "news-facts" : undefined}>
            {words.map(({ before, subject, after, href }) => (
              <li key={`${href} ${before}${after}`}>
                {before}
                <Anchor className="link" href={href}>
                  {subject}
                </Anchor>
                {after}
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className="news-source">
        {sourceHref === undefined ? (
          source
        ) : (
          <Anchor className="link" href={sourceHref}>
            {source}
          </Anchor>
        )}
      </span>
    </li>
  );
}
