import { Figure } from "@/components/charts/figure";
import { UnknownValue } from "@/components/evidence/evidence-line";
import { StageTrack } from "@/components/evidence/ladder-rungs";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { shortZoneName, zoneName } from "@/lib/evidence/zone-name";
import { firmPath } from "@/lib/firms/firm-address";
import type { FirmsByTie, PlacedFirm } from "@/lib/firms/firms";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { isCandidate } from "@/lib/query/scope";
import { useText } from "@/lib/text/use-text";

interface ChineseFirmsFigureProps {
  firms: FirmsByTie;
  source: string;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
}

/** Chinese-owned firms by zone and stage: context for dependence, not a measure of it. */
export function ChineseFirmsFigure({ firms, source, moment }: ChineseFirmsFigureProps) {
  const text = useText();
  const { t } = text;
  const { chinese, other, unknown } = firms;
  const title = t("dependence.firms.title");
  const columns = (["firm", "zone", "stage", "registered", "owner"] as const).map((key) => ({
    key,
    label: t(`dependence.firms.${key}`),
  }));
  return (
    <Figure
      title={title}
      name="dependence-chinese-firms"
      columns={columns}
      rows={chinese.map((firm) => toFigureRow(firm, moment))}
      source={source}
      note={t("dependence.firms.note", {
        chinese: text.number(chinese.length),
        other: text.number(other.length),
        unknown: text.number(unknown.length),
      })}
    >
      {chinese.length === 0 ? (
        <p className="py-3 text-ink-2">{t("dependence.firms.none", { unknown: unknown.length })}</p>
      ) : (
        <ScrollRegion label={t("dependence.firms.region")} className="relative overflow-x-auto">
          <table className="w-full min-w-[44rem]">
            <caption className="sr-only">{t("dependence.firms.caption")}</caption>
            <thead>
              <tr className="border-ink border-b text-12 text-ink-2">
                {columns.map(({ key, label }) => (
                  <th key={key} scope="col" className="py-1 pe-4 font-medium">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chinese.map((firm) => (
                <FirmRow key={firm.record.tenancy.id} firm={firm} moment={moment} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Figure>
  );
}

function FirmRow({ firm, moment }: { firm: PlacedFirm; moment: string }) {
  const { t } = useText();
  const { id, zone, record } = firm;
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="py-1 pe-4 font-medium">
        <a className="link inline-block min-h-6 leading-6" href={firmPath(id, moment)}>
          {record.tenancy.firm}
        </a>
      </th>
      <td className="py-1 pe-4">
        <a
          className="inline-block min-h-6 leading-6 hover:underline"
          href={`/zones/${zone.slug}${moment}#firms`}
        >
          {shortZoneName(zone)}
        </a>
        {isCandidate(zone.values) ? (
          <span className="meta block">{t("common.approval.candidate")}</span>
        ) : null}
      </td>
      <td className="w-48 py-1 pe-4">
        <StageTrack stage={record.values.tenancyStage} className="mt-2 mb-1 block max-w-40" />
        <Value firm={firm} field="tenancyStage" />
      </td>
      <td className="py-1 pe-4 leading-6">
        <Value firm={firm} field="nationality" />
      </td>
      <td className="py-1 leading-6">
        <Value firm={firm} field="ultimateOwnerNationality" />
      </td>
    </tr>
  );
}

function Value({ firm, field }: { firm: PlacedFirm; field: TenancyFieldKey }) {
  const text = useText();
  const value = firm.record.values[field];
  return value === null ? <UnknownValue /> : text.value(field, value);
}

function toFigureRow({ id, zone, record }: PlacedFirm, moment: string): FigureRow {
  const { values, tenancy } = record;
  return {
    firm: tenancy.firm,
    zone: zoneName(zone),
    stage: values.tenancyStage,
    registered: values.nationality,
    owner: values.ultimateOwnerNationality,
    href: firmPath(id, moment),
  };
}
