import { Figure } from "@/components/charts/figure";
import { StageTrack } from "@/components/evidence/stage-track";
import { cx } from "@/components/ui/cx";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { firmPath } from "@/lib/firms/firm-address";
import { isSilent, isStrategic, type PlacedFirm } from "@/lib/firms/firms";
import { byStage } from "@/lib/firms/stage-counts";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { isCandidate } from "@/lib/query/scope";
import { formatPartialDate } from "@/lib/text/format-date";
import { valueWords } from "@/lib/text/value-words";
import type { Day } from "@/lib/time/day";
import "./firms.css";

const COLUMNS: readonly FigureColumn[] = [
  { key: "firm", label: "Firm" },
  { key: "zone", label: "Zone" },
  { key: "stage", label: "Stage" },
  { key: "stageAsOf", label: "Stage as of" },
  { key: "silent", label: "Silent for over two years" },
  { key: "sector", label: "Sector" },
  { key: "strategic", label: "Strategic sector" },
  { key: "nationality", label: "Registered in" },
  { key: "owner", label: "Owner from" },
  { key: "investment", label: "Investment, USD m", numeric: true },
  { key: "jobs", label: "Jobs", numeric: true },
];

const FIELDS: readonly { field: TenancyFieldKey; label: string; figure?: boolean }[] = [
  { field: "tenancySector", label: "Sector" },
  { field: "nationality", label: "Registered in" },
  { field: "ultimateOwnerNationality", label: "Owner from" },
  { field: "investmentUsdM", label: "Investment", figure: true },
];

/** Props of the list of firms. */
export interface FirmsFigureProps {
  firms: readonly PlacedFirm[];
  /** How many there are before the filter. */
  all: number;
  source: string;
  /** The day looked at. */
  asOf: Day;
  moment: string;
  /** The same firms from the API; null where no zone is asked. */
  apiHref: string | null;
}

/** The firms that answer, the furthest first, each value with the way to its evidence. */
export function FirmsFigure({ firms, all, source, asOf, moment, apiHref }: FirmsFigureProps) {
  const sorted = inOrder(firms);
  return (
    <Figure
      title={firms.length === all ? `All ${all} firms` : `${firms.length} of ${all} firms`}
      name="investors-firms"
      columns={COLUMNS}
      rows={sorted.map((firm) => dataOf(firm, asOf, moment))}
      source={source}
      note={
        <>
          The furthest first. Investment is what is told of the firm, mostly a plan; its page says
          which.
          {apiHref === null ? null : (
            <>
              {" "}
              <a className="link" href={apiHref}>
                The same firms from the API
              </a>
              .
            </>
          )}
        </>
      }
    >
      {firms.length === 0 ? (
        <p className="py-3 text-15 text-ink-2">No firm answers. Try fewer conditions.</p>
      ) : (
        <ScrollRegion label="Firms" className="relative overflow-x-auto">
          <table className="investor-list investor-firms">
            <caption className="sr-only">Firms with zone, stage, sector, country and money</caption>
            <thead className="investor-unseen">
              <tr>
                {["Firm", "Zone", "Stage"].map((label) => (
                  <th key={label} scope="col" className="font-medium">
                    {label}
                  </th>
                ))}
                {FIELDS.map(({ field, label, figure }) => (
                  <th
                    key={field}
                    scope="col"
                    className={cx("font-medium", figure && "investor-number")}
                  >
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map((firm) => (
                <FirmRow key={firm.record.tenancy.id} firm={firm} asOf={asOf} moment={moment} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Figure>
  );
}

function inOrder(firms: readonly PlacedFirm[]): PlacedFirm[] {
  const placed = new Map(firms.map((firm) => [firm.record.tenancy.id, firm]));
  return byStage(firms.map(({ record }) => record)).flatMap(
    ({ tenancy }) => placed.get(tenancy.id) ?? [],
  );
}

interface FirmRowProps {
  firm: PlacedFirm;
  asOf: Day;
  moment: string;
}

function FirmRow({ firm, asOf, moment }: FirmRowProps) {
  const { id, zone, record } = firm;
  const { tenancy, values, fields } = record;
  const page = firmPath(id, moment);
  const stage = fields.tenancyStage;
  return (
    <tr>
      <th scope="row" className="investor-across font-semibold">
        <a className="link inline-block min-h-6 py-0.5" href={page}>
          {tenancy.firm}
        </a>
      </th>
      <td className="investor-across">
        <a
          className="inline-block min-h-6 py-0.5 hover:underline"
          href={`/zones/${zone.slug}${moment}#firms`}
        >
          {shortZoneName(zone.values.name ?? zone.slug)}
        </a>
        {isCandidate(zone.values) ? <span className="meta"> candidate</span> : null}
      </td>
      <td className="investor-across investor-stage">
        <StageTrack stage={values.tenancyStage} className="investor-track mt-1.5 mb-0.5 max-w-36" />
        <Value firm={firm} field="tenancyStage" page={page} />{" "}
        <span className="meta">
          {stage.evidence === null ? "no claim found" : formatPartialDate(stage.evidence.date)}
          {isSilent(record, asOf) ? <span className="text-amber-ink">, silent since</span> : null}
          {stage.mark === "contested" ? <span className="disputed"> contested</span> : null}
        </span>
      </td>
      {FIELDS.map(({ field, label, figure }) => (
        <td key={field} data-label={label} className={figure ? "investor-number" : undefined}>
          <Value firm={firm} field={field} page={page} />
          {field === "tenancySector" && isStrategic(values.tenancySector) ? (
            <span className="block text-11 text-ink-2">strategic sector</span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}

/** A value as a link to its evidence on the firm's page; what has none says unknown. */
function Value({ firm, field, page }: { firm: PlacedFirm; field: TenancyFieldKey; page: string }) {
  const { tenancy, fields } = firm.record;
  const { value } = fields[field];
  if (value === null) return <span className="unknown">unknown</span>;
  return (
    <a
      className="evidence-link inline-block min-h-6 py-0.5"
      href={`${page}#${getLedgerAnchor(field, tenancy.id)}`}
    >
      {valueWords(field, value)}
    </a>
  );
}

function dataOf({ id, zone, record }: PlacedFirm, asOf: Day, moment: string): FigureRow {
  const { values, fields, tenancy } = record;
  return {
    firm: tenancy.firm,
    zone: zone.slug,
    stage: values.tenancyStage,
    stageAsOf: fields.tenancyStage.evidence?.date ?? null,
    silent: values.tenancyStage === null ? null : isSilent(record, asOf) ? "yes" : "no",
    sector: values.tenancySector,
    strategic:
      values.tenancySector === null ? null : isStrategic(values.tenancySector) ? "yes" : "no",
    nationality: values.nationality,
    owner: values.ultimateOwnerNationality,
    investment: values.investmentUsdM,
    jobs: values.tenancyJobs,
    href: firmPath(id, moment),
  };
}
