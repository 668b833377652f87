import type { ReactNode } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { toFact } from "@/components/evidence/fact";
import { FieldValueView } from "@/components/evidence/field-value";
import { describeSource } from "@/components/evidence/source-reference";
import { SupportDots } from "@/components/evidence/support-mark";
import { Term } from "@/components/layout/term-link";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { sourcePath } from "@/lib/evidence/addresses";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { getFirstReport } from "@/lib/evidence/resolve";
import { buildRow } from "@/lib/evidence/row";
import { countRowSupport } from "@/lib/evidence/support";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import { computeReadiness } from "@/lib/readiness/readiness";
import { getZoneStanding } from "@/lib/readiness/standing";
import { describeReadiness } from "@/lib/text/readiness-score";
import { useText } from "@/lib/text/use-text";
import { ImpliedBy } from "./implied-by";
import { SummaryLine } from "./summary-line";
import "./summary-card.css";

/** The state of a zone in six lines, each with its date, its support and who says so; unknown says so. */
export function SummaryCard({ view }: { view: ZoneView }) {
  const { t, partialDate } = useText();
  const { zone } = view;
  const { fields, values, tenancies } = zone;
  const figure = (field: "powerEnergisedMw" | "powerNeededMw", unknown: string) => {
    const { evidence } = fields[field];
    return (
      <>
        <FieldValueView field={field} resolution={fields[field]} unknown={unknown} />
        {evidence === null ? null : ` (${partialDate(evidence.date)})`}
      </>
    );
  };
  return (
    <dl
      aria-label={t("zones.card.title")}
      className="summary-card min-w-0 self-start border-line-2 border-y border-t-2 border-t-ink"
    >
      <FactLine field="status" view={view} hasMark>
        <ImpliedBy zone={zone} />
      </FactLine>
      <FactLine field="legalStatus" view={view} />
      <FactLine field="electricity" view={view}>
        {values.powerEnergisedMw === null && values.powerNeededMw === null
          ? null
          : t.rich(`zones.card.${values.powerEnergisedMw === null ? "needed" : "delivered"}`, {
              delivered: () =>
                figure(
                  "powerEnergisedMw",
                  t(
                    fields.powerEnergisedMw.rivals.length > 0
                      ? "evidence.reportsUnused"
                      : "zones.card.noDelivery",
                  ),
                ),
              needed: () => figure("powerNeededMw", t("common.unknown")),
            })}
      </FactLine>
      <FactLine field="enterprisesProducing" view={view}>
        {tenancies.length === 0 ? (
          t("zones.card.named", { count: 0 })
        ) : (
          <a className="link" href="#firms">
            {t("zones.card.named", { count: tenancies.length })}
          </a>
        )}
      </FactLine>
      <Score zone={zone} />
      <WideLine label={<Term of="support">{t("zones.card.support")}</Term>}>
        <SupportShare zone={zone} />
      </WideLine>
    </dl>
  );
}

interface FactLineProps {
  field: ZoneFieldKey;
  view: ZoneView;
  /** Shows the mark of the zone's standing before the value. */
  hasMark?: boolean;
  /** After the value, quieter. */
  children?: ReactNode;
}

/** The line of one value. */
function FactLine({ field, view, hasMark = false, children }: FactLineProps) {
  const text = useText();
  const { t } = text;
  const { asOf, revision, sources, moment, zone } = view;
  const resolution = zone.fields[field];
  const { evidence } = resolution;
  // Since when a step of progress is reported stands in its date.
  const first = resolution.progress ? null : getFirstReport(resolution);
  const source = evidence && sources.get(evidence.claim.sourceId);
  return (
    <SummaryLine
      fact={toFact(text, { field, resolution, asOf, revision })}
      {...(hasMark
        ? { mark: { standing: getZoneStanding(zone), candidate: isCandidate(zone.values) } }
        : {})}
      {...(first === null || first === evidence
        ? {}
        : { first: t("ledger.rung.firstReported", { date: text.partialDate(first.date) }) })}
      {...(evidence === null
        ? {}
        : {
            source: {
              origin: t(`ledger.claim.origin.${evidence.claim.origin}`),
              ...(source
                ? { words: describeSource(text, source), href: sourcePath(source.id, moment) }
                : { words: evidence.claim.sourceId }),
            },
          })}
    >
      {children}
    </SummaryLine>
  );
}

function Score({ zone }: { zone: ZoneRecord }) {
  const text = useText();
  const { t } = text;
  const readiness = computeReadiness(zone);
  return (
    <WideLine label={<Term of="readiness">{t("zones.readiness.title")}</Term>}>
      {readiness === null ? (
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
      )}
    </WideLine>
  );
}

/** A line with one text over the width of the value, its dates and its source. */
function WideLine({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="wide">{children}</dd>
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
