import { Anchor } from "@/components/layout/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { roundHalfUp } from "@/lib/readiness/scale";
import { type MeanScoreYear, SCORE_CAUSES, type ScoreCause } from "@/lib/readiness/score-history";
import { describeScoreYears, type ScoreSubject } from "@/lib/text/score-history-words";
import { useText } from "@/lib/text/use-text";
import type { StackPart } from "./bar";
import { ColumnChart } from "./column-chart";
import type { Tone } from "./drawing";
import { Figure } from "./figure";
import { Legend } from "./legend";

/** Progress is solid and dark, knowledge light; losses have a colour of their own. */
const TONES: Readonly<Record<ScoreCause, Tone>> = {
  progressed: "ramp-4",
  "became-known": "ramp-1",
  "re-judged": "amber-soft",
  "rule-or-age": "aside",
  fell: "rust",
};

/** From the line outward. */
const ORDER = Object.keys(TONES) as ScoreCause[];

interface ScoreYearsFigureProps {
  subject: ScoreSubject;
  /** Of one zone, or the mean of some; in order. */
  years: readonly Pick<MeanScoreYear, "year" | "from" | "to" | "before" | "after" | "causes">[];
  /** Address of the same series as a file. */
  fileHref: string;
  /** The line under every picture of the figure. */
  source: string;
}

/** How the confirmed score changed from year to year, and how much of it is progress and how much knowledge. */
export function ScoreYearsFigure({ subject, years, fileHref, source }: ScoreYearsFigureProps) {
  const text = useText();
  const { t, number } = text;
  const { title, change } = describeScoreYears(text, subject, years);
  const points = (value: number) => number(value, { digits: 1, signed: true });
  const present = ORDER.filter((cause) => years.some(({ causes }) => causes[cause] !== 0));
  const partsOf = (causes: Readonly<Record<ScoreCause, number>>, sign: 1 | -1): StackPart[] =>
    ORDER.map((key) => ({ key, count: Math.max(0, sign * causes[key]), tone: TONES[key] }));
  return (
    <Figure
      title={title || t("scoreHistory.title")}
      name="readiness-history"
      columns={[
        { key: "year", label: t("scoreHistory.year") },
        ...SCORE_CAUSES.map((cause) => ({
          key: cause,
          label: t(`scoreHistory.cause.${cause}`),
          numeric: true,
        })),
        { key: "change", label: t("scoreHistory.change"), numeric: true },
        { key: "score", label: t("scoreHistory.score"), numeric: true },
      ]}
      rows={years.map(
        ({ year, before, after, causes }): FigureRow => ({
          year,
          ...causes,
          change: roundHalfUp(after - before, 2),
          score: after,
        }),
      )}
      source={source}
      controls={<p className="mb-3 max-w-[80ch] text-pretty">{change}</p>}
      note={t.rich("scoreHistory.note", {
        file: (words) => (
          <Anchor className="link no-print" href={fileHref}>
            {words}
          </Anchor>
        ),
      })}
    >
      <Legend
        items={present.map((cause) => ({
          key: cause,
          label: t(`scoreHistory.cause.${cause}`),
          swatch: { tone: TONES[cause] },
        }))}
        className="mb-2"
      />
      <ScrollRegion label={t("scoreHistory.region")}>
        <ColumnChart
          label={t("scoreHistory.drawing")}
          className="min-w-104"
          columns={years.map(({ year, before, after, causes }) => ({
            key: year,
            label: year,
            href: null,
            name: year,
            total: points(after - before),
            parts: partsOf(causes, 1),
            below: partsOf(causes, -1),
          }))}
        />
      </ScrollRegion>
    </Figure>
  );
}
