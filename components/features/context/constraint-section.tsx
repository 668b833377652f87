import { describeSource } from "@/components/evidence/source-reference";
import { Section } from "@/components/layout/section";
import type { ConstraintFigures, FigureChange } from "@/lib/context/context-figures";
import { sourcePath } from "@/lib/evidence/addresses";
import type { ContextFigure, ContextItem, Source } from "@/lib/evidence/ledger-records";
import type { Query } from "@/lib/query/query";
import type { RankedRow } from "@/lib/query/select";
import {
  describeFigureChange,
  figureLabel,
  formatFigure,
  formatPeriod,
  getConstraint,
} from "@/lib/text/context-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { ComparedFigure, type OwnCount } from "./compared-figure";
import {
  FigureEntries,
  type FigureWords,
  StatementEntries,
  type StatementWords,
} from "./context-entries";
import { TraceFigure } from "./trace-figure";

interface ConstraintSectionProps {
  group: ConstraintFigures;
  /** The zones that match the page's query. */
  zones: readonly RankedRow[];
  query: Query;
  sources: ReadonlyMap<string, Source>;
  /** The changes of a figure by its key, latest first. */
  changesOf: (key: string) => readonly FigureChange[];
  /** The parameters of the moment in the address. */
  moment: readonly (readonly [string, string])[];
  /** What the tracker counts itself, beside the compared figures. */
  own: OwnCount | null;
  /** What is written under every picture. */
  source: string;
}

/** One national problem: its question, the figures and statements of the sources, and the facts of the zones that it affects. */
export function ConstraintSection(props: ConstraintSectionProps) {
  const { group, zones, query, sources, changesOf, moment, own, source } = props;
  const { key, figures, statements, later } = group;
  const text = useText();
  const { t } = text;
  const constraint = getConstraint(text, key);
  const bearsOn = constraint !== undefined && constraint.bearsOn.length > 0;
  const listed = (
    <>
      {figures.length === 0 && statements.length === 0 ? (
        <p className="unknown text-15">{t("context.figures.none")}</p>
      ) : null}
      <FigureList figures={figures} sources={sources} changesOf={changesOf} moment={moment} />
      <StatementList statements={statements} sources={sources} moment={moment} />
      <LaterFigures figures={later} />
    </>
  );
  return (
    <Section
      id={key}
      title={<span className="text-28">{constraint?.label ?? key}</span>}
      size="large"
      lead={constraint?.question}
      className="border-ink border-t pt-3"
    >
      {bearsOn ? (
        <div className="grid gap-x-14 gap-y-8 lg:grid-cols-2 print:block print:space-y-6">
          <div className="min-w-0">{listed}</div>
          <div className="grid min-w-0 content-start gap-8 print:block print:*:mb-6">
            {zones.length === 0 ? null : (
              <TraceFigure
                name={key}
                constraint={constraint}
                zones={zones}
                query={query}
                source={source}
              />
            )}
            {constraint.compared ? (
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
        </div>
      ) : (
        <div className="gap-x-14 lg:columns-2">{listed}</div>
      )}
    </Section>
  );
}

type FigureListProps = Pick<ConstraintSectionProps, "sources" | "changesOf" | "moment"> & {
  figures: readonly ContextFigure[];
};

/** Each figure with its value, period, source, its changes and what the reader must know about it. */
function FigureList({ figures, sources, changesOf, moment }: FigureListProps) {
  const text = useText();
  if (figures.length === 0) return null;
  const rows = figures.map(
    ({ key, label, value, unit, period, sourceId, sourceNote, quotation }): FigureWords => ({
      id: key,
      label: figureLabel(text, label),
      isTranslated: text.translatedFigure(label) === undefined ? undefined : true,
      value: formatFigure(text, { value, unit }),
      period: formatPeriod(text, period),
      note: sourceNote ?? undefined,
      quotation: quotation ?? undefined,
      ...describeReference(text, sourceId, sources, moment),
      changes: changesOf(key).map((change) => describeFigureChange(text, change)),
    }),
  );
  return <FigureEntries figures={rows} />;
}

/** The figures that are not in effect yet on the day of the page. */
function LaterFigures({ figures }: { figures: readonly ContextFigure[] }) {
  const text = useText();
  if (figures.length === 0) return null;
  return (
    <p className="border-line border-t pt-2 text-12 text-ink-2">
      {text.t("context.figures.later", {
        figures: text.list(
          figures.map(({ label, period }) =>
            text.t("context.figures.dated", {
              label: figureLabel(text, label),
              period: formatPeriod(text, period),
            }),
          ),
        ),
      })}
    </p>
  );
}

interface StatementListProps {
  statements: readonly ContextItem[];
  sources: ReadonlyMap<string, Source>;
  /** The parameters of the moment in the address. */
  moment: readonly (readonly [string, string])[];
}

/** What sources state without a number: the words with their author, the source and its date. */
function StatementList({ statements, sources, moment }: StatementListProps) {
  const text = useText();
  const rows = statements.map(
    ({ key, label, statement, period, sourceId, sourceNote, quotation }): StatementWords => ({
      id: key,
      label,
      period: formatPeriod(text, period),
      statement: statement ?? "",
      note: sourceNote ?? undefined,
      quotation: quotation ?? undefined,
      ...describeReference(text, sourceId, sources, moment),
    }),
  );
  return <StatementEntries statements={rows} />;
}

/** A source in words, and the page of what is based on it. */
function describeReference(
  text: Text,
  id: string,
  sources: StatementListProps["sources"],
  moment: StatementListProps["moment"],
): Pick<StatementWords, "source" | "sourcePage"> {
  const source = sources.get(id);
  return source === undefined
    ? { source: id }
    : { source: describeSource(text, source), sourcePage: sourcePath(id, moment) };
}
