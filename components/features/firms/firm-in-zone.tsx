import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { LadderRungs } from "@/components/evidence/ladder-rungs";
import { StatusMark } from "@/components/evidence/status-mark";
import { Term } from "@/components/layout/term-link";
import { cx } from "@/components/ui/cx";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { FirmView } from "@/lib/firms/firm-view";
import { isSilent, isStrategic, type PlacedFirm } from "@/lib/firms/firms";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { getClimb } from "@/lib/text/ladder-rungs";
import { useText } from "@/lib/text/use-text";

const FACTS = [
  "tenancySector",
  "nationality",
  "ultimateOwnerNationality",
  "investmentUsdM",
  "tenancyJobs",
] as const;

interface FirmInZoneProps {
  firm: PlacedFirm;
  view: FirmView;
}

/** A firm in one of its zones: the stages it reached, and every other value, each with its evidence. */
export function FirmInZone({ firm: { zone, record }, view }: FirmInZoneProps) {
  const text = useText();
  const { t } = text;
  const { asOf, moment } = view;
  const { tenancy, fields } = record;
  const stage = fields.tenancyStage;
  const { rungs, aside } = getClimb(text, "tenancyStage", stage);
  const title = `place-${tenancy.id}`;
  return (
    <section
      aria-labelledby={title}
      className="grid gap-y-6 border-line-2 border-y border-t-2 border-t-ink py-6"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={title} className="title">
          {t.rich("firms.page.in", {
            zone: shortZoneName(zone.values.name ?? zone.slug),
            link: (chunks) => (
              <a className="link" href={`/zones/${zone.slug}${toSearch(moment)}`}>
                {chunks}
              </a>
            ),
          })}
        </h2>
        {isCandidate(zone.values) ? (
          <span className="inline-flex items-center gap-1.5 text-12 text-ink-2">
            <StatusMark status={null} candidate />
            <Term of="candidate">{t("firms.page.candidate")}</Term>
          </span>
        ) : null}
        {aside === null && stage.value !== null ? null : (
          <p className="flex flex-wrap items-baseline gap-x-2">
            <FieldValueView
              field="tenancyStage"
              tenancyId={tenancy.id}
              resolution={stage}
              unknown={t("firms.page.stageUnknown")}
              className={cx("font-semibold", aside && "text-amber-ink")}
            />
            <ValueDate resolution={stage} asOf={asOf} />
          </p>
        )}
        {isSilent(record, asOf) ? (
          <p className="text-12 text-amber-ink">{t("firms.page.noNews")}</p>
        ) : null}
      </header>
      <LadderRungs
        field="tenancyStage"
        tenancyId={tenancy.id}
        rungs={rungs}
        resolution={stage}
        asOf={asOf}
        colour="var(--color-ramp-3)"
      />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {FACTS.map((field) => (
          <div key={field} className="min-w-0">
            <dt className="text-12 text-ink-2">
              <Term field={field} className="inline-block min-h-6 leading-6">
                {t(`firms.page.${field}`)}
              </Term>
            </dt>
            <dd>
              <FieldValueView
                field={field}
                tenancyId={tenancy.id}
                resolution={fields[field]}
                className="inline-block min-h-6 font-semibold"
              />
              <ValueDate resolution={fields[field]} asOf={asOf} className="block" />
              <FactNote field={field} firm={record} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What must be said with some values: that a sector is strategic, and that an investment is mostly a plan. */
function FactNote({
  field,
  firm: { values },
}: {
  field: (typeof FACTS)[number];
  firm: PlacedFirm["record"];
}) {
  const { t } = useText();
  const words =
    field === "tenancySector" && isStrategic(values.tenancySector)
      ? t("firms.page.strategic")
      : field === "investmentUsdM" && values.investmentUsdM !== null
        ? t("firms.page.planned")
        : null;
  return words === null ? null : <span className="block text-12 text-ink-2">{words}</span>;
}
