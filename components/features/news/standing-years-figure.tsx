import { type ChartColumn, ColumnChart } from "@/components/charts/column-chart";
import type { Tone } from "@/components/charts/drawing";
import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { STANDINGS, type Standing } from "@/lib/readiness/standing";
import type { StandingYear } from "@/lib/readiness/standing-years";
import { useText } from "@/lib/text/use-text";

/** From the line up; what is not known comes last and is hollow. */
const TONES: Readonly<Record<Standing, Tone>> = {
  running: "ramp-4",
  "reported-running": "ramp-3",
  "being-built": "ramp-1",
  stopped: "amber",
  "not-started": "aside",
  unknown: "unknown",
};

interface StandingYearsFigureProps {
  /** At least one, in order. */
  years: readonly StandingYear[];
  /** What is written under every picture. */
  source: string;
}

/** How many zones were of each standing at the end of each year, as far as it was reported by then. */
export function StandingYearsFigure({ years, source }: StandingYearsFigureProps) {
  const text = useText();
  const { t } = text;
  const label = (standing: Standing) => t(`query.standing.${standing}`);
  const countRunning = ({ counts }: StandingYear) => counts.running + counts["reported-running"];
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  const zones = STANDINGS.reduce((sum, standing) => sum + last.counts[standing], 0);
  if (zones === 0) return null;
  const present = STANDINGS.filter((standing) => years.some(({ counts }) => counts[standing] > 0));
  return (
    <Figure
      title={t("news.standings.title", {
        running: countRunning(last),
        zones,
        before: countRunning(first),
        from: first.year,
        unknown: last.counts.unknown,
      })}
      name="zones-by-standing"
      columns={[
        { key: "year", label: t("news.figure.year") },
        ...present.map((standing) => ({ key: standing, label: label(standing), numeric: true })),
      ]}
      rows={years.map(({ year, counts }) => ({ year, ...counts }))}
      source={source}
      className="mt-10"
      note={t("news.standings.note")}
    >
      <Legend
        items={present.map((standing) => ({
          key: standing,
          label: label(standing),
          swatch: { tone: TONES[standing] },
        }))}
        className="mb-2"
      />
      <ScrollRegion label={t("news.standings.region")} className="chart-scroll">
        <ColumnChart
          className="min-w-160"
          label={t("news.standings.region")}
          columns={years.map(
            (one): ChartColumn => ({
              key: one.year,
              label: one.year,
              href: null,
              name: one.year,
              total: t("news.standings.run", { count: countRunning(one) }),
              parts: present.map((standing) => ({
                key: standing,
                count: one.counts[standing],
                tone: TONES[standing],
              })),
            }),
          )}
        />
      </ScrollRegion>
    </Figure>
  );
}
