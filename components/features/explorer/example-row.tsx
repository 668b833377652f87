import { IntervalBar } from "@/components/charts/interval-bar";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { StandingMark } from "@/components/evidence/standing-mark";
import { getRowSupport } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { isStaleIn } from "@/lib/readiness/readiness";
import { describeReadiness } from "@/lib/text/readiness-score";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

/** The zone with the highest confirmed score of those with a dated progress; null where none has one. */
export function findExample(rows: readonly RankedRow[]): RankedRow | null {
  return rows.reduce<RankedRow | null>((best, row) => {
    if (row.readiness === null || row.progress.lastReported === null) return best;
    return row.readiness.low > (best?.readiness?.low ?? -1) ? row : best;
  }, null);
}

/** How to read a row: a row of the table with a note under each part. */
export function ExampleRow({ row, asOf }: { row: RankedRow; asOf: Day }) {
  const text = useText();
  const { t } = text;
  const { readiness, values, progress } = row;
  if (readiness === null || progress.lastReported === null) return null;
  const candidate = isCandidate(values);
  return (
    <figure className="example-row">
      <figcaption className="text-12 text-ink-2">{t("introduction.example.title")}</figcaption>
      <dl>
        <dt className="font-semibold">{shortZoneName(row)}</dt>
        <dd>{t("introduction.example.name")}</dd>
        <dt>
          <span className="flex items-center gap-1.5">
            <StandingMark standing={progress.standing} candidate={candidate} />
            {t(`query.standing.${progress.standing}`)}
          </span>
          <EvidenceLine
            since={progress.since ?? undefined}
            date={progress.lastReported}
            fresh={!isStaleIn(row, "status", asOf)}
            support={getRowSupport(row, "status")}
          />
        </dt>
        <dd>{t("introduction.example.progress")}</dd>
        <dt>
          <IntervalBar low={readiness.low} high={readiness.high} candidate={candidate} />
          <span className="sr-only">{describeReadiness(text, readiness)}</span>
          <span aria-hidden="true" className="meta">
            {text.range(readiness.low, readiness.high)}
          </span>
        </dt>
        <dd>
          {t("introduction.example.readiness", {
            low: text.number(Math.round(readiness.low)),
            high: text.number(Math.round(readiness.high)),
          })}
        </dd>
      </dl>
    </figure>
  );
}
