import { Figure } from "@/components/charts/figure";
import { greatest } from "@/components/charts/scales";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { CountryCount } from "@/lib/firms/firm-counts";
import type { FirmFilterKey } from "@/lib/firms/firm-filter";
import { UNKNOWN } from "@/lib/query/filters";
import { useText } from "@/lib/text/use-text";
import { ShareBar, ShareLegend } from "./sector-figure";

/** The ways in which a firm is tied to a country, with the filter of each. */
const WAYS = [
  { key: "registered", filter: "nationality" },
  { key: "owned", filter: "owner" },
  { key: "partners", filter: "involvement" },
] as const satisfies readonly { key: keyof CountryCount; filter: FirmFilterKey }[];

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
  const { t, number } = text;
  const full = greatest(counts.map(({ firms }) => firms));
  const rows = counts.map((count) => ({
    ...count,
    term: count.country ?? UNKNOWN,
    label: count.country === null ? t("firms.ties.unknown") : text.country(count.country),
  }));
  return (
    <Figure
      title={t("firms.ties.title")}
      name="investors-countries"
      columns={[
        { key: "label", label: t("firms.ties.country") },
        { key: "firms", label: t("firms.ties.any"), numeric: true },
        ...WAYS.map(({ key }) => ({ key, label: t(`firms.ties.${key}`), numeric: true })),
        { key: "producing", label: t("firms.ties.producing"), numeric: true },
      ]}
      rows={rows.map(({ country, label, term, firms, registered, owned, partners, producing }) => ({
        label: country === null ? null : label,
        firms,
        registered,
        owned,
        partners,
        producing,
        href: href("country", term),
      }))}
      source={source}
      note={t("firms.ties.note")}
    >
      <ShareLegend className="max-sm:hidden" />
      <ScrollRegion label={t("firms.ties.title")}>
        <table className="w-full sm:table-fixed">
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
              {WAYS.map(({ key }) => (
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
            {rows.map(({ term, label, ...count }) => (
              <tr key={term} className="border-line border-b">
                <th scope="row" className="py-0.5 pe-1 font-medium">
                  <a
                    className="inline-block min-h-6 py-0.5 hover:underline"
                    href={href("country", term)}
                  >
                    <span className={count.country === null ? "unknown" : undefined}>{label}</span>
                  </a>
                </th>
                <td className="tabular text-end font-semibold">{number(count.firms)}</td>
                <td className="px-3 py-0.5 max-sm:hidden">
                  <ShareBar share={{ ...count, value: count.country }} full={full} />
                </td>
                {WAYS.map(({ key, filter }) => (
                  <td key={key} className="tabular py-0.5 ps-1 text-end">
                    {count[key] === 0 ? (
                      <span className="text-ink-3">{number(0)}</span>
                    ) : (
                      <a
                        className="inline-block min-h-6 min-w-6 py-0.5 hover:underline"
                        href={href(filter, term)}
                      >
                        {number(count[key])}
                      </a>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Figure>
  );
}
