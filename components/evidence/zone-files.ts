import type { Day } from "@/lib/time/day";

/** One way to take a page's data away. */
export interface DataFile {
  readonly name: string;
  readonly hint: string;
  /** Path with its query. */
  readonly href: string;
  /** Is it a file to keep, rather than an answer to read? */
  readonly file: boolean;
}

/** The answers and files that hold one zone, all pinned to the day and version shown. */
export function zoneFiles({
  slug,
  asOf,
  revision,
}: {
  readonly slug: string;
  readonly asOf: Day;
  readonly revision: number;
}): readonly DataFile[] {
  const moment = `asOf=${asOf}&knownOn=r${revision}`;
  const answer = `/api/v1/zones/${slug}`;
  // Every scope, since a zone may lie outside the default one.
  const query = `zones=${slug}&scope=all&${moment}`;
  return [
    {
      name: "XLSX",
      hint: "data, sources and a read-me",
      href: `/api/v1/zones.xlsx?${query}`,
      file: true,
    },
    { name: "CSV", hint: "one row of values", href: `/api/v1/zones.csv?${query}`, file: true },
    { name: "GeoJSON", hint: "for maps", href: `/api/v1/zones.geojson?${query}`, file: true },
    {
      name: "NDJSON",
      hint: "one line of values",
      href: `/api/v1/zones.ndjson?${query}`,
      file: true,
    },
    { name: "Values", hint: "JSON, each with its claim", href: `${answer}?${moment}`, file: false },
    { name: "Ledger", hint: "JSON, every claim", href: `${answer}/claims?${moment}`, file: false },
    { name: "Firms", hint: "JSON", href: `${answer}/tenancies?${moment}`, file: false },
  ];
}
