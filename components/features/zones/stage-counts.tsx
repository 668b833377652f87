"use client";

import { usePlainText } from "@/lib/text/use-plain-text";
import "./firm-table.css";

/** The firms at a stage. */
export interface StageCount {
  /** The stage; null: unknown. */
  readonly stage: string | null;
  readonly count: number;
}

/** The named firms at each stage, one square each; hollow where the stage is unknown. A client component, so that a page sends few words for it. */
export function StageCounts({ counts }: { counts: readonly StageCount[] }) {
  const { t, number } = usePlainText();
  return (
    <ol className="stage-counts">
      {counts.map(({ stage, count }) => (
        <li key={stage} data-none={count === 0 ? "" : undefined}>
          <b className="figure">{number(count)}</b>
          <span aria-hidden="true" className={stage === null ? "stage-unknown" : undefined}>
            {Array.from({ length: count }, (_, square) => square).map((square) => (
              <i key={square} />
            ))}
          </span>
          <span className={stage === null ? "unknown" : undefined}>
            {stage ?? t("evidence.unknown")}
          </span>
        </li>
      ))}
    </ol>
  );
}
