import { Button } from "@/components/ui/button";
import { SOURCE_KINDS, type SourceKind } from "@/lib/registry/facts";
import { SOURCE_SORTS, type SourceQuery, type SourceSort } from "./source-rows";

const SORT_WORDS: Readonly<Record<SourceSort, string>> = {
  claims: "Most claims first",
  published: "Latest first",
  title: "By title",
  publisher: "By publisher",
};

const FIELD =
  "h-(--field) w-full rounded-2 bg-paper px-2 shadow-[inset_0_0_0_1px_var(--color-edge)] pointer-coarse:text-[1rem]";

/** Props of the form over the list of sources. */
export interface SourceFormProps {
  query: SourceQuery;
  /** How many sources there are of each kind, under no filter. */
  kinds: Readonly<Record<SourceKind, number>>;
}

/** Search, kind and order, as a plain form: the answer is a page with an address of its own, no script needed. */
export function SourceForm({ query, kinds }: SourceFormProps) {
  const total = SOURCE_KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
  return (
    <form
      action="/sources"
      className="no-print mb-6 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_12rem_auto]"
    >
      <label className="grid gap-1">
        <span className="text-12 text-ink-2">Title, publisher or id</span>
        <input type="search" name="q" defaultValue={query.q} className={FIELD} />
      </label>
      <label className="grid gap-1">
        <span className="text-12 text-ink-2">Kind</span>
        <select name="kind" defaultValue={query.kind ?? ""} className={FIELD}>
          <option value="">All kinds ({total})</option>
          {SOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kind} ({kinds[kind]})
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="text-12 text-ink-2">Order</span>
        <select name="sort" defaultValue={query.sort} className={FIELD}>
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
