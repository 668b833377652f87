"use client";

import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import type { Quotation } from "@/lib/evidence/ledger-records";
import { usePlainText } from "@/lib/text/use-plain-text";
import { QuotedWords } from "./quoted-words";

/** An event in words. */
export interface EventRow {
  readonly id: string;
  /** Partial date. */
  readonly date: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly quotation?: Quotation;
  readonly source: string;
  /** Where the source is; absent: there is only its id. */
  readonly sourceHref?: string;
}

/** Events under each other, each an `EventRow`. A client component, so that a page sends their words once beside the markup. */
export function EventRows({ events }: { events: readonly EventRow[] }) {
  const { partialDate } = usePlainText();
  return (
    <ol>
      {events.map(({ id, date, kind, title, body, quotation = null, source, sourceHref }) => (
        <li key={id} className="event">
          <time dateTime={date}>{partialDate(date)}</time>
          <span>{kind}</span>
          <div>
            <p>
              <Original>
                <b>{title}</b> <span className="text-ink-2">{body}</span>
              </Original>
            </p>
            <QuotedWords quotation={quotation} />
          </div>
          <span>
            {sourceHref === undefined ? (
              <span>{source}</span>
            ) : (
              <Anchor className="link" href={sourceHref}>
                {source}
              </Anchor>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
