import type { Tone } from "@/components/charts/drawing";
import { YearFigure } from "@/components/charts/year-figure";
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
  const { t, number, percent } = useText();
  const sumOf = (origin: Reporter) => years.reduce((sum, { counts }) => sum + counts[origin], 0);
  const all = REPORTERS.reduce((sum, origin) => sum + sumOf(origin), 0);
  if (all === 0) return null;
  return (
    <YearFigure
      title={t("sources.reporters.title", {
        independent: percent(sumOf("independent") / all),
        official: percent(sumOf("official") / all),
      })}
      name="who-reports"
      source={source}
      note={t("sources.reporters.note")}
      label={t("sources.reporters.region")}
      yearLabel={t("sources.years.year")}
      tones={TONES}
      labelOf={(origin) => t(`sources.reporters.origin.${origin}`)}
      years={years}
      totalOf={({ counts }) => number(REPORTERS.reduce((sum, origin) => sum + counts[origin], 0))}
      className="mb-8"
    />
  );
}
