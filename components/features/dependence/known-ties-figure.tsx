import { Figure } from "@/components/charts/figure";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Fold, TextList } from "@/components/layout/section";
import type { DependenceRow } from "@/lib/dependence/dependence-row";
import { getInvolvementGrade, TIE_GROUPS, type TiedFirms } from "@/lib/dependence/firm-involvement";
import { groupBy } from "@/lib/evidence/group-by";
import { zoneName } from "@/lib/evidence/zone-name";
import { firmPath } from "@/lib/firms/firm-address";
import { listInvolvement, type PlacedFirm } from "@/lib/firms/firms";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { getListPage, type ListParams, PAGE_SIZE, TABLE_PAGE_SIZE } from "@/lib/query/list-page";
import { useText } from "@/lib/text/use-text";
import { type EvidenceContext, ZoneEvidence } from "./zone-evidence";

const COLUMNS = [
  "tie",
  "firm",
  "zone",
  "stage",
  "registered",
  "owner",
  "involvement",
  "grade",
] as const;

/** A country of owners or partners, with the address of the page that shows its ties. */
interface CountryLink {
  readonly country: string;
  readonly firms: number;
  readonly href: string;
}

interface KnownTiesFigureProps extends EvidenceContext {
  rows: readonly DependenceRow[];
  firms: TiedFirms;
  /** The country whose ties are shown. */
  country: string;
  /** The countries to choose from, China first. */
  countries: readonly CountryLink[];
  /** What is written under every picture. */
  source: string;
  /** The page of the zones, and the path and the other parameters of its address. */
  page: ListParams["page"];
  path: string;
  kept: readonly (readonly [string, string])[];
}

/** What is known, zone by zone: the ratings and the firms tied to a country abroad, with their evidence. */
export function KnownTiesFigure(props: KnownTiesFigureProps) {
  const { rows, firms, country, countries, source, page, path, kept, ...context } = props;
  const text = useText();
  const { t } = text;
  const { owned, involved, elsewhere } = firms;
  const tied = groupBy([...owned, ...involved, ...elsewhere], slugOf);
  const ties = groupBy([...owned, ...involved], slugOf);
  const zones = rows.map((row) => ({
    row,
    firms: tied.get(row.zone.slug) ?? [],
    ties: ties.get(row.zone.slug)?.length ?? 0,
  }));
  const isKnown = ({ row, firms: ofZone }: (typeof zones)[number]) =>
    row.known > 0 || ofZone.length > 0;
  // Zones of which nothing is known come last.
  zones.sort(
    (a, b) =>
      Number(isKnown(b)) - Number(isKnown(a)) || b.ties - a.ties || b.row.known - a.row.known,
  );
  // With its firms and sources, a zone takes more room here than in a table.
  const size = zones.length > TABLE_PAGE_SIZE ? PAGE_SIZE : TABLE_PAGE_SIZE;
  const list = getListPage(zones, { page }, () => false, size);
  const pages = { list, path, kept };
  const known = list.items.filter(isKnown);
  const silent = list.items.filter((one) => !isKnown(one));
  const shown = new Set(list.items.map(({ row }) => row.zone.slug));
  const place = text.countryInSentence(country);
  return (
    <div id="firms" className="scroll-mt-4">
      <Figure
        title={t("dependence.known.title")}
        name="dependence-firms"
        columns={COLUMNS.map((key) => ({ key, label: t(`dependence.firms.${key}`) }))}
        rows={TIE_GROUPS.flatMap((group) =>
          firms[group]
            .filter(({ zone }) => shown.has(zone.slug))
            .map((firm) => ({
              tie: t(`dependence.firms.group.${group}`, { country: place }),
              ...toFigureRow(firm, context.moment),
            })),
        )}
        source={source}
        controls={
          <>
            <CountryLinks country={country} countries={countries} />
            <ListRange {...pages} />
          </>
        }
        note={t("dependence.firms.note", {
          country: place,
          owned: text.number(owned.length),
          involved: text.number(involved.length),
          elsewhere: text.number(elsewhere.length),
          domestic: text.number(firms.domestic),
          unknown: text.number(firms.unknown),
        })}
      >
        {list.pages === 1 && known.length === 0 ? (
          <p className="py-3 text-ink-2">{t("dependence.evidence.none")}</p>
        ) : (
          known.map(({ row, firms: ofZone, ties: tiesOfZone }) => (
            <ZoneEvidence
              key={row.zone.slug}
              {...context}
              row={row}
              firms={ofZone}
              open={row.known > 0 || tiesOfZone > 0}
            />
          ))
        )}
        {silent.length === 0 ? null : (
          <Fold
            label={t("dependence.known.silent", { count: silent.length })}
            className="border-line border-y py-1"
          >
            <p className="text-ink-2">
              <TextList
                items={silent.map(
                  ({
                    row: {
                      zone: { slug },
                      name,
                    },
                  }) => ({
                    key: slug,
                    content: (
                      <Anchor
                        className="link inline-block leading-6"
                        href={`/zones/${slug}${context.moment}#dependence`}
                      >
                        {name}
                      </Anchor>
                    ),
                  }),
                )}
              />
            </p>
          </Fold>
        )}
      </Figure>
      <ListPageLinks {...pages} label={t("dependence.known.title")} />
    </div>
  );
}

const slugOf = ({ zone }: PlacedFirm) => zone.slug;

/** The countries whose ties can be shown. */
function CountryLinks({
  country: chosen,
  countries,
}: Pick<KnownTiesFigureProps, "country" | "countries">) {
  const text = useText();
  return (
    <nav
      aria-label={text.t("dependence.firms.filter")}
      className="no-print mb-3 flex flex-wrap items-baseline gap-x-4"
    >
      <span className="text-12 text-ink-2">{text.t("dependence.firms.filter")}</span>
      {countries.map(({ country, firms, href }) => (
        <Anchor
          key={country}
          className="inline-flex min-h-6 items-center gap-1 aria-[current]:font-semibold"
          aria-current={country === chosen ? "true" : undefined}
          href={href}
        >
          <span className="link">{text.country(country)}</span>
          <span className="tabular text-12 text-ink-3">{text.number(firms)}</span>
        </Anchor>
      ))}
    </nav>
  );
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
