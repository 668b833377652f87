import type { CSSProperties } from "react";
import { toFact } from "@/components/evidence/fact";
import { FieldValueView } from "@/components/evidence/field-value";
import { Fold, Section } from "@/components/layout/section";
import { cx } from "@/components/ui/cx";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { packRecords } from "@/lib/evidence/packed-records";
import type { TenancyRecord } from "@/lib/evidence/registry";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { firmPath } from "@/lib/firms/firm-address";
import { byStage, countStages, countUnnamed } from "@/lib/firms/firm-counts";
import { isStrategic } from "@/lib/firms/firms";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";
import { type FirmTableRow, FirmTableRows } from "./firm-table-rows";
import "./firm-table.css";

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
      className="print:break-inside-avoid"
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
    <ol className="mb-3 print:mb-2 grid grid-cols-4 sm:grid-cols-[repeat(auto-fit,minmax(3.75rem,1fr))] gap-y-3">
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

/** On a wide screen the amounts are at the end of their columns. */
const AMOUNT = "lg:text-end print:text-end";

const COLUMNS = [
  { field: "tenancyStage", name: "stage", width: "", look: "" },
  // Room for the longest word of a sector.
  { field: "tenancySector", name: "sector", width: "w-[17%]", look: "" },
  { field: "nationality", name: "registered", width: "", look: "" },
  { field: "ultimateOwnerNationality", name: "owner", width: "", look: "" },
  { field: "investmentUsdM", name: "investment", width: "", look: AMOUNT },
  { field: "tenancyJobs", name: "jobs", width: "w-[8%]", look: AMOUNT },
] as const satisfies readonly {
  field: TenancyFieldKey;
  name: string;
  width: string;
  look: string;
}[];

interface FirmTableProps {
  /** Name of the table, read aloud. */
  label: string;
  tenancies: readonly TenancyRecord[];
  view: Pick<ZoneView, "asOf" | "revision" | "moment">;
}

/** The firms of a zone, one a row, each value with its date. Its parent positions what only a screen reader gets. */
function FirmTable({ label, tenancies, view }: FirmTableProps) {
  const text = useText();
  const { t } = text;
  const moment = toSearch(view.moment);
  // The labels of a card, which the style sheet writes before each value.
  const labels: CSSProperties = Object.fromEntries(
    COLUMNS.map(({ name }) => [`--label-${name}`, JSON.stringify(t(`zones.firms.${name}`))]),
  );
  return (
    <section aria-label={label} className="relative">
      <table className="firm-table w-full table-fixed print:text-12" style={labels}>
        <thead>
          <tr className="border-line-2 border-b text-12 text-ink-3">
            <th scope="col" className="w-[17%] py-1 pe-2 font-medium">
              {t("zones.firms.firm")}
            </th>
            {COLUMNS.map(({ field, name, width, look }) => (
              <th key={field} scope="col" className={cx("py-1 pe-2 font-medium", width, look)}>
                {t(`zones.firms.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <FirmTableRows
            firms={packRecords(
              tenancies.map(
                ({ tenancy, values }): FirmTableRow => ({
                  name: tenancy.firm,
                  href: firmPath(tenancy.firmId, moment),
                  ...(isStrategic(values.tenancySector) ? { isStrategic: 1 } : {}),
                }),
              ),
            )}
            facts={packRecords(
              tenancies.flatMap(({ tenancy, fields }) =>
                COLUMNS.map(({ field }) =>
                  toFact(text, {
                    field,
                    tenancy: tenancy.id,
                    resolution: fields[field],
                    asOf: view.asOf,
                    revision: view.revision,
                    short: true,
                  }),
                ),
              ),
            )}
          />
        </tbody>
      </table>
    </section>
  );
}
