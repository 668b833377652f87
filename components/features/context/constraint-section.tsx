import type { ConstraintFigures } from "@/lib/context/context-figures";
import type { Source } from "@/lib/evidence/ledger-records";
import type { Query } from "@/lib/query/query";
import type { RankedRow } from "@/lib/query/select";
import { getConstraint } from "@/lib/text/constraint-text";
import { formatPartialDate } from "@/lib/text/format-date";
import { listed } from "@/lib/text/number-words";
import { useText } from "@/lib/text/use-text";
import { ComparedFigure, type OwnCount } from "./compared-figure";
import { FigureList } from "./figure-list";
import { TraceFigure } from "./trace-figure";

/** Props of a constraint. */
export interface ConstraintSectionProps {
  group: ConstraintFigures;
  /** The zones that answer the page's question. */
  zones: readonly RankedRow[];
  query: Query;
  sources: ReadonlyMap<string, Source>;
  moment: readonly (readonly [string, string])[];
  /** What the tracker counts beside the compared figures. */
  own: OwnCount | null;
  /** What stands under every picture. */
  source: string;
}

/** One constraint: the question that it raises, what the sources count, and its trace in the zones. */
export function ConstraintSection(props: ConstraintSectionProps) {
  const { group, zones, query, sources, moment, own, source } = props;
  const { key, figures, later } = group;
  const constraint = getConstraint(useText(), key);
  return (
    <section id={key} aria-labelledby={`${key}-title`} className="scroll-mt-4">
      <header className="mb-4 border-ink border-t pt-3">
        <h2 id={`${key}-title`} className="font-serif text-28">
          {constraint?.label ?? key}
        </h2>
        {constraint ? <p className="font-serif text-17 text-ink-2">{constraint.question}</p> : null}
      </header>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-2">
        <div className="min-w-0">
          {figures.length === 0 ? (
            <p className="unknown text-15">No figure is dated by then.</p>
          ) : (
            <FigureList figures={figures} sources={sources} moment={moment} />
          )}
          {later.length === 0 ? null : (
            <p className="border-line border-t pt-2 text-12 text-ink-2">
              Not yet on that day:{" "}
              {listed(
                later.map(({ label, period }) => `${label} (${formatPartialDate(period)})`),
                "and",
              )}
              .
            </p>
          )}
          {constraint?.compared ? (
            <ComparedFigure
              name={key}
              comparison={constraint.compared}
              figures={figures}
              own={own}
              moment={moment}
              source={source}
            />
          ) : null}
        </div>
        {constraint && zones.length > 0 ? (
          <TraceFigure name={key} zones={zones} query={query} source={source} />
        ) : null}
      </div>
    </section>
  );
}
