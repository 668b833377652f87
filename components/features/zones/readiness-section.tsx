import { figureSource } from "@/components/charts/figure-source";
import { IntervalBar } from "@/components/charts/interval-bar";
import { ScoreYearsFigure } from "@/components/charts/score-years-figure";
import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { NothingFound } from "@/components/evidence/nothing-found";
import { Fold, Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import { cx } from "@/components/ui/cx";
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
import { useText } from "@/lib/text/use-text";

/** What the section of readiness shows. */
export interface ReadinessSectionProps {
  view: ZoneView;
  /** How the confirmed score changed, year by year. */
  scoreYears: readonly ZoneScoreYear[];
}

/** The readiness score as an interval, and by block what is known; what is missing and how it changed on demand. */
export function ReadinessSection({ view, scoreYears }: ReadinessSectionProps) {
  const { t } = useText();
  const { values } = view.zone;
  const readiness = computeReadiness(view.zone);
  return (
    <Section
      id="readiness"
      title={t("zones.readiness.title")}
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
      <a className="link" href="/method#readiness">
        {words}
      </a>
    ),
  });
}

function Score({ readiness, candidate }: { readiness: Readiness; candidate: boolean }) {
  const text = useText();
  const { t, number, range } = text;
  const { low, high } = readiness;
  const ends = { low: number(low, { digits: 0 }), high: number(high, { digits: 0 }) };
  return (
    <div className="mb-5 print:mb-2 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5">
      <p className="figure whitespace-nowrap text-28">{range(low, high)}</p>
      <div>
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
      <header className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 sm:grid-cols-[7.75rem_4.5rem_minmax(0,1fr)_3.5rem_5.5rem] print:grid-cols-[7rem_minmax(0,1fr)_3.5rem_5.5rem]">
        <h3>{text.groupLabel(block)}</h3>
        <span className="tabular text-12 text-ink-3 print:hidden">
          {text.t("zones.readiness.weight", { weight: text.number(BLOCK_WEIGHTS[block]) })}
        </span>
        {readiness === null ? (
          <span className="unknown max-sm:col-span-2">{text.t("common.notApplicableBare")}</span>
        ) : (
          <IntervalBar
            low={readiness.low}
            high={readiness.high}
            candidate={isCandidate(values)}
            className="max-sm:col-span-2"
          />
        )}
        <b className="tabular sm:text-end">
          {readiness === null ? null : text.range(readiness.low, readiness.high)}
        </b>
        <span className="tabular text-end text-12 text-ink-2">
          {text.t("zones.readiness.known", {
            known: text.number(known.length),
            total: text.number(applicable.length),
          })}
        </span>
      </header>
      {found.length === 0 ? null : (
        <ul className="mt-2.5 grid grid-cols-2 gap-x-3 gap-y-2.5 sm:grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] print:mt-1 print:gap-y-1">
          {found.map((key) => (
            <Indicator key={key} field={key} view={view} />
          ))}
        </ul>
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

function Indicator({ field, view }: { field: ZoneFieldKey; view: ZoneView }) {
  const text = useText();
  const resolution = view.zone.fields[field];
  // A value can be weak for the score alone, such as a developer's count of firms that nobody names.
  const score = getScoreBounds(view.zone, field);
  const weak = resolution.value !== null && score !== NOT_APPLICABLE && !score.known;
  return (
    <li className="grid grid-cols-[7px_minmax(0,1fr)] gap-x-2">
      <Gauge score={score} />
      <span className="min-w-0">
        <span className="block text-12 text-ink-2 print:inline print:after:content-['_']">
          {text.fieldLabel(field)}
        </span>
        <span className="block font-medium print:inline">
          <FieldValueView field={field} resolution={resolution} />
        </span>
        <ValueDate
          resolution={resolution}
          asOf={view.asOf}
          revision={view.revision}
          className="block"
        />
        {weak ? (
          <span className="block text-12 text-ink-2">{text.t("common.support.weak")}</span>
        ) : null}
      </span>
    </li>
  );
}

/**
 * An indicator's score as a height: solid up to the least that the evidence allows, hollow up to the greatest, a line
 * where it does not apply.
 */
function Gauge({ score }: { score: ReturnType<typeof getScoreBounds> }) {
  if (score === NOT_APPLICABLE) {
    return (
      <span aria-hidden="true" className="h-full justify-self-center border-line-2 border-s" />
    );
  }
  const { low, high, known } = score;
  return (
    <span aria-hidden="true" className={cx("gauge relative h-full", known && "bg-paper-3")}>
      {high > low ? (
        <span
          className="absolute inset-x-0 shadow-[inset_0_0_0_1px_var(--color-unknown-soft)]"
          style={{ bottom: `${100 * low}%`, height: `${100 * (high - low)}%` }}
        />
      ) : null}
      {known || low > 0 ? (
        <span
          className="absolute inset-x-0 bottom-0 min-h-px bg-band-known"
          style={{ height: `${100 * low}%` }}
        />
      ) : null}
    </span>
  );
}
