import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import { SOURCE_SORTS, type SourceQuery, type SourceSort } from "@/lib/evidence/source-rows";
import { UNKNOWN } from "@/lib/query/filters";

const SORT_WORDS: Readonly<Record<SourceSort, string>> = {
  claims: "Most claims first",
  shown: "Most values shown first",
  contradicted: "Most contradicted first",
  published: "Latest first",
  oldest: "Oldest first",
  title: "By title",
  publisher: "By publisher",
};

/** Props of the form over the list of sources. */
export interface SourceFormProps {
  query: SourceQuery;
  /** How many sources there are of each kind, under no filter. */
  kinds: Readonly<Record<SourceKind, number>>;
  /** Years of publication, the latest first. */
  years: readonly string[];
  /** The rest of the address, which stays: the moment and what is counted. */
  kept: readonly (readonly [string, string])[];
}

/** Search, kind, year and order, as a plain form: the answer is a page with an address of its own, no script needed. */
export function SourceForm({ query, kinds, years, kept }: SourceFormProps) {
  const total = SOURCE_KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
  return (
    <form
      action="/sources"
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,1fr)_11rem_8rem_13rem_auto]"
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="grid gap-1 max-lg:col-span-2">
        <span className="text-12 text-ink-2">Title, publisher or id</span>
        <input type="search" name="q" defaultValue={query.q} className={fieldClass()} />
      </label>
      <label className="grid gap-1">
        <span className="text-12 text-ink-2">Kind</span>
        <select name="kind" defaultValue={query.kind ?? ""} className={fieldClass()}>
          <option value="">All kinds ({total})</option>
          {SOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kind} ({kinds[kind]})
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="text-12 text-ink-2">Published in</span>
        <select name="year" defaultValue={query.year ?? ""} className={fieldClass()}>
          <option value="">Any year</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year === UNKNOWN ? "undated" : year}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="text-12 text-ink-2">Order</span>
        <select name="sort" defaultValue={query.sort} className={fieldClass()}>
          {SOURCE_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {SORT_WORDS[sort]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" className="h-(--field)">
        Show
      </Button>
    </form>
  );
}
