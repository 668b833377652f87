import type { ReactNode } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { SourceReference } from "@/components/evidence/source-reference";
import { StatusMark } from "@/components/evidence/status-mark";
import { SupportDots } from "@/components/evidence/support-mark";
import { Term } from "@/components/layout/term-link";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { getFirstReport } from "@/lib/evidence/resolve";
import { buildRow } from "@/lib/evidence/row";
import { countRowSupport } from "@/lib/evidence/support";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import { computeReadiness } from "@/lib/readiness/readiness";
import { describeReadiness } from "@/lib/text/readiness-score";
import { useText } from "@/lib/text/use-text";
import "./summary-card.css";

/** The state of a zone in six lines, each with its date, its support and who says so; unknown says so. */
export function SummaryCard({ view }: { view: ZoneView }) {
  const { t } = useText();
  const { zone } = view;
  const { fields, values, tenancies } = zone;
  return (
    <dl
      aria-label={t("zones.card.title")}
      className="summary-card min-w-0 self-start border-line-2 border-y border-t-2 border-t-ink"
    >
      <Fact
        field="status"
        view={view}
        mark={<StatusMark status={values.status} candidate={isCandidate(values)} />}
      />
      <Fact field="legalStatus" view={view} />
      <Fact field="electricity" view={view}>
        {values.powerEnergisedMw === null && values.powerNeededMw === null
          ? null
          : t.rich("zones.card.delivered", {
              delivered: () => (
                <FieldValueView
                  field="powerEnergisedMw"
                  resolution={fields.powerEnergisedMw}
                  unknown={t("common.unknown")}
                />
              ),
              needed: () => (
                <FieldValueView
                  field="powerNeededMw"
                  resolution={fields.powerNeededMw}
                  unknown={t("common.unknown")}
                />
              ),
            })}
      </Fact>
      <Fact field="enterprisesProducing" view={view}>
        {tenancies.length === 0 ? (
          t("zones.card.named", { count: 0 })
        ) : (
          <a className="link" href="#firms">
            {t("zones.card.named", { count: tenancies.length })}
          </a>
        )}
      </Fact>
      <Score zone={zone} />
      <Line
        label={<Term of="support">{t("zones.card.support")}</Term>}
        wide={<SupportShare zone={zone} />}
      />
    </dl>
  );
}

interface FactProps {
  field: ZoneFieldKey;
  view: ZoneView;
  /** Before the value. */
  mark?: ReactNode;
  /** After the value, quieter. */
  children?: ReactNode;
}

/** One value with its date, age and support, since when it is reported, and the source that says so. */
function Fact({ field, view, mark, children }: FactProps) {
  const text = useText();
  const { t } = text;
  const { asOf, revision, sources, moment } = view;
  const resolution = view.zone.fields[field];
  const { evidence } = resolution;
  const first = getFirstReport(resolution);
  return (
    <Line
      label={text.fieldLabel(field)}
      value={
        <>
          <span className="flex min-h-6 items-center gap-1.5 font-semibold print:min-h-0">
            {mark}
            <FieldValueView field={field} resolution={resolution} />
          </span>
          {children ? (
            <span className="mt-0.5 block text-12 text-ink-2 leading-6 print:mt-0 print:leading-4">
              {children}
            </span>
          ) : null}
        </>
      }
      dates={
        <>
          <ValueDate resolution={resolution} asOf={asOf} revision={revision} />
          {first === null || first === evidence ? null : (
            <span className="meta block">
              {t("ledger.rung.firstReported", { date: text.partialDate(first.date) })}
            </span>
          )}
        </>
      }
      source={
        evidence === null ? null : (
          <>
            <SourceReference
              id={evidence.claim.sourceId}
              source={sources.get(evidence.claim.sourceId)}
              moment={moment}
              brief
            />
            <span className="block text-ink-3">
              {t(`ledger.claim.origin.${evidence.claim.origin}`)}
            </span>
          </>
        )
      }
    />
  );
}

function Score({ zone }: { zone: ZoneRecord }) {
  const text = useText();
  const { t } = text;
  const readiness = computeReadiness(zone);
  return (
    <Line
      label={<Term of="readiness">{t("zones.readiness.title")}</Term>}
      wide={
        readiness === null ? (
          <span className="unknown">{t("zones.readiness.notApplicable")}</span>
        ) : (
          <span className="grid max-w-120 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3">
            <span className="tabular font-semibold">
              <span className="sr-only">{describeReadiness(text, readiness)}</span>
              <span aria-hidden="true">{text.range(readiness.low, readiness.high)}</span>
            </span>
            <IntervalBar
              low={readiness.low}
              high={readiness.high}
              candidate={isCandidate(zone.values)}
            />
            <span aria-hidden="true" className="meta">
              {t("common.readiness.known", { share: text.percent(readiness.coverage) })}
            </span>
          </span>
        )
      }
    />
  );
}

type LineProps = { label: ReactNode } & (
  | { value: ReactNode; dates: ReactNode; source: ReactNode }
  /** One text over the width of the value, its dates and its source. */
  | { wide: ReactNode }
);

/** A line of the card: beside each other where there is room, under each other on a phone. */
function Line({ label, ...content }: LineProps) {
  return (
    <div>
      <dt>{label}</dt>
      {"wide" in content ? (
        <dd className="wide">{content.wide}</dd>
      ) : (
        <>
          <dd>{content.value}</dd>
          <dd>{content.dates}</dd>
          <dd>{content.source}</dd>
        </>
      )}
    </div>
  );
}

/** "7 of 31 known facts independently confirmed", with the mark of each kind of support. */
function SupportShare({ zone }: { zone: ZoneRecord }) {
  const { t, number } = useText();
  const { known, independent, corroborated, single, weak } = countRowSupport([buildRow(zone)]);
  return (
    <span className="text-12 text-ink-2">
      {known === 0
        ? t("zones.support.none")
        : t.rich("zones.support.share", {
            known,
            independent: number(independent),
            corroborated: number(corroborated),
            single: number(single),
            weak,
            weakTerm: (words) => <Term of="weakEvidence">{words}</Term>,
            b: (words) => <b>{words}</b>,
            three: (words) => <Marked filled={3}>{words}</Marked>,
            two: (words) => <Marked filled={2}>{words}</Marked>,
            one: (words) => <Marked filled={1}>{words}</Marked>,
            zero: (words) => <Marked filled={0}>{words}</Marked>,
          })}
    </span>
  );
}

/** Words with the mark that stands for them elsewhere on the page. */
function Marked({ filled, children }: { filled: number; children: ReactNode }) {
  return (
    <>
      {children} <SupportDots filled={filled} />
    </>
  );
}
