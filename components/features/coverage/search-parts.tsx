import { TextTable } from "@/components/layout/term-table";
import { groupBy } from "@/lib/evidence/group-by";
import { type ContextFigure, SOURCE_KINDS, type Source } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { listClaims } from "@/lib/evidence/resolve";
import { useText } from "@/lib/text/use-text";

interface SearchPartsProps {
  zones: readonly ZoneRecord[];
  sources: readonly Source[];
  /** Samples of values that somebody else compared with their sources. */
  readings: readonly ContextFigure[];
}

/** The sources by kind, year and language, how evidence was searched, and what second readings found. */
export function SearchParts({ zones, sources, readings }: SearchPartsProps) {
  const text = useText();
  const { t } = text;
  const byYear = groupBy(sources, ({ publishedOn }) => publishedOn?.slice(0, 4) ?? "");
  const years = [...byYear].sort(([a], [b]) => (a < b ? 1 : -1));
  const searches = groupBy(
    zones.flatMap(({ fields }) => fields.lastSearchedOn.evidence ?? []),
    ({ date, claim }) => `${date} ${claim.note ?? ""}`,
  );
  return (
    <div className="grid gap-12 lg:grid-cols-2">
      <section aria-labelledby="kinds">
        <h2 id="kinds" className="mb-3 font-serif text-21">
          {t("coverage.sources.title")}
        </h2>
        <CountTable
          heads={[t("coverage.sources.kind"), t("coverage.sources.count")]}
          rows={SOURCE_KINDS.map((kind) => [
            t(`common.sourceKind.${kind}`),
            sources.filter((source) => source.kind === kind).length,
          ])}
        />
        <CountTable
          heads={[t("coverage.sources.language"), t("coverage.sources.quotations")]}
          rows={[...countLanguages(zones)].map(([lang, count]) => [
            lang === "" ? t("coverage.sources.none") : text.language(lang),
            count,
          ])}
        />
        <CountTable
          heads={[t("coverage.sources.year"), t("coverage.sources.count")]}
          rows={years.map(([year, own]) => [
            year === "" ? t("coverage.sources.undated") : year,
            own.length,
          ])}
        />
      </section>
      <div className="grid content-start gap-12">
        <section aria-labelledby="searches">
          <h2 id="searches" className="mb-1 font-serif text-21">
            {t("coverage.search.title")}
          </h2>
          <p className="mb-3 text-ink-2">{t("coverage.search.lead")}</p>
          <TextTable
            labelledBy="searches"
            heads={[
              { title: t("coverage.search.day"), className: "max-sm:w-[28%]" },
              { title: t("coverage.search.how") },
              { title: t("coverage.search.zones"), className: "max-sm:w-[18%]" },
            ]}
          >
            {[...searches].map(([key, [first, ...others]]) => (
              <tr key={key}>
                <td className="tabular">{first ? text.partialDate(first.date) : null}</td>
                <td>{first?.claim.note}</td>
                <td className="tabular">{others.length + 1}</td>
              </tr>
            ))}
          </TextTable>
        </section>
        <section aria-labelledby="readings">
          <h2 id="readings" className="mb-1 font-serif text-21">
            {t("coverage.readings.title")}
          </h2>
          <p className="mb-3 text-ink-2">{t("coverage.readings.lead")}</p>
          {readings.length === 0 ? (
            <p>{t("coverage.readings.none")}</p>
          ) : (
            <TextTable
              labelledBy="readings"
              heads={[
                { title: t("coverage.readings.sample"), className: "max-sm:w-[34%]" },
                { title: t("coverage.readings.found") },
                { title: t("coverage.readings.rest") },
              ]}
            >
              {readings.map(({ key, period, value, unit, statement }) => (
                <tr key={key}>
                  <td>{period}</td>
                  <td className="tabular">
                    {text.number(value)} {unit}
                  </td>
                  <td>{statement}</td>
                </tr>
              ))}
            </TextTable>
          )}
          <p className="mt-3 text-ink-3">{t("coverage.readings.add")}</p>
        </section>
      </div>
    </div>
  );
}

/** The reports on the zones by the language of their quotation, most first; empty: without a quotation. */
function countLanguages(zones: readonly ZoneRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { fields, tenancies } of zones) {
    for (const own of [fields, ...tenancies.map((firm) => firm.fields)]) {
      for (const resolution of Object.values(own)) {
        for (const { claim } of listClaims(resolution)) {
          const lang = claim.quotation?.lang ?? "";
          counts.set(lang, (counts.get(lang) ?? 0) + 1);
        }
      }
    }
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

interface CountTableProps {
  heads: readonly [label: string, count: string];
  rows: readonly (readonly [label: string, count: number])[];
}

function CountTable({ heads: [label, count], rows }: CountTableProps) {
  const text = useText();
  return (
    <div className="mb-6">
      <TextTable label={label} heads={[{ title: label }, { title: count }]}>
        {rows.map(([name, number]) => (
          <tr key={name}>
            <th scope="row" className="text-start font-normal">
              {name}
            </th>
            <td className="tabular">{text.number(number)}</td>
          </tr>
        ))}
      </TextTable>
    </div>
  );
}
