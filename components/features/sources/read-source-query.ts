import { SOURCE_KINDS } from "@/lib/evidence/ledger-records";
import { SOURCE_SORTS, type SourceQuery } from "@/lib/evidence/source-rows";
import { UNKNOWN } from "@/lib/query/filters";

/** What the address asks of the list of sources. A word that means nothing here is left out. */
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

/** What an address asks of the list, but for what it asks by default. */
export function sourceQueryPairs({ q, kind, year, sort }: SourceQuery): [string, string][] {
  const pairs: [string, string | null][] = [
    ["q", q === "" ? null : q],
    ["kind", kind],
    ["year", year],
    ["sort", sort === "claims" ? null : sort],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== null);
}
