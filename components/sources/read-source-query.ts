import { SOURCE_KINDS } from "@/lib/registry/facts";
import { SOURCE_SORTS, type SourceQuery } from "./source-rows";

/** What the address asks of the list of sources. A word that means nothing here is left out. */
export function readSourceQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
): SourceQuery {
  const first = (name: string) => [params[name] ?? []].flat()[0] ?? "";
  return {
    q: first("q").trim().slice(0, 200),
    kind: SOURCE_KINDS.find((kind) => kind === first("kind")) ?? null,
    sort: SOURCE_SORTS.find((sort) => sort === first("sort")) ?? "claims",
  };
}
