import { Figure } from "@/components/charts/figure";
import { cx } from "@/components/ui/cx";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { UNKNOWN } from "@/lib/query/filters";
import { SOURCE_MEASURES, type SourceMeasure, type SourceYear } from "./source-years";

/** Props of the figure. */
export interface SourceYearsFigureProps {
  years: readonly SourceYear[];
  measure: SourceMeasure;
  /** Address of the same page counting something else. */
  measureHref: (measure: SourceMeasure) => string;
  /** Address of the list narrowed to a year. */
  yearHref: (year: string) => string;
  /** What stands under every picture of it. */
  source: string;
}

/** From the bottom of each bar to its top; most are news, so that is quiet. */
const FILLS: Readonly<Record<SourceKind, string>> = {
  government: "fill-ramp-4",
  news: "fill-ramp-1",
  research: "fill-accent",
  encyclopedia: "fill-ink",
  forum: "fill-amber",
  brief: "fill-rust",
  compiler: "fill-ink-4",
};

const [WIDTH, HEIGHT, TOP, FOOT] = [960, 220, 18, 24] as const;

/** Sources, or the claims that rest on them, by the year in which they were published and by kind. */
export function SourceYearsFigure(props: SourceYearsFigureProps) {
  const { years, measure, measureHref, yearHref, source } = props;
  const kinds = SOURCE_KINDS.filter((kind) => years.some(({ counts }) => counts[kind] > 0));
  const rows = years.map(
    ({ year, counts, total }): FigureRow => ({
      year: year === UNKNOWN ? null : year,
      ...Object.fromEntries(kinds.map((kind) => [kind, counts[kind]])),
      total,
      href: total === 0 ? undefined : yearHref(year),
    }),
  );
  const numeric = [...kinds, "total"].map((key) => ({ key, label: key, numeric: true }));
  return (
    <Figure
      title="Sources by kind over time"
      name={`sources-by-year-${measure}`}
      columns={[{ key: "year", label: "published" }, ...numeric]}
      rows={rows}
      source={source}
      className="mb-8"
      note={
        <>
          {measure === "sources" ? "Sources" : "Claims that rest on them"} by the year in which the
          source was published; those without a date stand apart, hollow. A year leads to its
          sources.
        </>
      }
    >
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-12">
        <span className="flex gap-3">
          {SOURCE_MEASURES.map((one) =>
            one === measure ? (
              <b key={one} className="inline-flex min-h-6 items-center">
                Count {one}
              </b>
            ) : (
              <a
                key={one}
                href={measureHref(one)}
                className="link no-print inline-flex min-h-6 items-center"
              >
                Count {one}
              </a>
            ),
          )}
        </span>
        <Legend kinds={kinds} />
      </div>
      <ScrollRegion label="Sources by kind over time: the drawing">
        <Drawing years={years} kinds={kinds} measure={measure} yearHref={yearHref} />
      </ScrollRegion>
    </Figure>
  );
}

function Legend({ kinds }: { kinds: readonly SourceKind[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={10} height={10}>
            <rect width={10} height={10} className={FILLS[kind]} />
          </svg>
          {kind}
        </li>
      ))}
    </ul>
  );
}

interface DrawingProps extends Pick<SourceYearsFigureProps, "years" | "measure" | "yearHref"> {
  kinds: readonly SourceKind[];
}

function Drawing({ years, kinds, measure, yearHref }: DrawingProps) {
  const most = Math.max(1, ...years.map(({ total }) => total));
  const room = HEIGHT - TOP - FOOT;
  const slot = WIDTH / years.length;
  const base = HEIGHT - FOOT;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block w-full min-w-160">
      <title>{`${measure === "sources" ? "Sources" : "Claims"} by year of publication and kind of source`}</title>
      <line x1={0} x2={WIDTH} y1={base} y2={base} className="stroke-line-2" />
      {years.map((item, i) => (
        <YearBar
          key={item.year}
          item={item}
          kinds={kinds}
          x={i * slot}
          width={slot}
          base={base}
          scale={room / most}
          label={`${labelOfYear(item.year)}: ${item.total} ${measure}`}
          href={item.total === 0 ? null : yearHref(item.year)}
        />
      ))}
    </svg>
  );
}

interface YearBarProps {
  item: SourceYear;
  kinds: readonly SourceKind[];
  x: number;
  width: number;
  base: number;
  /** Height of one. */
  scale: number;
  label: string;
  /** Null: there is nothing to lead to. */
  href: string | null;
}

function YearBar({ item, kinds, x, width, base, scale, label, href }: YearBarProps) {
  const { year, counts, total } = item;
  const undated = year === UNKNOWN;
  const middle = x + width / 2;
  const [left, thick] = [x + width * 0.18, width * 0.64];
  let top = base;
  const bar = (
    <>
      <rect x={x} y={0} width={width} height={HEIGHT} className="fill-transparent" />
      {undated ? (
        <rect
          x={left}
          y={base - total * scale}
          width={thick}
          height={total * scale}
          className="fill-paper stroke-unknown [stroke-dasharray:3_2]"
        />
      ) : (
        kinds.map((kind) => {
          const height = counts[kind] * scale;
          top -= height;
          return height === 0 ? null : (
            <rect
              key={kind}
              x={left}
              y={top}
              width={thick}
              height={height}
              className={FILLS[kind]}
            />
          );
        })
      )}
      <text
        x={middle}
        y={base - total * scale - 5}
        textAnchor="middle"
        className="tabular fill-ink text-12"
      >
        {total}
      </text>
      <text
        x={middle}
        y={HEIGHT - 7}
        textAnchor="middle"
        className={cx("tabular fill-ink-3 text-12", undated && "italic")}
      >
        {labelOfYear(year)}
      </text>
    </>
  );
  return href === null ? (
    <g>{bar}</g>
  ) : (
    <a href={href} aria-label={label}>
      {bar}
    </a>
  );
}

/** A year as it stands under its bar. */
function labelOfYear(year: string): string {
  return year === UNKNOWN ? "undated" : year;
}
