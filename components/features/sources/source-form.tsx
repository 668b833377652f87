import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField, FilterSelect } from "@/components/ui/filter-field";
import { SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import { SOURCE_SORTS, type SourceQuery } from "@/lib/evidence/source-rows";
import { UNKNOWN } from "@/lib/query/filters";
import { useText } from "@/lib/text/use-text";

/** The search, filters and order in the address. A value that does not exist is ignored. */
export function readSourceQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
): SourceQuery {
  const first = (name: string) => [params[name] ?? []].flat()[0] ?? "";
  const year = first("year");
  return {
    q: first("q").trim().slice(0, 200),
    kind: SOURCE_KINDS.find((kind) => kind === first("kind")) ?? null,
    year: /^\d{4}$/.test(year) || year === UNKNOWN ? year : null,
    sort: SOURCE_SORTS.find((sort) => sort === first("sort")) ?? "claims",
  };
}

/** The parameters of a query; those with their default value are left out. */
export function sourceQueryPairs({ q, kind, year, sort }: SourceQuery): [string, string][] {
  const pairs: [string, string | null][] = [
    ["q", q === "" ? null : q],
    ["kind", kind],
    ["year", year],
    ["sort", sort === "claims" ? null : sort],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== null);
}

interface SourceFormProps {
  query: SourceQuery;
  /** The number of sources of each kind, without filters. */
  kinds: Readonly<Record<SourceKind, number>>;
  /** Years of publication, latest first. */
  years: readonly string[];
  /** The other parameters of the address, which stay: the moment and what the figure counts. */
  kept: readonly (readonly [string, string])[];
}

/** Search, kind, year and order as a plain form: the result is a page with its own address, without a script. */
export function SourceForm({ query, kinds, years, kept }: SourceFormProps) {
  const { t, number } = useText();
  const total = SOURCE_KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
  return (
    <form
      action="/sources"
      aria-label={t("sources.form.label")}
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,1fr)_11rem_8rem_13rem_auto]"
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FilterField label={t("sources.form.search")} className="max-lg:col-span-2">
        {(id) => (
          <input id={id} type="search" name="q" defaultValue={query.q} className={fieldClass()} />
        )}
      </FilterField>
      <FilterSelect
        name="kind"
        label={t("sources.form.kind")}
        value={query.kind ?? ""}
        all={t("sources.form.allKinds", { count: number(total) })}
      >
        {SOURCE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t("sources.form.kindOption", {
              kind: t(`common.sourceKind.${kind}`),
              count: number(kinds[kind]),
            })}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        name="year"
        label={t("sources.form.year")}
        value={query.year ?? ""}
        all={t("sources.form.anyYear")}
      >
        {years.map((year) => (
          <option key={year} value={year}>
            {year === UNKNOWN ? t("sources.undated") : year}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="sort" label={t("sources.form.sort")} value={query.sort}>
        {SOURCE_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sources.form.by.${sort}`)}
          </option>
        ))}
      </FilterSelect>
      <Button type="submit" className="h-(--field)">
        {t("sources.form.submit")}
      </Button>
    </form>
  );
}
