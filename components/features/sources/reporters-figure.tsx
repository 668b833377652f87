import { type ChartColumn, ColumnChart } from "@/components/charts/column-chart";
import type { Tone } from "@/components/charts/drawing";
import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Origin } from "@/lib/evidence/ledger-records";
import type { ReportYear } from "@/lib/evidence/report-years";
import { useText } from "@/lib/text/use-text";

/** Who says something; an inference is ours. */
type Reporter = Exclude<Origin, "inference">;

/** From the line up: those with a stake in the zone are green, others have colours of their own. */
const TONES: Readonly<Record<Reporter, Tone>> = {
  official: "ramp-4",
  developer: "ramp-3",
  tenant: "ramp-1",
  independent: "accent",
};

const REPORTERS = Object.keys(TONES) as Reporter[];

interface ReportersFigureProps {
  years: readonly ReportYear[];
  /** What is written under every picture. */
  source: string;
}

/** Who makes the reports on zones and firms, by the year that they are about. */
export function ReportersFigure({ years, source }: ReportersFigureProps) {
  const text = useText();
  const { t, number, percent } = text;
  const sumOf = (origin: Reporter) => years.reduce((sum, { counts }) => sum + counts[origin], 0);
  const totalOf = ({ counts }: ReportYear) =>
    REPORTERS.reduce((sum, origin) => sum + counts[origin], 0);
  const all = years.reduce((sum, year) => sum + totalOf(year), 0);
  if (all === 0) return null;
  const present = REPORTERS.filter((origin) => sumOf(origin) > 0);
  const label = (origin: Reporter) => t(`sources.reporters.origin.${origin}`);
  return (
    <Figure
      title={t("sources.reporters.title", {
        independent: percent(sumOf("independent") / all),
        official: percent(sumOf("official") / all),
      })}
      name="who-reports"
      columns={[
        { key: "year", label: t("sources.years.year") },
        ...present.map((origin) => ({ key: origin, label: label(origin), numeric: true })),
        { key: "total", label: t("sources.years.total"), numeric: true },
      ]}
      rows={years.map((one) => ({ year: one.year, ...one.counts, total: totalOf(one) }))}
      source={source}
      className="mb-8"
      note={t("sources.reporters.note")}
    >
      <Legend
        items={present.map((origin) => ({
          key: origin,
          label: label(origin),
          swatch: { tone: TONES[origin] },
        }))}
        className="mb-2"
      />
      <ScrollRegion label={t("sources.reporters.region")} className="chart-scroll">
        <ColumnChart
          label={t("sources.reporters.region")}
          columns={years.map(
            (one): ChartColumn => ({
              key: one.year,
              label: one.year,
              href: null,
              name: one.year,
              total: number(totalOf(one)),
              parts: present.map((origin) => ({
                key: origin,
                count: one.counts[origin],
                tone: TONES[origin],
              })),
            }),
          )}
        />
      </ScrollRegion>
    </Figure>
  );
}
