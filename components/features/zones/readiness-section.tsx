import { figureSource } from "@/components/charts/figure-source";
import { IntervalBar } from "@/components/charts/interval-bar";
import { ScoreYearsFigure } from "@/components/charts/score-years-figure";
import { toFact } from "@/components/evidence/fact";
import { NothingFound } from "@/components/evidence/nothing-found";
import { Anchor } from "@/components/layout/link";
import { Fold, Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import { BLOCK_INDICATORS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type BlockKey } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { getJudgedOn, isStale } from "@/lib/evidence/age";
import { groupBy } from "@/lib/evidence/group-by";
import { isNothingFound } from "@/lib/evidence/ledger-entries";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import {
  computeBlockReadiness,
  computeReadiness,
  getScoreBounds,
  listKnownIndicators,
  type Readiness,
} from "@/lib/readiness/readiness";
import type { ZoneScoreYear } from "@/lib/readiness/score-history";
import { describeReadiness } from "@/lib/text/readiness-score";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { BlockHead, type IndicatorFact, IndicatorList } from "./indicator-list";
import "./readiness-section.css";

/** What the section of readiness shows. */
export interface ReadinessSectionProps {
  view: ZoneView;
  /** How the confirmed score changed, year by year. */
  scoreYears: readonly ZoneScoreYear[];
}

/** The readiness score as an interval, and by block what is known; what is missing and how it changed on demand. */
export function ReadinessSection({ view, scoreYears }: ReadinessSectionProps) {
  const { t, number } = useText();
  const { values } = view.zone;
  const readiness = computeReadiness(view.zone);
  const [low = "", high = ""] = [readiness?.low, readiness?.high].map((end) =>
    end === undefined ? "" : number(end, { digits: 0 }),
  );
  return (
    <Section
      id="readiness"
      title={
        readiness === null
          ? t("zones.readiness.title")
          : t("zones.readiness.finding", { high, from: low === high ? "same" : low })
      }
      note={readiness === null ? null : <CoverageNote view={view} share={readiness.coverage} />}
    >
      {readiness === null ? (
        <p className="unknown">{t("zones.readiness.notApplicable")}</p>
      ) : (
        <Score readiness={readiness} candidate={isCandidate(values)} />
      )}
      <div className="grid gap-x-12 border-line border-b xl:grid-cols-2 print:grid-cols-2">
        {BLOCKS.map((block) => (
          <Block key={block} block={block} view={view} />
        ))}
      </div>
      <NothingFound
        fields={BLOCKS.flatMap((block) => BLOCK_INDICATORS[block])}
        resolutions={view.zone.fields}
        className="mt-2"
      />
      {readiness === null || scoreYears.length === 0 ? null : (
        <ScoreYears view={view} scoreYears={scoreYears} />
      )}
    </Section>
  );
}

function ScoreYears({ view, scoreYears }: ReadinessSectionProps) {
  const text = useText();
  const { zone, moment } = view;
  const pairs = [["scope", "all"] as const, ["zones", zone.slug] as const, ...moment];
  return (
    <Fold label={text.t("scoreHistory.title")} className="no-print">
      <ScoreYearsFigure
        subject={{ name: shortZoneName(zone) }}
        years={scoreYears}
        fileHref={`/api/v1/readiness/history.csv${toSearch(pairs)}`}
        source={figureSource(text, view)}
      />
    </Fold>
  );
}

/** The known share of the score's facts, and how much of it is recent. */
function CoverageNote({ view: { zone, asOf }, share }: { view: ZoneView; share: number }) {
  const { t, number, percent } = useText();
  const judgedOn = getJudgedOn(zone.values, asOf);
  const indicators = BLOCKS.flatMap((block) => listKnownIndicators(zone, block));
  const known = indicators.length;
  const fresh = indicators.filter((key) => {
    const { evidence } = zone.fields[key];
    return evidence !== null && !isStale(key, evidence.effectiveOn, judgedOn);
  }).length;
  return t.rich("zones.readiness.note", {
    recent: known === 0 ? "unknown" : fresh === 0 ? "none" : fresh === known ? "all" : "some",
    share: percent(share),
    fresh: number(fresh),
    known: number(known),
    b: (words) => <b>{words}</b>,
    link: (words) => (
      <Anchor className="link" href="/method#readiness">
        {words}
      </Anchor>
    ),
  });
}

function Score({ readiness, candidate }: { readiness: Readiness; candidate: boolean }) {
  const text = useText();
  const { t, number } = text;
  const { low, high } = readiness;
  const ends = { low: number(low, { digits: 0 }), high: number(high, { digits: 0 }) };
  return (
    <div className="mb-5 print:mb-2">
      <IntervalBar
        low={low}
        high={high}
        candidate={candidate}
        size={16}
        label={describeReadiness(text, readiness)}
      />
      <p aria-hidden="true" className="meta mt-1 flex justify-between">
        <span className="max-sm:hidden">{number(0)}</span>
        <span>{t("zones.readiness.meaning", ends)}</span>
        <span className="max-sm:hidden">{number(100)}</span>
      </p>
    </div>
  );
}

/** One block of the score: its weight and interval, and each indicator with its value, date and mark. */
function Block({ block, view }: { block: BlockKey; view: ZoneView }) {
  const text = useText();
  const { values } = view.zone;
  const indicators: readonly ZoneFieldKey[] = BLOCK_INDICATORS[block];
  const found = indicators.filter((key) => !isNothingFound(view.zone.fields[key]));
  const readiness = computeBlockReadiness(view.zone, block);
  const applicable = indicators.filter((key) => values[key] !== NOT_APPLICABLE);
  const known = listKnownIndicators(view.zone, block);
  return (
    <div className="border-line border-t py-2.5 print:py-1.5">
      <BlockHead
        title={text.groupLabel(block)}
        weight={text.t("zones.readiness.weight", { weight: text.number(BLOCK_WEIGHTS[block]) })}
        score={
          readiness && {
            low: readiness.low,
            high: readiness.high,
            range: text.range(readiness.low, readiness.high),
          }
        }
        candidate={isCandidate(values)}
        known={text.t("zones.readiness.known", {
          known: text.number(known.length),
          total: text.number(applicable.length),
        })}
      />
      {found.length === 0 ? null : (
        <IndicatorList facts={found.map((key) => toIndicator(text, key, view))} />
      )}
      <ImpliedReasons indicators={indicators} view={view} />
    </div>
  );
}

/** What other evidence implies for indicators that are unknown or weak, each reason once. */
function ImpliedReasons({
  indicators,
  view: { zone },
}: {
  indicators: readonly ZoneFieldKey[];
  view: ZoneView;
}) {
  const text = useText();
  const bounds = indicators.flatMap((key) => {
    const score = getScoreBounds(zone, key);
    return score === NOT_APPLICABLE || score.impliedBy === null
      ? []
      : [{ key, reason: score.impliedBy }];
  });
  const implied = groupBy(bounds, ({ reason }) => reason);
  if (implied.size === 0) return null;
  return (
    <ul className="no-print mt-2 text-12 text-ink-2">
      {[...implied].map(([reason, fields]) => (
        <li key={reason}>
          {text.t.rich("zones.readiness.impliedBy", {
            fields: text.list(fields.map(({ key }) => text.fieldLabel(key))),
            reason: text.impliedReason(reason),
            term: (words) => <Term of="impliedBound">{words}</Term>,
          })}
        </li>
      ))}
    </ul>
  );
}

function toIndicator(text: Text, field: ZoneFieldKey, view: ZoneView): IndicatorFact {
  const { zone, asOf, revision } = view;
  const resolution = zone.fields[field];
  // A value can be weak for the score alone, such as a developer's count of firms that nobody names.
  const score = getScoreBounds(zone, field);
  const fact = toFact(text, { field, resolution, asOf, revision });
  if (score === NOT_APPLICABLE) return fact;
  const { low, high, known } = score;
  return {
    ...fact,
    low,
    high,
    ...(known ? { isKnown: 1 } : {}),
    ...(resolution.value !== null && !known ? { isWeakForScore: 1 } : {}),
  };
}
