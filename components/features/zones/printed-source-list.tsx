"use client";

import { Anchor } from "@/components/layout/link";
import { usePlainText } from "@/lib/text/use-plain-text";

/** A source in words, and the number of its reports. */
export interface PrintedSource {
  readonly source: string;
  /** Where the source is; absent: there is only its id. */
  readonly href?: string;
  readonly count: number;
}

/** Sources under each other. A client component, so that a page sends their words once beside the markup. */
export function PrintedSourceList({ sources }: { sources: readonly PrintedSource[] }) {
  const { t } = usePlainText();
  return (
    <ul className="columns-2 gap-x-6 leading-5 *:break-inside-avoid">
      {sources.map(({ source, href, count }) => (
        <li key={href ?? source}>
          {href === undefined ? (
            <span>{source}</span>
          ) : (
            <Anchor className="link" href={href}>
              {source}
            </Anchor>
          )}
          <span className="text-ink-3"> · {t("common.count.reports", { count })}</span>
        </li>
      ))}
    </ul>
  );
}
