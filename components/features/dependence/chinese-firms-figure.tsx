import { Figure } from "@/components/charts/figure";
import { StageTrack } from "@/components/evidence/stage-track";
import { UnknownValue } from "@/components/evidence/unknown-value";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { FirmsByTie } from "@/lib/dependence/chinese-firms";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { firmPath } from "@/lib/firms/firm-address";
import type { PlacedFirm } from "@/lib/firms/firms";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { isCandidate } from "@/lib/query/scope";
import { valueWords } from "@/lib/text/value-words";

const COLUMNS: readonly FigureColumn[] = [
  { key: "firm", label: "Firm" },
  { key: "zone", label: "Zone" },
  { key: "stage", label: "Stage" },
  { key: "registered", label: "Registered in" },
  { key: "owner", label: "Owner from" },
];

/** Props of the figure on Chinese firms. */
export interface ChineseFirmsFigureProps {
  firms: FirmsByTie;
  source: string;
  moment: string;
}

/** Chinese-owned firms by zone, with how far each has come: context to dependence, not a measure of it. */
export function ChineseFirmsFigure({ firms, source, moment }: ChineseFirmsFigureProps) {
  const { chinese, other, unknown } = firms;
  return (
    <Figure
      title="Chinese-owned firms, by zone and stage"
      name="dependence-chinese-firms"
      columns={COLUMNS}
      rows={chinese.map((firm) => dataOf(firm, moment))}
      source={source}
      note={`Chinese by registration or by ultimate owner: ${chinese.length}. Owned from elsewhere: ${other.length}. Owner unknown: ${unknown.length}, any of which may be Chinese too. A minority share shows in neither field.`}
    >
      {chinese.length === 0 ? (
        <p className="py-3 text-ink-2">
          No firm here is shown to be Chinese-owned. Of {unknown.length} the owner is unknown.
        </p>
      ) : (
        <ScrollRegion label="Chinese-owned firms by zone" className="relative overflow-x-auto">
          <table className="w-full min-w-[44rem]">
            <caption className="sr-only">Chinese-owned firms with zone, stage and owner</caption>
            <thead>
              <tr className="border-ink border-b text-12 text-ink-2">
                {COLUMNS.map(({ key, label }) => (
                  <th key={key} scope="col" className="py-1 pr-4 font-medium">
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
  const { id, zone, record } = firm;
  const { tenancyStage, nationality, ultimateOwnerNationality } = record.values;
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="py-1 pr-4 font-medium">
        <a className="link inline-block min-h-6 leading-6" href={firmPath(id, moment)}>
          {record.tenancy.firm}
        </a>
      </th>
      <td className="py-1 pr-4">
        <a
          className="inline-block min-h-6 leading-6 hover:underline"
          href={`/zones/${zone.slug}${moment}#firms`}
        >
          {shortZoneName(zone.values.name ?? zone.slug)}
        </a>
        {isCandidate(zone.values) ? <span className="meta block">candidate</span> : null}
      </td>
      <td className="w-48 py-1 pr-4">
        <StageTrack stage={tenancyStage} className="mt-2 mb-1 max-w-40" />
        {tenancyStage === null ? <UnknownValue /> : valueWords("tenancyStage", tenancyStage)}
      </td>
      <td className="py-1 pr-4 leading-6">
        {nationality === null ? <UnknownValue /> : valueWords("nationality", nationality)}
      </td>
      <td className="py-1 leading-6">
        {ultimateOwnerNationality === null ? (
          <UnknownValue />
        ) : (
          valueWords("ultimateOwnerNationality", ultimateOwnerNationality)
        )}
      </td>
    </tr>
  );
}

function dataOf({ id, zone, record }: PlacedFirm, moment: string): FigureRow {
  const { values, tenancy } = record;
  return {
    firm: tenancy.firm,
    zone: zone.values.name ?? zone.slug,
    stage: values.tenancyStage,
    registered: values.nationality,
    owner: values.ultimateOwnerNationality,
    href: firmPath(id, moment),
  };
}
