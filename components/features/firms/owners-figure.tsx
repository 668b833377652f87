import { Figure } from "@/components/charts/figure";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { OwnerCell, OwnerMatrix } from "@/lib/dependence/owner-matrix";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { type FirmFilter, firmsPath } from "@/lib/firms/firm-filter";
import { HOME } from "@/lib/firms/firms";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { UNKNOWN } from "@/lib/query/filters";
import { getTablePage, type ListParams } from "@/lib/query/list-page";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { ownersTitle } from "@/lib/text/firm-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import "./owners-table.css";

interface OwnersFigureProps {
  /** At least one zone. */
  matrix: OwnerMatrix;
  source: string;
  embed: string;
  query: Query;
  filter: FirmFilter;
  /** The page of the zones, and the path and the other parameters of its address. */
  page: ListParams["page"];
  path: string;
  kept: readonly (readonly [string, string])[];
}

/** Zones by countries of owners and partners. Unknown owners have a column; without a report a cell is empty, and never 0. */
export function OwnersFigure({
  matrix,
  source,
  embed,
  query,
  filter,
  page,
  ...address
}: OwnersFigureProps) {
  const text = useText();
  const { t, number } = text;
  const { countries, rows } = matrix;
  const title = ownersTitle(text, rows);
  const list = getTablePage(rows, page);
  const pages = { list, ...address, param: "ownersPage" };
  const href = (part: FirmFilter) =>
    `${firmsPath(query, { ...filter, country: undefined, ...part })}#firms`;
  const tie = (country: string, zone: FirmFilter["zone"]) =>
    href(country === HOME ? { zone, owner: [HOME] } : { zone, country: [country] });
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const columns = [...countries.map((country) => text.country(country)), t("firms.owners.unknown")];
  const line = (zone: FirmFilter["zone"], cells: readonly OwnerCell[], unknown: number) => [
    ...cells.map((cell) => ({ count: countFirms(cell), href: tie(cell.country, zone) })),
    { count: unknown, href: href({ zone, owner: [UNKNOWN] }) },
  ];
  return (
    <div id="owners" className="scroll-mt-4">
      <Figure
        title={title}
        name="firms-owners"
        controls={<ListRange {...pages} />}
        columns={[
          { key: "name", label: t("firms.owners.zone") },
          { key: "zone", label: t("firms.owners.zoneId") },
          { key: "firms", label: t("firms.owners.firms"), numeric: true },
          { key: "country", label: t("firms.owners.country") },
          { key: "owned", label: t("firms.owners.owned"), numeric: true },
          { key: "partners", label: t("firms.owners.partners"), numeric: true },
          { key: "given", label: t("firms.owners.given") },
          { key: "unknown", label: t("firms.owners.unknown"), numeric: true },
        ]}
        rows={list.items.flatMap(({ zone, firms, cells, unknown }): FigureRow[] => {
          const row = { name: shortZoneName(zone), zone: zone.slug, firms, unknown };
          const known = cells.filter((cell) => countFirms(cell) > 0);
          const none = { country: null, owned: null, partners: null, given: null };
          return known.length === 0
            ? [{ ...row, ...none, href: href({ zone: [zone.slug] }) }]
            : known.map(({ country, owned, partners, given }) => ({
                ...row,
                ...{ country, owned, partners },
                given: describeGiven(text, given) || null,
                href: tie(country, [zone.slug]),
              }));
        })}
        source={source}
        embed={embed}
        note={t("firms.owners.note")}
      >
        <ScrollRegion label={t("firms.owners.region")}>
          <table className="owners-table">
            <caption className="sr-only">{t("firms.owners.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("firms.owners.zone")}</th>
                <th scope="col">{t("firms.owners.firms")}</th>
                {columns.map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.items.map(({ zone, firms, cells, unknown }) => (
                <tr key={zone.slug}>
                  <th scope="row">
                    <Anchor href={href({ zone: [zone.slug] })}>{shortZoneName(zone)}</Anchor>{" "}
                    {isCandidate(zone.values) ? (
                      <span className="meta">{t("common.approval.candidate")}</span>
                    ) : null}
                  </th>
                  <td data-label={t("firms.owners.firms")}>{number(firms)}</td>
                  {line([zone.slug], cells, unknown).map((cell, i) => (
                    <CountCell key={columns[i]} {...cell} label={columns[i] ?? ""} />
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("firms.owners.total")}</th>
                <td data-label={t("firms.owners.firms")}>
                  {number(sum(rows.map(({ firms }) => firms)))}
                </td>
                {line(
                  filter.zone,
                  countries.map((country, i) => ({
                    country,
                    owned: sum(rows.map(({ cells }) => cells[i]?.owned ?? 0)),
                    partners: sum(rows.map(({ cells }) => cells[i]?.partners ?? 0)),
                    given: [],
                  })),
                  sum(rows.map(({ unknown }) => unknown)),
                ).map((cell, i) => (
                  <CountCell key={columns[i]} {...cell} label={columns[i] ?? ""} />
                ))}
              </tr>
            </tfoot>
          </table>
        </ScrollRegion>
      </Figure>
      <ListPageLinks {...pages} label={title} anchor="owners" />
    </div>
  );
}

const countFirms = ({ owned, partners }: OwnerCell) => owned + partners;

/** A count that leads to its firms. On a phone its label is before it, and an empty cell is left out. */
function CountCell({ count, href, label }: { count: number; href: string; label: string }) {
  const { number } = useText();
  if (count === 0) return <td />;
  return (
    <td data-label={label}>
      <Anchor className="link" href={href}>
        {number(count)}
      </Anchor>
    </td>
  );
}

function describeGiven(text: Text, given: OwnerCell["given"]): string {
  return text.list(
    given.map(({ kind, country, firms, grade }) =>
      text.t("firms.owners.item", {
        given: text.involvement(`${kind}:${country}`),
        count: firms,
        grade: grade === null ? "none" : text.t(`firms.ratings.grade.${grade}`),
      }),
    ),
  );
}
