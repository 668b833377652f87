import { ColumnChart } from "@/components/charts/column-chart";
import type { Tone } from "@/components/charts/drawing";
import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { Anchor } from "@/components/layout/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { groupBy } from "@/lib/evidence/group-by";
import { SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import { getYear, type SourceRow } from "@/lib/evidence/source-rows";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { UNKNOWN } from "@/lib/query/filters";
import { findSourceYear } from "@/lib/text/chart-findings";
import { upperFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";

/** What is counted for each year: the sources published in it, or their claims. */
export const SOURCE_MEASURES = ["sources", "claims"] as const;
export type SourceMeasure = (typeof SOURCE_MEASURES)[number];

/** The counts of one year, or of the sources without a date, by kind of source. */
interface SourceYear {
  /** Such as `2024`, or `unknown`. */
  readonly year: string;
  readonly counts: Readonly<Record<SourceKind, number>>;
  readonly total: number;
}

/** Sources or their claims by year of publication and kind: every year from first to last, then the undated ones. */
export function sourceYears(rows: readonly SourceRow[], measure: SourceMeasure): SourceYear[] {
  const byYear = groupBy(rows, ({ source }) => getYear(source));
  const dated = [...byYear.keys()].filter((year) => year !== UNKNOWN).map(Number);
  const first = Math.min(...dated);
  const length = dated.length === 0 ? 0 : Math.max(...dated) - first + 1;
  const years = Array.from({ length }, (_, i) => String(first + i).padStart(4, "0"));
  return [...years, UNKNOWN].map((year) => {
    const ofYear = byYear.get(year) ?? [];
    const counts = Object.fromEntries(
      SOURCE_KINDS.map((kind) => [kind, sumOf(ofYear, kind, measure)]),
    ) as Record<SourceKind, number>;
    const total = SOURCE_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
    return { year, counts, total };
  });
}

function sumOf(rows: readonly SourceRow[], kind: SourceKind, measure: SourceMeasure): number {
  return rows
    .filter(({ source }) => source.kind === kind)
    .reduce((sum, { claims }) => sum + (measure === "claims" ? claims : 1), 0);
}

/** From the foot of each column to its top; most sources are news, so its tone is quiet. */
const TONES: Readonly<Record<SourceKind, Tone>> = {
  government: "ramp-4",
  "utility-notice": "ramp-3",
  news: "ramp-1",
  research: "accent",
  encyclopedia: "amber-soft",
  forum: "amber",
  brief: "rust",
  compiler: "ink-4",
};

interface SourceYearsFigureProps {
  rows: readonly SourceRow[];
  measure: SourceMeasure;
  /** Address of the same page with another measure. */
  measureHref: (measure: SourceMeasure) => string;
  /** Address of the list filtered by a year. */
  yearHref: (year: string) => string;
  /** The line under every picture of the figure. */
  source: string;
}

/** Sources or their claims by year of publication and kind, as columns. */
export function SourceYearsFigure(props: SourceYearsFigureProps) {
  const { rows, measure, measureHref, yearHref, source } = props;
  const text = useText();
  const { t, number } = text;
  const years = sourceYears(rows, measure);
  const kinds = SOURCE_KINDS.filter((kind) => years.some(({ counts }) => counts[kind] > 0));
  return (
    <Figure
      title={findSourceYear(text, years, measure)}
      name={`sources-by-year-${measure}`}
      columns={[
        { key: "year", label: t("sources.years.year") },
        ...kinds.map((kind) => ({
          key: kind,
          label: t(`common.sourceKind.${kind}`),
          numeric: true,
        })),
        { key: "total", label: t("sources.years.total"), numeric: true },
      ]}
      rows={years.map(
        ({ year, counts, total }): FigureRow => ({
          year: year === UNKNOWN ? null : year,
          ...Object.fromEntries(kinds.map((kind) => [kind, counts[kind]])),
          total,
          href: total === 0 ? undefined : yearHref(year),
        }),
      )}
      source={source}
      className="mb-8"
      note={
        <>
          {t(`sources.years.note.${measure}`)}{" "}
          <span className="no-print">{t("sources.years.open")}</span>
        </>
      }
      controls={
        <p className="mb-2 flex flex-wrap gap-x-3 text-12">
          {SOURCE_MEASURES.map((one) =>
            one === measure ? (
              <b key={one} className="inline-flex min-h-6 items-center">
                {t(`sources.years.count.${one}`)}
              </b>
            ) : (
              <Anchor
                key={one}
                href={measureHref(one)}
                className="link no-print inline-flex min-h-6 items-center"
              >
                {t(`sources.years.count.${one}`)}
              </Anchor>
            ),
          )}
        </p>
      }
    >
      <Legend
        items={[
          ...kinds.map((kind) => ({
            key: kind,
            label: t(`common.sourceKind.${kind}`),
            swatch: { tone: TONES[kind] },
          })),
          {
            key: UNKNOWN,
            label: upperFirst(text, t("sources.undated")),
            swatch: { tone: "unknown" },
          },
        ]}
        className="mb-2"
      />
      {/* The last label is wider than its column. */}
      <ScrollRegion label={t("sources.years.region")} className="chart-scroll ps-4">
        <ColumnChart
          className="min-w-200"
          label={t(`sources.years.label.${measure}`)}
          columns={years.map(({ year, counts, total }) => {
            const undated = year === UNKNOWN;
            const label = undated ? t("sources.undated") : year;
            return {
              key: year,
              label,
              apart: undated,
              href: total === 0 ? null : yearHref(year),
              name: t(`sources.years.column.${measure}`, { year: label, count: total }),
              parts: undated
                ? [{ key: UNKNOWN, count: total, tone: "unknown" }]
                : kinds.map((kind) => ({ key: kind, count: counts[kind], tone: TONES[kind] })),
              total: number(total),
            };
          })}
        />
      </ScrollRegion>
    </Figure>
  );
}
