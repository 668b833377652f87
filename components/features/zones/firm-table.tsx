import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import type { TenancyRecord } from "@/lib/evidence/registry";
import { firmPath, getFirmId } from "@/lib/firms/firm-address";
import { isStrategic } from "@/lib/firms/firms";
import type { Day } from "@/lib/time/day";

const COLUMNS: readonly { field: TenancyFieldKey; label: string; figure: boolean }[] = [
  { field: "tenancyStage", label: "Stage", figure: false },
  { field: "tenancySector", label: "Sector", figure: false },
  { field: "nationality", label: "Registered in", figure: false },
  { field: "ultimateOwnerNationality", label: "Owner from", figure: false },
  { field: "investmentUsdM", label: "Investment", figure: true },
  { field: "tenancyJobs", label: "Jobs", figure: true },
];

/** Props of the table of firms. */
export interface FirmTableProps {
  tenancies: readonly TenancyRecord[];
  /** The day looked at. */
  asOf: Day;
  /** The moment as part of an address, with the question mark. */
  moment: string;
}

/** The firms of a zone, one a row, every value with the day it holds for; wider than a phone, so it scrolls by itself (its values take the focus) and is the place of what is there for the ear alone. */
export function FirmTable({ tenancies, asOf, moment }: FirmTableProps) {
  return (
    <section
      aria-label="Table of firms"
      className="relative overflow-x-auto print:overflow-visible"
    >
      <table className="w-full min-w-[46rem] print:min-w-0">
        <thead>
          <tr className="border-line-2 border-b text-12 text-ink-3">
            <th scope="col" className="py-1 pr-2 font-medium">
              Firm
            </th>
            {COLUMNS.map(({ field, label, figure }) => (
              <th
                key={field}
                scope="col"
                className={`py-1 pr-2 font-medium ${figure ? "text-right" : ""}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tenancies.map(({ tenancy, fields, values }) => (
            <tr key={tenancy.id} className="border-line border-b align-top">
              <th scope="row" className="py-1.5 pr-2 font-semibold">
                <a
                  className="link inline-block min-h-6 leading-5"
                  href={firmPath(getFirmId(tenancy.firm), moment)}
                >
                  {tenancy.firm}
                </a>
              </th>
              {COLUMNS.map(({ field, figure }) => (
                <td key={field} className={`py-1.5 pr-2 ${figure ? "text-right" : ""}`}>
                  <FieldValueView
                    field={field}
                    tenancyId={tenancy.id}
                    resolution={fields[field]}
                    unknown="unknown"
                  />
                  {fields[field].evidence === null ? null : (
                    <ValueDate resolution={fields[field]} asOf={asOf} short className="block" />
                  )}
                  {field === "tenancySector" && isStrategic(values.tenancySector) ? (
                    <span className="block text-11 text-ink-2">strategic sector</span>
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
