import { Figure } from "@/components/charts/figure";
import type { Comparison } from "@/lib/catalogue/constraints";
import { sourcePath } from "@/lib/evidence/addresses";
import type { ContextFigure } from "@/lib/evidence/ledger-records";
import { figureWords } from "@/lib/text/context-words";
import { formatPartialDate } from "@/lib/text/format-date";

/** A length of the comparison that the tracker counts itself. */
export interface OwnCount {
  readonly label: string;
  readonly period: string;
  readonly value: number;
  readonly href: string;
}

/** Props of figures side by side. */
export interface ComparedFigureProps {
  /** Key of the constraint, for the names of files. */
  name: string;
  comparison: Comparison;
  /** Those of the constraint that hold on the day. */
  figures: readonly ContextFigure[];
  own: OwnCount | null;
  moment: readonly (readonly [string, string])[];
  /** What stands under every picture of it. */
  source: string;
}

interface Bar {
  readonly label: string;
  readonly period: string;
  readonly value: number;
  readonly from: string;
  readonly href: string;
  readonly fill: string;
}

const FEWEST = 2;
const HEIGHT = 12;
const KNOWN = "fill-band-known";

/** Figures of one unit as lengths on one scale; nothing where fewer than two hold. */
export function ComparedFigure(props: ComparedFigureProps) {
  const { name, comparison, figures, own, moment, source } = props;
  const bars = barsOf(comparison, figures, moment);
  if (bars.length < FEWEST) return null;
  if (own) {
    const { label, period, value, href } = own;
    bars.push({ label, period, value, href, from: "this register", fill: KNOWN });
  }
  const full = Math.max(...bars.map(({ value }) => value));
  return (
    <Figure
      title={comparison.title}
      name={`context-${name}-compared`}
      source={source}
      className="mt-6"
      columns={[
        { key: "figure", label: "Figure" },
        { key: "period", label: "Period" },
        { key: "value", label: comparison.unit, numeric: true },
        { key: "source", label: "Source" },
      ]}
      rows={bars.map(({ label, period, value, from, href }) => ({
        figure: label,
        period,
        value,
        source: from,
        href,
      }))}
      note={comparison.note}
    >
      <ul className="grid gap-2">
        {bars.map(({ label, period, value, fill }) => (
          <li key={`${label} ${period}`}>
            <p className="flex justify-between gap-x-3 text-12">
              <span>
                {label} <span className="text-ink-2">{period}</span>
              </span>
              <b className="tabular whitespace-nowrap font-medium">
                {figureWords({ value, unit: comparison.unit })}
              </b>
            </p>
            <svg aria-hidden="true" width="100%" height={HEIGHT} className="block">
              <line x1="0" x2="100%" y1={HEIGHT / 2} y2={HEIGHT / 2} className="stroke-band-base" />
              <rect
                x={0.5}
                y={1.5}
                width={`${(99.5 * value) / full}%`}
                height={HEIGHT - 3}
                className={fill}
              />
            </svg>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function barsOf(
  { parts }: Comparison,
  figures: readonly ContextFigure[],
  moment: ComparedFigureProps["moment"],
): Bar[] {
  return parts.flatMap(({ key, times = 1, apart = false }) =>
    figures
      .filter((figure) => figure.key === key)
      .map(
        ({ label, period, value, sourceId }): Bar => ({
          label,
          period: formatPartialDate(period),
          value: value * times,
          from: sourceId,
          href: sourcePath(sourceId, moment),
          fill: apart ? "fill-paper-3 stroke-line-2" : KNOWN,
        }),
      ),
  );
}
