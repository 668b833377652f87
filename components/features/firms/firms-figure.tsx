import { Figure } from "@/components/charts/figure";
import { UnknownValue } from "@/components/evidence/evidence-line";
import { StageTrack } from "@/components/evidence/ladder-rungs";
import { cx } from "@/components/ui/cx";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { firmPath } from "@/lib/firms/firm-address";
import { byStage } from "@/lib/firms/firm-counts";
import { isSilent, isStrategic, type PlacedFirm } from "@/lib/firms/firms";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { isCandidate } from "@/lib/query/scope";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import "./firms.css";

/** The columns after the stage, with their field. */
const COLUMNS = [
  { key: "sector", field: "tenancySector" },
  { key: "nationality", field: "nationality" },
  { key: "owner", field: "ultimateOwnerNationality" },
  { key: "involvement", field: "involvement" },
  { key: "investment", field: "investmentUsdM" },
] as const;

interface FirmsFigureProps {
  firms: readonly PlacedFirm[];
  /** The number of firms before the filters. */
  all: number;
  source: string;
  /** The day shown. */
  asOf: Day;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
  /** The same firms from the API; null where the query has no zone. */
  apiHref: string | null;
}

/** The list of firms, furthest stage first, each value with a link to its evidence. */
export function FirmsFigure({ firms, all, source, asOf, moment, apiHref }: FirmsFigureProps) {
  const text = useText();
  const { t } = text;
  const sorted = sortFirms(firms);
  const title = t(firms.length === all ? "firms.list.all" : "firms.list.some", {
    shown: text.number(firms.length),
    all: text.number(all),
  });
  return (
    <Figure
      title={title}
      name="investors-firms"
      columns={listColumns(text)}
      rows={sorted.map((firm) => toFigureRow(text, firm, asOf, moment))}
      source={source}
      note={
        <>
          {t("firms.list.note")}{" "}
          {apiHref === null ? null : (
            <a className="link" href={apiHref}>
              {t("firms.list.api")}
            </a>
          )}
        </>
      }
    >
      {firms.length === 0 ? (
        <p className="py-3 text-15 text-ink-2">{t("firms.list.none")}</p>
      ) : (
        <ScrollRegion label={t("firms.list.region")} className="relative overflow-x-auto">
          <table className="investor-list investor-firms">
            <caption className="sr-only">{t("firms.list.caption")}</caption>
            <thead className="card-sr-only">
              <tr>
                {(["firm", "zone", "stage"] as const).map((key) => (
                  <th key={key} scope="col" className="font-medium">
                    {t(`firms.list.${key}`)}
                  </th>
                ))}
                {COLUMNS.map(({ key }) => (
                  <th
                    key={key}
                    scope="col"
                    className={cx("font-medium", key === "investment" && "investor-number")}
                  >
                    {t(`firms.list.${key}`)}
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

function sortFirms(firms: readonly PlacedFirm[]): PlacedFirm[] {
  const byId = new Map(firms.map((firm) => [firm.record.tenancy.id, firm]));
  return byStage(firms.map(({ record }) => record)).flatMap(
    ({ tenancy }) => byId.get(tenancy.id) ?? [],
  );
}

interface FirmRowProps {
  firm: PlacedFirm;
  asOf: Day;
  moment: string;
}

function FirmRow({ firm, asOf, moment }: FirmRowProps) {
  const { t } = useText();
  const { id, zone, record } = firm;
  const page = firmPath(id, moment);
  return (
    <tr>
      <th scope="row" className="span-all font-semibold">
        <a className="link inline-block min-h-6 py-0.5" href={page}>
          {record.tenancy.firm}
        </a>
      </th>
      <td className="span-all">
        <a
          className="inline-block min-h-6 py-0.5 hover:underline"
          href={`/zones/${zone.slug}${moment}#firms`}
        >
          {shortZoneName(zone)}
        </a>{" "}
        {isCandidate(zone.values) ? (
          <span className="meta">{t("common.approval.candidate")}</span>
        ) : null}
      </td>
      <td className="span-all investor-stage">
        <StageTrack
          stage={record.values.tenancyStage}
          className="investor-track mt-1.5 mb-0.5 block max-w-36"
        />
        <Value firm={firm} field="tenancyStage" page={page} /> <StageNote firm={firm} asOf={asOf} />
      </td>
      {COLUMNS.map(({ key, field }) => (
        <td
          key={field}
          data-label={t(`firms.list.${key}`)}
          className={key === "investment" ? "investor-number" : undefined}
        >
          <Value firm={firm} field={field} page={page} />
          {key === "sector" && isStrategic(record.values.tenancySector) ? (
            <span className="block text-12 text-ink-2">{t("common.strategicSector")}</span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}

/** The date of the stage, whether there is no news since, and whether it is disputed. */
function StageNote({ firm, asOf }: Pick<FirmRowProps, "firm" | "asOf">) {
  const text = useText();
  const { evidence, mark } = firm.record.fields.tenancyStage;
  return (
    <span className="meta">
      {evidence === null
        ? text.t("firms.list.noReport")
        : text.t.rich("firms.list.reported", {
            date: text.partialDate(evidence.date),
            silent: isSilent(firm, asOf) ? "yes" : "no",
            mark: (chunks) => <span className="text-amber-ink">{chunks}</span>,
          })}{" "}
      {mark === "contested" ? <span className="disputed">{text.t("common.disputed")}</span> : null}
    </span>
  );
}

/** A value as a link to its evidence on the firm's page; an unknown one says so. */
function Value({ firm, field, page }: { firm: PlacedFirm; field: TenancyFieldKey; page: string }) {
  const text = useText();
  const { tenancy, values } = firm.record;
  if (values[field] === null) return <UnknownValue>{text.t("common.unknown")}</UnknownValue>;
  return (
    <a
      className="evidence-link inline-block min-h-6 py-0.5"
      href={`${page}#${getLedgerAnchor(field, tenancy.id)}`}
    >
      {text.value(field, values[field])}
    </a>
  );
}

function listColumns({ t }: Text): readonly FigureColumn[] {
  const column = (key: string, label: string, numeric = false) => ({ key, label, numeric });
  return [
    column("firm", t("firms.list.firm")),
    column("zone", t("firms.list.zone")),
    column("stage", t("firms.list.stage")),
    column("stageAsOf", t("firms.list.stageAsOf")),
    column("silent", t("firms.list.silent")),
    column("sector", t("firms.list.sector")),
    column("strategic", t("firms.list.strategic")),
    column("nationality", t("firms.list.nationality")),
    column("owner", t("firms.list.owner")),
    column("involvement", t("firms.list.involvement")),
    column("foreignEquityPct", t("firms.list.foreignEquityPct"), true),
    column("foreignEquityCountry", t("firms.list.foreignEquityCountry")),
    column("investment", t("firms.list.investmentUsdM"), true),
    column("jobs", t("firms.list.jobs"), true),
  ];
}

function toFigureRow(
  { t }: Text,
  { id, zone, record }: PlacedFirm,
  asOf: Day,
  moment: string,
): FigureRow {
  const { values, fields, tenancy } = record;
  const yesOrNo = (is: boolean) => t(is ? "common.yesBare" : "common.noBare");
  return {
    firm: tenancy.firm,
    zone: zone.slug,
    stage: values.tenancyStage,
    stageAsOf: fields.tenancyStage.evidence?.date ?? null,
    silent: values.tenancyStage === null ? null : yesOrNo(isSilent({ zone, record }, asOf)),
    sector: values.tenancySector,
    strategic: values.tenancySector === null ? null : yesOrNo(isStrategic(values.tenancySector)),
    nationality: values.nationality,
    owner: values.ultimateOwnerNationality,
    involvement: values.involvement?.join("; ") ?? null,
    foreignEquityPct: values.foreignEquityPct,
    foreignEquityCountry: values.foreignEquityCountry,
    investment: values.investmentUsdM,
    jobs: values.tenancyJobs,
    href: firmPath(id, moment),
  };
}
