import { Anchor } from "@/components/layout/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { getCoverage, STATE_FIELDS } from "@/lib/coverage/coverage";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { useText } from "@/lib/text/use-text";
import "./coverage-grid.css";

/** Every fact about the state of every zone: the year of its value, or nothing where it is unknown. */
export function CoverageGrid({ zones, query }: { zones: readonly ZoneRecord[]; query: Query }) {
  const text = useText();
  const { t } = text;
  return (
    <section className="mb-12">
      <h2 id="grid" className="mb-1 font-serif text-21">
        {t("coverage.grid.title")}
      </h2>
      <p className="mb-3 max-w-[80ch] text-ink-2">{t("coverage.grid.lead")}</p>
      <ScrollRegion
        label={t("coverage.grid.title")}
        // 31 columns are too wide for a sheet; the file has them.
        className="relative overflow-x-auto print:hidden"
      >
        <table aria-labelledby="grid" className="coverage-grid tabular">
          <thead>
            <tr>
              <td />
              {STATE_FIELDS.map((field) => (
                <th key={field} scope="col">
                  <span>{text.fieldLabel(field)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) => (
              <tr key={zone.slug}>
                <th scope="row">{shortZoneName(zone)}</th>
                {STATE_FIELDS.map((field) => {
                  const { date, support } = getCoverage(zone, field);
                  const year = date?.slice(0, 4);
                  return <td key={field}>{(support?.voices ?? 1) > 1 ? <b>{year}</b> : year}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="mt-3">
        <Anchor className="link" href={`/api/v1/tables/coverage.csv${toSearch(writeQuery(query))}`}>
          {t("coverage.grid.file")}
        </Anchor>
      </p>
    </section>
  );
}
