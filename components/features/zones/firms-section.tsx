import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { Fold, Section } from "@/components/layout/section";
import { cx } from "@/components/ui/cx";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import type { TenancyRecord } from "@/lib/evidence/registry";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { firmPath } from "@/lib/firms/firm-address";
import { byStage, countStages, countUnnamed } from "@/lib/firms/firm-counts";
import { isStrategic } from "@/lib/firms/firms";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";

/** Firms that are listed at first: those that are furthest. */
const LISTED = 6;

/** The firms of a zone: how many named ones are at each stage, and what is known of each. */
export function FirmsSection({ view }: { view: ZoneView }) {
  const { t } = useText();
  const { tenancies, fields, values } = view.zone;
  const unnamed = countUnnamed(tenancies.length, values.enterprisesAdmitted);
  const sorted = byStage(tenancies);
  return (
    <Section
      id="firms"
      title={t("zones.firms.title")}
      note={t.rich("zones.firms.note", {
        count: tenancies.length,
        b: (words) => <b className="tabular">{words}</b>,
        value: () => (
          <FieldValueView
            field="enterprisesAdmitted"
            resolution={fields.enterprisesAdmitted}
            unknown={t("common.unknown")}
          />
        ),
      })}
    >
      {tenancies.length === 0 ? (
        <p className="text-ink-2">{t("zones.firms.none")}</p>
      ) : (
        <>
          <StageCounts tenancies={tenancies} />
          <FirmTable
            label={t("zones.firms.table")}
            tenancies={sorted.slice(0, LISTED)}
            view={view}
          />
          {sorted.length > LISTED ? (
            <Fold className="mt-2" label={t("zones.firms.more", { count: sorted.length - LISTED })}>
              <FirmTable
                label={t("zones.firms.moreTable")}
                tenancies={sorted.slice(LISTED)}
                view={view}
              />
            </Fold>
          ) : null}
        </>
      )}
      {unnamed === 0 ? null : (
        <p className="mt-2 text-ink-2">{t("zones.firms.unnamed", { count: unnamed })}</p>
      )}
    </Section>
  );
}

/** The named firms at each stage, one square each; hollow where the stage is unknown. */
function StageCounts({ tenancies }: { tenancies: readonly TenancyRecord[] }) {
  const text = useText();
  return (
    <ol className="mb-3 print:mb-1 grid grid-cols-4 sm:grid-cols-[repeat(auto-fit,minmax(3.75rem,1fr))] gap-y-3">
      {countStages(tenancies).map(({ value, count }) => (
        <li
          key={value ?? "unknown"}
          className={cx("grid content-start gap-1 text-12", count === 0 && "text-ink-3")}
        >
          <b className="figure text-21">{text.number(count)}</b>
          <span aria-hidden="true" className="flex min-h-2 flex-wrap gap-0.5 print:hidden">
            {Array.from({ length: count }, (_, square) => square).map((square) => (
              <i
                key={square}
                className={cx(
                  "size-2 forced-color-adjust-none",
                  value === null ? "shadow-[inset_0_0_0_1px_var(--color-unknown)]" : "bg-ramp-3",
                )}
              />
            ))}
          </span>
          <span className={value === null ? "unknown" : undefined}>
            {value === null ? text.t("evidence.unknown") : text.termLabel("tenancyStage", value)}
          </span>
        </li>
      ))}
    </ol>
  );
}

const COLUMNS = [
  { field: "tenancyStage", name: "stage", look: "" },
  // Room for the longest word of a sector.
  { field: "tenancySector", name: "sector", look: "w-[18%]" },
  { field: "nationality", name: "registered", look: "" },
  { field: "ultimateOwnerNationality", name: "owner", look: "" },
  { field: "investmentUsdM", name: "investment", look: "text-end" },
  { field: "tenancyJobs", name: "jobs", look: "w-[9%] text-end" },
] as const satisfies readonly { field: TenancyFieldKey; name: string; look: string }[];

interface FirmTableProps {
  /** Name of the table, read aloud. */
  label: string;
  tenancies: readonly TenancyRecord[];
  view: Pick<ZoneView, "asOf" | "revision" | "moment">;
}

/**
 * The firms of a zone, one a row, each value with its date. It is wider than a phone, so it scrolls by
 * itself (its values take the focus). Its parent positions what only a screen reader gets.
 */
function FirmTable({ label, tenancies, view }: FirmTableProps) {
  const { t } = useText();
  const moment = toSearch(view.moment);
  return (
    <section aria-label={label} className="scroll-region relative overflow-x-auto">
      <table className="w-full min-w-[43rem] table-fixed print:text-12">
        <thead>
          <tr className="border-line-2 border-b text-12 text-ink-3">
            <th scope="col" className="w-[21%] py-1 pe-2 font-medium">
              {t("zones.firms.firm")}
            </th>
            {COLUMNS.map(({ field, name, look }) => (
              <th key={field} scope="col" className={cx("py-1 pe-2 font-medium", look)}>
                {t(`zones.firms.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tenancies.map(({ tenancy, fields, values }) => (
            <tr key={tenancy.id} className="border-line border-b align-top">
              <th scope="row" className="py-1.5 pe-2 font-semibold print:py-0.5">
                <a
                  className="link inline-block min-h-6 leading-5"
                  href={firmPath(tenancy.firmId, moment)}
                >
                  {tenancy.firm}
                </a>
              </th>
              {COLUMNS.map(({ field, look }) => (
                <td key={field} className={cx("py-1.5 pe-2 print:py-0.5", look)}>
                  <FieldValueView
                    field={field}
                    tenancyId={tenancy.id}
                    resolution={fields[field]}
                    unknown={t("common.unknown")}
                  />
                  {fields[field].evidence === null ? null : (
                    <ValueDate
                      resolution={fields[field]}
                      asOf={view.asOf}
                      revision={view.revision}
                      short
                      className="block print:hidden"
                    />
                  )}
                  {field === "tenancySector" && isStrategic(values.tenancySector) ? (
                    <span className="block text-12 text-ink-2">{t("common.strategicSector")}</span>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
