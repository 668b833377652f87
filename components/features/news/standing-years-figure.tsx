import type { Tone } from "@/components/charts/drawing";
import { YearFigure } from "@/components/charts/year-figure";
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

const pickRunning = ({ counts }: Pick<StandingYear, "counts">) => ({
  running: counts.running,
  reported: counts["reported-running"],
});

interface StandingYearsFigureProps {
  /** At least one, in order. */
  years: readonly StandingYear[];
  /** What is written under every picture. */
  source: string;
}

/** How many zones were of each standing at the end of each year, as far as it was reported by then. */
export function StandingYearsFigure({ years, source }: StandingYearsFigureProps) {
  const { t } = useText();
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  const zones = STANDINGS.reduce((sum, standing) => sum + last.counts[standing], 0);
  if (zones === 0) return null;
  return (
    <YearFigure
      title={t("news.standings.title", {
        ...pickRunning(last),
        zones,
        before: first.counts.running + first.counts["reported-running"],
        from: first.year,
        unknown: last.counts.unknown,
      })}
      name="zones-by-standing"
      source={source}
      note={t("news.standings.note")}
      label={t("news.standings.region")}
      yearLabel={t("news.figure.year")}
      tones={TONES}
      labelOf={(standing) => t(`query.standing.${standing}`)}
      years={years}
      totalOf={(year) => t("news.standings.run", pickRunning(year))}
      className="mt-10"
    />
  );
}
