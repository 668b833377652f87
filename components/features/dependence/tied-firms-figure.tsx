import { Figure } from "@/components/charts/figure";
import { UnknownValue } from "@/components/evidence/evidence-line";
import { StageTrack } from "@/components/evidence/ladder-rungs";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import {
  getInvolvementGrade,
  TIE_GROUPS,
  type TiedFirms,
  type TieGroup,
} from "@/lib/dependence/firm-involvement";
import { shortZoneName, zoneName } from "@/lib/evidence/zone-name";
import { firmPath } from "@/lib/firms/firm-address";
import { listInvolvement, type PlacedFirm } from "@/lib/firms/firms";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { isCandidate } from "@/lib/query/scope";
import { useText } from "@/lib/text/use-text";

/** A country whose partners take part in firms, with the address of the page about them alone. */
interface CountryLink {
  readonly country: string;
  readonly firms: number;
  readonly href: string;
}

interface TiedFirmsFigureProps {
  firms: TiedFirms;
  /** The countries whose partners take part in firms of these zones, most frequent first. */
  countries: readonly CountryLink[];
  /** What the firms are filtered by, in words, and the address without it; null: all firms. */
  chosen: { readonly words: string; readonly allHref: string } | null;
  source: string;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
}

const COLUMNS = ["firm", "zone", "stage", "registered", "owner", "involvement"] as const;

/** Firms with owners or partners abroad, by zone and stage: context for dependence, not a measure of it. */
export function TiedFirmsFigure({
  firms,
  countries,
  chosen,
  source,
  moment,
}: TiedFirmsFigureProps) {
  const text = useText();
  const { t } = text;
  const columns = COLUMNS.map((key) => ({ key, label: t(`dependence.firms.${key}`) }));
  const groups = TIE_GROUPS.filter((group) => firms[group].length > 0);
  return (
    <div id="firms" className="scroll-mt-4">
      <Figure
        title={t("dependence.firms.title")}
        name="dependence-firms"
        columns={[
          { key: "tie", label: t("dependence.firms.tie") },
          ...columns,
          { key: "grade", label: t("dependence.firms.grade") },
        ]}
        rows={groups.flatMap((group) =>
          firms[group].map((firm) => ({
            tie: t(`dependence.firms.group.${group}`),
            ...toFigureRow(firm, moment),
          })),
        )}
        source={source}
        note={t("dependence.firms.note", {
          chinese: text.number(firms.chinese.length),
          involved: text.number(firms.involved.length),
          elsewhere: text.number(firms.elsewhere.length),
          domestic: text.number(firms.domestic),
          unknown: text.number(firms.unknown),
        })}
      >
        <CountryFilter countries={countries} chosen={chosen} />
        {groups.length === 0 ? (
          <p className="py-3 text-ink-2">
            {t("dependence.firms.none", { unknown: firms.unknown })}
          </p>
        ) : (
          <ScrollRegion label={t("dependence.firms.region")} className="relative overflow-x-auto">
            <table className="w-full min-w-[52rem]">
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
              {groups.map((group) => (
                <FirmGroup key={group} group={group} firms={firms[group]} moment={moment} />
              ))}
            </table>
          </ScrollRegion>
        )}
      </Figure>
    </div>
  );
}

/** The ways to the firms in which partners from one country take part. */
function CountryFilter({ countries, chosen }: Pick<TiedFirmsFigureProps, "countries" | "chosen">) {
  const text = useText();
  const { t } = text;
  if (countries.length === 0 && chosen === null) return null;
  return (
    <nav
      aria-label={t("dependence.firms.filter.label")}
      className="no-print mb-3 flex flex-wrap items-baseline gap-x-4"
    >
      <span className="text-12 text-ink-2">{t("dependence.firms.filter.label")}</span>
      {countries.map(({ country, firms, href }) => (
        <a key={country} className="inline-flex min-h-6 items-center gap-1" href={href}>
          <span className="link">{text.country(country)}</span>
          <span className="tabular text-12 text-ink-3">{text.number(firms)}</span>
        </a>
      ))}
      {chosen === null ? null : (
        <span>
          {t("dependence.firms.filter.chosen", { words: chosen.words })}{" "}
          <a className="link inline-block min-h-6" href={chosen.allHref}>
            {t("dependence.firms.filter.all")}
          </a>
        </span>
      )}
    </nav>
  );
}

interface FirmGroupProps {
  group: TieGroup;
  firms: readonly PlacedFirm[];
  moment: string;
}

function FirmGroup({ group, firms, moment }: FirmGroupProps) {
  const text = useText();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={COLUMNS.length} className="pt-3 pb-1 font-semibold text-12">
          {text.t("dependence.firms.groupCount", {
            group: text.t(`dependence.firms.group.${group}`),
            count: text.number(firms.length),
          })}
        </th>
      </tr>
      {firms.map((firm) => (
        <FirmRow key={firm.record.tenancy.id} firm={firm} moment={moment} />
      ))}
    </tbody>
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
      <td className="py-1 pe-4 leading-6">
        <Value firm={firm} field="ultimateOwnerNationality" />
      </td>
      <td className="py-1 leading-6">
        <GivenByPartners firm={firm} />
      </td>
    </tr>
  );
}

/** What partners abroad give a firm, with the grade of the evidence. */
export function GivenByPartners({ firm: { record } }: { firm: Pick<PlacedFirm, "record"> }) {
  const text = useText();
  const grade = getInvolvementGrade(record);
  const given = listInvolvement(record.values);
  if (given.length === 0 || grade === null) return <UnknownValue />;
  return text.t.rich("dependence.firms.given", {
    given: text.list(given.map(({ kind, country }) => text.involvement(`${kind}:${country}`))),
    grade: text.t(`dependence.grade.${grade}`),
    detail: (chunks) => <span className="text-12 text-ink-3">{chunks}</span>,
  });
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
    involvement:
      listInvolvement(values)
        .map(({ kind, country }) => `${kind}:${country}`)
        .join("; ") || null,
    grade: getInvolvementGrade(record),
    href: firmPath(id, moment),
  };
}
