import { Bar } from "@/components/charts/bar";
import type { Tone } from "@/components/charts/drawing";
import { Figure } from "@/components/charts/figure";
import { greatest } from "@/components/charts/scales";
import type { Comparison } from "@/lib/catalogue/constraints";
import { sourcePath } from "@/lib/evidence/addresses";
import type { ContextFigure } from "@/lib/evidence/ledger-records";
import { findComparison } from "@/lib/text/chart-findings";
import { figureLabel, formatFigure, formatPeriod } from "@/lib/text/context-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";

/** An amount of the comparison that the tracker counts itself. */
export interface OwnCount {
  /** The day in words. */
  readonly period: string;
  readonly value: number;
  readonly href: string;
}

interface ComparedFigureProps {
  /** Key of the constraint, for the names of files. */
  name: string;
  comparison: Comparison;
  /** The figures of the constraint that are in effect on the day. */
  figures: readonly ContextFigure[];
  own: OwnCount | null;
  moment: readonly (readonly [string, string])[];
  /** What is written under every picture. */
  source: string;
}

interface Amount extends OwnCount {
  readonly label: string;
  /** Id of the source, or the tracker. */
  readonly from: string;
  readonly tone: Tone;
}

/** With fewer figures there is nothing to compare. */
const MIN_FIGURES = 2;

/** Figures of one unit as bars on one scale, in the order of the comparison. */
export function ComparedFigure(props: ComparedFigureProps) {
  const { name, comparison, figures, own, moment, source } = props;
  const text = useText();
  const { t } = text;
  const reported = listAmounts(text, comparison, figures, moment);
  if (reported.length < MIN_FIGURES) return null;
  const counted = own && {
    ...own,
    label: t("context.compared.own"),
    from: t("context.compared.ownSource"),
    tone: "known" as const,
  };
  const amounts: readonly Amount[] = counted ? [...reported, counted] : reported;
  const full = greatest(amounts.map(({ value }) => value));
  return (
    <Figure
      title={findComparison(
        text,
        reported
          .filter(({ tone }) => tone === "known")
          .map(({ label, value }) => ({
            ...{ label, value },
            words: formatFigure(text, { value, unit: comparison.unit }),
          })),
        own?.value ?? null,
      )}
      name={`context-${name}-compared`}
      source={source}
      columns={[
        { key: "figure", label: t("context.compared.figure") },
        { key: "period", label: t("context.compared.period") },
        { key: "value", label: text.unitWords(comparison.unit).name, numeric: true },
        { key: "source", label: t("context.compared.source") },
      ]}
      rows={amounts.map(({ label, period, value, from, href }) => ({
        figure: label,
        period,
        value,
        source: from,
        href,
      }))}
      note={comparison.note}
    >
      <ul className="grid gap-2">
        {amounts.map(({ label, period, value, tone }) => (
          <li key={`${label} ${period}`}>
            <p className="flex justify-between gap-x-3 text-12">
              <span>{t("context.figures.dated", { label, period })}</span>
              <b className="tabular whitespace-nowrap font-medium">
                {formatFigure(text, { value, unit: comparison.unit })}
              </b>
            </p>
            <Bar value={value} full={full} tone={tone} />
          </li>
        ))}
      </ul>
    </Figure>
  );
}

/** The amounts of a comparison in its unit. What counts something different has a tone of its own. */
function listAmounts(
  text: Text,
  { parts }: Comparison,
  figures: readonly ContextFigure[],
  moment: ComparedFigureProps["moment"],
): Amount[] {
  return parts.flatMap(({ key, times = 1, apart = false }) =>
    figures
      .filter((figure) => figure.key === key)
      .map(
        ({ label, period, value, sourceId }): Amount => ({
          label: figureLabel(text, label),
          period: formatPeriod(text, period),
          value: value * times,
          from: sourceId,
          href: sourcePath(sourceId, moment),
          tone: apart ? "needed" : "known",
        }),
      ),
  );
}
