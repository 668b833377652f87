import type { CSSProperties } from "react";
import { Figure } from "@/components/charts/figure";
import { FeatureText } from "@/components/layout/feature-text";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { getStep, VOCABULARIES } from "@/lib/catalogue/vocabularies";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { firmPath } from "@/lib/firms/firm-address";
import { byStage, type FirmFunnel, getProducer } from "@/lib/firms/firm-counts";
import { isSilent, isStrategic, listInvolvement, type PlacedFirm } from "@/lib/firms/firms";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { getTablePage, type ListParams } from "@/lib/query/list-page";
import { isCandidate } from "@/lib/query/scope";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { FIRM_COLUMNS } from "./firm-columns";
import { type FirmRow, FirmRows } from "./firm-rows";
import "./firms.css";

/** What the rows of the list take from the figure's data. */
type FigureData = Pick<FirmRow, "firm" | "href" | "zone" | "stageAsOf">;

interface FirmsFigureProps {
  firms: readonly PlacedFirm[];
  /** The counts of these firms. */
  funnel: FirmFunnel;
  /** The number of firms before the filters. */
  all: number;
  source: string;
  /** Path and query of the chart of these firms as an embed. */
  embed: string;
  /** The day shown. */
  asOf: Day;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
  /** The same firms from the API; null where the query has no zone, or too many to name. */
  apiHref: string | null;
  /** The page of the list, and the path and the other parameters of its address. */
  page: ListParams["page"];
  path: string;
  kept: readonly (readonly [string, string])[];
}

/** The list of firms, at least one, furthest stage first, each value with a link to its evidence. */
export function FirmsFigure(props: FirmsFigureProps) {
  const { firms, funnel, all, source, embed, asOf, moment, apiHref, page, path, kept } = props;
  const text = useText();
  const { t } = text;
  const list = getTablePage(sortFirms(firms), page);
  const pages = { list, path, kept };
  // The figure's data and the words of the list, whose firms, zones and dates are sent once.
  const rows = list.items.map((firm) => ({
    ...toFigureRow(text, firm, asOf, moment),
    ...toWords(text, firm, asOf),
  }));
  // The labels of a card, which the style sheet writes before each value.
  const labels: CSSProperties = Object.fromEntries(
    FIRM_COLUMNS.map(({ key }) => [`--label-${key}`, JSON.stringify(t(`firms.list.${key}`))]),
  );
  const title = t(firms.length === all ? "firms.list.all" : "firms.list.some", {
    shown: text.number(firms.length),
    all: text.number(all),
    recent: text.number(funnel.recent),
    older: text.number(funnel.producing - funnel.recent),
  });
  return (
    <>
      <Figure
        title={title}
        name="firms"
        embed={embed}
        controls={<ListRange {...pages} />}
        columns={listColumns(text)}
        rows={rows}
        source={source}
        note={
          <>
            {t("firms.list.note")}{" "}
            {apiHref === null ? null : (
              <Anchor className="link" href={apiHref}>
                {t("firms.list.api")}
              </Anchor>
            )}
          </>
        }
      >
        <ScrollRegion label={t("firms.list.region")} className="relative overflow-x-auto">
          <table className="firms-list firms-rows" style={labels}>
            <caption className="sr-only">{t("firms.list.caption")}</caption>
            <thead className="card-sr-only">
              <tr>
                {(["firm", "zone", "stage"] as const).map((key) => (
                  <th key={key} scope="col" className="font-medium">
                    {t(`firms.list.${key}`)}
                  </th>
                ))}
                {FIRM_COLUMNS.map(({ key }) => (
                  <th key={key} scope="col" className="font-medium">
                    {t(`firms.list.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <FeatureText namespaces={["firms.stageDate"]}>
                <FirmRows
                  rows={rows}
                  moment={moment}
                  steps={VOCABULARIES.tenancyStage.steps.length}
                />
              </FeatureText>
            </tbody>
          </table>
        </ScrollRegion>
      </Figure>
      <ListPageLinks {...pages} label={t("firms.list.caption")} />
    </>
  );
}

/** Producers of the last 2 years first, then the furthest stage. */
function sortFirms(firms: readonly PlacedFirm[]): PlacedFirm[] {
  const byId = new Map(firms.map((firm) => [firm.record.tenancy.id, firm]));
  const isRecent = (firm: PlacedFirm) => Number(getProducer(firm)?.recent ?? false);
  return byStage(firms.map(({ record }) => record))
    .flatMap(({ tenancy }) => byId.get(tenancy.id) ?? [])
    .sort((a, b) => isRecent(b) - isRecent(a));
}

/** What the row of a firm shows beside the figure's data, in words. */
function toWords(text: Text, firm: PlacedFirm, asOf: Day): Omit<FirmRow, keyof FigureData> {
  const { zone, record } = firm;
  const { tenancy, values } = record;
  const { mark } = record.fields.tenancyStage;
  const stage = values.tenancyStage;
  const step = getStep("tenancyStage", stage);
  const given = listInvolvement(values).map(({ kind, country }) => `${kind}:${country}`);
  const wordsOf = (field: TenancyFieldKey) => {
    const value = field === "involvement" && given.length > 0 ? given : values[field];
    if (value === null) return undefined;
    const words = text.value(field, value);
    const date = record.fields[field].evidence?.date;
    return typeof value === "number" && date !== undefined
      ? text.t("firms.list.dated", { value: words, year: date.slice(0, 4) })
      : words;
  };
  return {
    id: tenancy.id,
    zoneName: shortZoneName(zone),
    isCandidate: isCandidate(zone.values) ? 1 : undefined,
    isStrategic: isStrategic(values.tenancySector) ? 1 : undefined,
    stageWords: wordsOf("tenancyStage"),
    // A firm that left has reached no step, and that is known.
    reached: stage === null ? undefined : step === null ? 0 : step + 1,
    isSilent: isSilent(firm, asOf) ? 1 : undefined,
    isDisputed: mark === "contested" ? 1 : undefined,
    ...Object.fromEntries(FIRM_COLUMNS.map(({ key, field }) => [`${key}Words`, wordsOf(field)])),
  };
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
    column("investmentAsOf", t("firms.list.investmentAsOf")),
    column("jobs", t("firms.list.jobs"), true),
    column("jobsAsOf", t("firms.list.jobsAsOf")),
  ];
}

function toFigureRow(
  { t }: Text,
  { id, zone, record }: PlacedFirm,
  asOf: Day,
  moment: string,
): FigureData & FigureRow {
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
    investmentAsOf: fields.investmentUsdM.evidence?.date ?? null,
    jobs: values.tenancyJobs,
    jobsAsOf: fields.tenancyJobs.evidence?.date ?? null,
    href: firmPath(id, moment),
  };
}
