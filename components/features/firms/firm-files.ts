import type { DataFile } from "@/components/evidence/export-panel";
import type { PlacedFirm } from "@/lib/firms/firms";
import { toSearch } from "@/lib/query/search-string";
import type { Day } from "@/lib/time/day";

/** The answers of the API that hold one firm, all pinned to the day and version shown. */
export function firmFiles(
  firms: readonly PlacedFirm[],
  { asOf, revision }: { readonly asOf: Day; readonly revision: number },
): readonly DataFile[] {
  const moment: [string, string][] = [
    ["asOf", asOf],
    ["knownOn", `r${revision}`],
  ];
  const zones = [...new Set(firms.map(({ zone }) => zone.slug))];
  const [first] = firms;
  const values = first && `/api/v1/tenancies${toSearch([["firm", first.id], ...moment])}`;
  return [
    ...(values
      ? [{ name: "Values", hint: "JSON, one flat row for each zone", href: values, file: false }]
      : []),
    ...zones.flatMap((slug) => [
      {
        name: "Evidence",
        hint: `JSON, with the other firms of ${slug}`,
        href: `/api/v1/zones/${slug}/tenancies${toSearch(moment)}`,
        file: false,
      },
      {
        name: "Ledger",
        hint: `JSON, every claim on ${slug}`,
        href: `/api/v1/zones/${slug}/claims${toSearch(moment)}`,
        file: false,
      },
    ]),
  ];
}
