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
import { StageCounts } from "./stage-counts";
import "./firm-table.css";

/** Firms that are listed at first: those that are furthest. */
const LISTED = 6;

/** The firms of a zone: how many named ones are at each stage, and what is known of each. */
export function FirmsSection({ view }: { view: ZoneView }) {
  const { t, termLabel } = useText();
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
          <StageCounts
            counts={countStages(tenancies).map(({ value, count }) => ({
              stage: value === null ? null : termLabel("tenancyStage", value),
              count,
            }))}
          />
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
