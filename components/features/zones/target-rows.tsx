"use client";

import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import { usePlainText } from "@/lib/text/use-plain-text";

/** A target in words. */
export interface TargetRow {
  /** Partial dates: when it was set, and when it is due. */
  readonly setOn: string;
  readonly dueOn: string;
  /** How far the due date moved; absent: it is the first. */
  readonly slip?: string;
  readonly outcome: string;
  readonly state: "kept" | "kept-late" | "missed" | "not-known" | "open";
  readonly source: string;
  /** Where the source is; absent: there is only its id. */
  readonly sourceHref?: string;
}

const OUTCOME_CLASSES: Readonly<Partial<Record<TargetRow["state"], string>>> = {
  missed: "text-amber-ink",
  "not-known": "unknown",
};

/** The targets of one field as rows of a table. A client component, so that a page sends their words once beside the markup. */
export function TargetRows({ targets, first }: { targets: readonly TargetRow[]; first: string }) {
  const { t, partialDate } = usePlainText();
  /** A phone shows no heads of columns. */
  const label = (words: ReactNode) => <span>{words}</span>;
  return targets.map((target) => (
    <tr key={`${target.setOn} ${target.dueOn} ${target.source}`}>
      <td>{t.rich("zones.targetDate.set", { date: partialDate(target.setOn), label })}</td>
      <td>{t.rich("zones.targetDate.due", { date: partialDate(target.dueOn), label })}</td>
      {target.slip === undefined ? (
        <td className="tabular text-ink-3 max-sm:hidden">{first}</td>
      ) : (
        <td className="tabular">{target.slip}</td>
      )}
      <td className={OUTCOME_CLASSES[target.state]}>{target.outcome}</td>
      <td>
        {target.sourceHref === undefined ? (
          <span>{target.source}</span>
        ) : (
          <Anchor className="link" href={target.sourceHref}>
            {target.source}
          </Anchor>
        )}
      </td>
    </tr>
  ));
}
