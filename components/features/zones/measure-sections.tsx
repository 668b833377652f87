import { StepTrack } from "@/components/charts/bar";
import { IntervalBar } from "@/components/charts/interval-bar";
import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { Section } from "@/components/layout/section";
import { BLOCK_INDICATORS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type BlockKey } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import {
  DEPENDENCE_FIELDS,
  type DependenceField,
  getGrade,
  TOP_LEVEL,
} from "@/lib/dependence/dependence";
import { isStale } from "@/lib/evidence/age";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import {
  computeBlockReadiness,
  computeReadiness,
  computeScore,
  listKnownIndicators,
  type Readiness,
} from "@/lib/readiness/readiness";
import { describeReadiness } from "@/lib/text/readiness-score";
import { useText } from "@/lib/text/use-text";

/** The readiness score as an interval, and by block what is known and what is missing. */
export function ReadinessSection({ view }: { view: ZoneView }) {
  const { t } = useText();
  const { values } = view.zone;
  const readiness = computeReadiness(values);
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
      {BLOCKS.map((block) => (
        <Block key={block} block={block} view={view} />
      ))}
    </Section>
  );
}

/** The known share of the score's facts, and how much of it is recent. */
function CoverageNote({ view: { zone, asOf }, share }: { view: ZoneView; share: number }) {
  const { t, number, percent } = useText();
  const indicators = BLOCKS.flatMap((block) => listKnownIndicators(zone.values, block));
  const known = indicators.length;
  const fresh = indicators.filter((key) => {
    const { evidence } = zone.fields[key];
    return evidence !== null && !isStale(key, evidence.effectiveOn, asOf);
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
    <div className="mb-5 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5">
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
  const indicators = BLOCK_INDICATORS[block];
  const readiness = computeBlockReadiness(values, block);
  const applicable = indicators.filter((key) => values[key] !== NOT_APPLICABLE);
  const known = listKnownIndicators(values, block);
  return (
    <div className="border-line border-t py-2.5">
      <header className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 sm:grid-cols-[7.75rem_4.5rem_minmax(0,1fr)_3.5rem_5.5rem]">
        <h3>{text.groupLabel(block)}</h3>
        <span className="tabular text-12 text-ink-3">
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
      <ul className="mt-2.5 grid grid-cols-2 gap-x-3 gap-y-2.5 sm:grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))]">
        {indicators.map((key) => (
          <Indicator key={key} field={key} view={view} />
        ))}
      </ul>
    </div>
  );
}

function Indicator({ field, view }: { field: ZoneFieldKey; view: ZoneView }) {
  const resolution = view.zone.fields[field];
  return (
    <li className="grid grid-cols-[7px_minmax(0,1fr)] gap-x-2">
      <Gauge score={computeScore(view.zone.values, field)} />
      <span className="min-w-0">
        <span className="block text-12 text-ink-2">{useText().fieldLabel(field)}</span>
        <span className="block font-medium">
          <FieldValueView field={field} resolution={resolution} />
        </span>
        <ValueDate resolution={resolution} asOf={view.asOf} className="block" />
      </span>
    </li>
  );
}

/** An indicator's score as a height: solid as far as confirmed, hollow where unknown, a line where it does not apply. */
function Gauge({ score }: { score: ReturnType<typeof computeScore> }) {
  if (score === NOT_APPLICABLE) {
    return (
      <span aria-hidden="true" className="h-full justify-self-center border-line-2 border-s" />
    );
  }
  if (score === null) {
    return (
      <span
        aria-hidden="true"
        className="h-full shadow-[inset_0_0_0_1px_var(--color-unknown-soft)]"
      />
    );
  }
  return (
    <span aria-hidden="true" className="relative h-full bg-paper-3">
      <span
        className="absolute inset-x-0 bottom-0 min-h-px bg-band-known"
        style={{ height: `${100 * score}%` }}
      />
    </span>
  );
}

/** The six dimensions of dependence on Chinese partners; without evidence a level is unknown, not none. */
export function DependenceSection({ view }: { view: ZoneView }) {
  const { t, number } = useText();
  const known = DEPENDENCE_FIELDS.filter((key) => view.zone.values[key] !== null).length;
  return (
    <Section
      id="dependence"
      title={t("zones.dependence.title")}
      note={t("zones.dependence.note", {
        known: number(known),
        total: number(DEPENDENCE_FIELDS.length),
      })}
    >
      <ul className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3">
        {DEPENDENCE_FIELDS.map((field) => (
          <Dimension key={field} field={field} view={view} />
        ))}
      </ul>
      <p className="mt-3 text-ink-2">
        {t("zones.dependence.explanation")}{" "}
        <a className="link" href="/method#dependence">
          {t("zones.dependence.levels")}
        </a>
        {" · "}
        <a className="link" href={`/dependence${toSearch(view.moment)}`}>
          {t("zones.dependence.others")}
        </a>
      </p>
    </Section>
  );
}

function Dimension({ field, view }: { field: DependenceField; view: ZoneView }) {
  const text = useText();
  const resolution = view.zone.fields[field];
  const { value, evidence } = resolution;
  const meaning = text.levelMeaning(field, value);
  const grade = getGrade(resolution);
  return (
    <li className="min-w-0">
      <p className="text-12 text-ink-2">{text.fieldLabel(field)}</p>
      <span className="my-1 block">
        <StepTrack
          steps={TOP_LEVEL}
          reached={typeof value === "number" ? value : null}
          tone="known"
        />
      </span>
      <FieldValueView
        field={field}
        resolution={resolution}
        unknown={text.t("zones.dependence.noEvidence")}
      />
      {meaning === null ? null : <span className="block text-12">{meaning}</span>}
      {evidence === null ? null : (
        <span className="block">
          <ValueDate resolution={resolution} asOf={view.asOf} short />
          <span className="meta">
            {grade === null
              ? null
              : ` · ${text.t("zones.dependence.grade", { grade: text.t(`dependence.grade.${grade}`) })}`}
            {evidence.claim.origin === "inference"
              ? ` · ${text.t("ledger.claim.origin.inference")}`
              : null}
          </span>
        </span>
      )}
    </li>
  );
}
