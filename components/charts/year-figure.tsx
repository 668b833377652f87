import { ScrollRegion } from "@/components/ui/scroll-region";
import { ColumnChart } from "./column-chart";
import type { Tone } from "./drawing";
import { Figure } from "./figure";
import { Legend } from "./legend";

/** How many there were of each kind in a year. */
interface YearCounts<K extends string> {
  readonly year: string;
  readonly counts: Readonly<Record<K, number>>;
}

interface YearFigureProps<K extends string> {
  title: string;
  /** Of its files. */
  name: string;
  /** What is written under every picture. */
  source: string;
  note: string;
  /** Names the drawing. */
  label: string;
  /** The head of the column of years in the table behind it. */
  yearLabel: string;
  /** The colour of each kind, from the line up. A kind that no year has is left out. */
  tones: Readonly<Record<K, Tone>>;
  labelOf: (kind: K) => string;
  years: readonly YearCounts<K>[];
  /** What stands over the column of a year. */
  totalOf: (year: YearCounts<K>) => string;
  className: string;
}

/** Counts by year and kind as columns, with a legend. */
export function YearFigure<K extends string>({
  label,
  yearLabel,
  tones,
  labelOf,
  years,
  totalOf,
  ...frame
}: YearFigureProps<K>) {
  const kinds = (Object.keys(tones) as K[]).filter((kind) =>
    years.some(({ counts }) => counts[kind] > 0),
  );
  return (
    <Figure
      {...frame}
      columns={[
        { key: "year", label: yearLabel },
        ...kinds.map((kind) => ({ key: kind, label: labelOf(kind), numeric: true })),
      ]}
      rows={years.map(({ year, counts }) => ({ year, ...counts }))}
    >
      <Legend
        items={kinds.map((kind) => ({
          key: kind,
          label: labelOf(kind),
          swatch: { tone: tones[kind] },
        }))}
        className="mb-2"
      />
      <ScrollRegion label={label} className="chart-scroll">
        <ColumnChart
          className="min-w-160"
          label={label}
          columns={years.map((one) => ({
            ...{ key: one.year, label: one.year, href: null, name: one.year },
            total: totalOf(one),
            parts: kinds.map((kind) => ({ key: kind, count: one.counts[kind], tone: tones[kind] })),
          }))}
        />
      </ScrollRegion>
    </Figure>
  );
}
