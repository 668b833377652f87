import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { LadderRungs } from "@/components/evidence/ladder-rungs";
import { StatusMark } from "@/components/evidence/status-mark";
import { cx } from "@/components/ui/cx";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { FirmView } from "@/lib/firms/firm-view";
import { isSilent, isStrategic, type PlacedFirm } from "@/lib/firms/firms";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { getClimb } from "@/lib/text/ladder-rungs";
import { useText } from "@/lib/text/use-text";

const FACTS: readonly { field: TenancyFieldKey; label: string }[] = [
  { field: "tenancySector", label: "Sector" },
  { field: "nationality", label: "Registered in" },
  { field: "ultimateOwnerNationality", label: "Ultimate owner from" },
  { field: "investmentUsdM", label: "Investment" },
  { field: "tenancyJobs", label: "Jobs" },
];

/** Props of a firm in one of its zones. */
export interface FirmPlaceProps {
  firm: PlacedFirm;
  view: FirmView;
}

/** A firm in one of its zones: the steps that it climbed, and every other value with its source. */
export function FirmPlace({ firm: { zone, record }, view }: FirmPlaceProps) {
  const { asOf, moment } = view;
  const { tenancy, fields, values } = record;
  const stage = fields.tenancyStage;
  const { rungs, aside } = getClimb(useText(), "tenancyStage", stage);
  const title = `place-${tenancy.id}`;
  return (
    <section
      aria-labelledby={title}
      className="grid gap-y-6 border-line-2 border-y border-t-2 border-t-ink py-6"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={title} className="title">
          In{" "}
          <a className="link" href={`/zones/${zone.slug}${toSearch(moment)}`}>
            {shortZoneName(zone.values.name ?? zone.slug)}
          </a>
        </h2>
        {isCandidate(zone.values) ? (
          <span className="inline-flex items-center gap-1.5 text-12 text-ink-2">
            <StatusMark status={null} candidate />
            candidate: its approval is not evidenced
          </span>
        ) : null}
        {aside === null && stage.value !== null ? null : (
          <p className="flex flex-wrap items-baseline gap-x-2">
            <FieldValueView
              field="tenancyStage"
              tenancyId={tenancy.id}
              resolution={stage}
              unknown="Stage unknown"
              className={cx("font-semibold", aside && "text-amber-ink")}
            />
            <ValueDate resolution={stage} asOf={asOf} />
          </p>
        )}
        {isSilent(record, asOf) ? (
          <p className="text-12 text-amber-ink">silent for over two years</p>
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
        {FACTS.map(({ field, label }) => (
          <div key={field} className="min-w-0">
            <dt className="text-12 text-ink-2">{label}</dt>
            <dd>
              <FieldValueView
                field={field}
                tenancyId={tenancy.id}
                resolution={fields[field]}
                className="font-semibold"
              />
              <ValueDate resolution={fields[field]} asOf={asOf} className="block" />
              {field === "tenancySector" && isStrategic(values.tenancySector) ? (
                <span className="block text-12 text-ink-2">strategic sector</span>
              ) : null}
              {field === "investmentUsdM" && values.investmentUsdM !== null ? (
                <span className="block text-12 text-ink-2">
                  a plan, unless its evidence says made
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
