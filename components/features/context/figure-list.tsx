import { SourceReference } from "@/components/evidence/source-reference";
import type { ContextFigure, Source } from "@/lib/evidence/ledger-records";
import { figureWords } from "@/lib/text/context-words";
import { formatPartialDate } from "@/lib/text/format-date";

/** Props of the figures of a constraint. */
export interface FigureListProps {
  figures: readonly ContextFigure[];
  sources: ReadonlyMap<string, Source>;
  /** The moment as the address asks for it. */
  moment: readonly (readonly [string, string])[];
}

/** What the sources count: each figure with its value, its period, who says so and what must be known about it. */
export function FigureList({ figures, sources, moment }: FigureListProps) {
  return (
    <dl>
      {figures.map(({ key, label, value, unit, period, sourceId, sourceNote }) => (
        <div
          key={key}
          id={key}
          className="grid scroll-mt-4 break-inside-avoid gap-x-4 border-line border-t py-2 target:bg-accent-wash sm:grid-cols-[10rem_minmax(0,1fr)]"
        >
          <dt className="font-medium sm:col-start-2 sm:row-start-1">{label}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-2 sm:col-start-1 sm:row-span-2 sm:row-start-1 sm:block">
            <span className="font-semibold font-serif text-17 leading-6">
              {figureWords({ value, unit })}
            </span>
            <span className="text-12 text-ink-2 sm:block">{formatPartialDate(period)}</span>
          </dd>
          <dd className="text-12 sm:col-start-2">
            {sourceNote === null ? null : <p className="text-ink-2">{sourceNote}</p>}
            <SourceReference id={sourceId} source={sources.get(sourceId)} brief moment={moment} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
