import { Figure } from "@/components/charts/figure";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { packRecords } from "@/lib/evidence/packed-records";
import type { CountryCount } from "@/lib/firms/firm-counts";
import type { FirmFilterKey } from "@/lib/firms/firm-filter";
import { UNKNOWN } from "@/lib/query/filters";
import { useText } from "@/lib/text/use-text";
import { COUNTRY_WAYS, type CountryWay } from "./firm-columns";
import { describeShareBar, ShareLegend } from "./sector-figure";
import { CountryRows } from "./share-rows";
import "./firm-figures.css";

/** The filter of each way in which a firm is tied to a country. */
const FILTERS = {
  registered: "nationality",
  owned: "owner",
  partners: "involvement",
} as const satisfies Record<CountryWay, FirmFilterKey>;

interface CountriesFigureProps {
  /** China first, unknown last. */
  counts: readonly CountryCount[];
  source: string;
  /** Address of the page filtered by one term of a filter. */
  href: (filter: FirmFilterKey, term: string) => string;
}

/** Firms by country of registration, owner and partners; unknown is hollow and last. */
export function CountriesFigure({ counts, source, href }: CountriesFigureProps) {
  const text = useText();
  const { t } = text;
  const rows = packRecords(
    counts.map(({ country, ...count }) => {
      const term = country ?? UNKNOWN;
      return {
        label: country === null ? null : text.country(country),
        ...count,
        href: href("country", term),
        bar: describeShareBar(text, count),
        ...Object.fromEntries(
          COUNTRY_WAYS.filter((way) => count[way] > 0).map((way) => [
            `${way}Href`,
            href(FILTERS[way], term),
          ]),
        ),
      };
    }),
  );
  return (
    <Figure
      title={t("firms.ties.title")}
      name="investors-countries"
      columns={[
        { key: "label", label: t("firms.ties.country") },
        { key: "firms", label: t("firms.ties.any"), numeric: true },
        ...COUNTRY_WAYS.map((key) => ({ key, label: t(`firms.ties.${key}`), numeric: true })),
        { key: "recent", label: t("firms.share.recent"), numeric: true },
        { key: "producing", label: t("firms.share.producing"), numeric: true },
      ]}
      rows={rows}
      source={source}
      note={t("firms.ties.note")}
    >
      <ShareLegend className="max-sm:hidden" />
      <ScrollRegion label={t("firms.ties.title")}>
        <table className="firm-countries w-full sm:table-fixed">
          <caption className="sr-only">{t("firms.ties.caption")}</caption>
          <thead>
            <tr className="border-ink border-b text-12 text-ink-2">
              <th scope="col" className="py-1 pe-1 align-bottom font-medium sm:w-40">
                {t("firms.ties.country")}
              </th>
              <th scope="col" className="py-1 text-end align-bottom font-medium sm:w-16">
                {t("firms.ties.any")}
              </th>
              <td className="max-sm:hidden" />
              {COUNTRY_WAYS.map((key) => (
                <th
                  key={key}
                  scope="col"
                  className="py-1 ps-1 text-end align-bottom font-medium sm:w-24"
                >
                  {t(`firms.ties.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <CountryRows rows={rows} unknown={t("firms.ties.unknown")} />
          </tbody>
        </table>
      </ScrollRegion>
    </Figure>
  );
}
