import { PageForm } from "@/components/layout/link";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField, FilterSelect } from "@/components/ui/filter-field";
import { SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import { SOURCE_SORTS, type SourceQuery } from "@/lib/evidence/source-rows";
import { UNKNOWN } from "@/lib/query/filters";
import { notAllowed, type ParamIssue } from "@/lib/query/param-issues";
import { useText } from "@/lib/text/use-text";

/**
 * The search, filters and order in the address, and the values in it that do not exist.
 * @param years of publication that sources have
 */
export function readSourceQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
  years: readonly string[],
): { readonly query: SourceQuery; readonly problems: readonly ParamIssue[] } {
  const problems: ParamIssue[] = [];
  const first = (param: string) => [params[param] ?? []].flat()[0] ?? "";
  const pick = <T extends string>(param: string, allowed: readonly T[]): T | null => {
    const got = first(param);
    const found = allowed.find((word) => word === got) ?? null;
    if (got !== "" && found === null)
      problems.push({ param, got, ...notAllowed(got, allowed).issue });
    return found;
  };
  const year = first("year");
  const query = {
    q: first("q").trim().slice(0, 200),
    kind: pick("kind", SOURCE_KINDS),
    // On another day, sources can be of other years.
    year: /^\d{4}$/.test(year) ? year : pick("year", [...new Set([...years, UNKNOWN])]),
    sort: pick("sort", SOURCE_SORTS) ?? "claims",
  };
  return { query, problems };
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
    <PageForm
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
    </PageForm>
  );
}
