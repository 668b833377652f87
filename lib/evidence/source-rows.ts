import { UNKNOWN } from "@/lib/query/filters";
import { splitWords } from "@/lib/query/search";
import { type Day, firstDay } from "@/lib/time/day";
import type { ClaimStatus } from "./claim-status";
import type { ContextFigure, Event, Source, SourceKind } from "./ledger-records";
import type { EvidenceIndex, Registry } from "./registry";
import { listClaimsBySource } from "./source-claims";

/** A source with what rests on it at a moment. */
export interface SourceRow {
  readonly source: Source;
  /** Claims from it that hold by then, whether or not they count. */
  readonly claims: number;
  /** Values that show because of it. */
  readonly shown: number;
  /** Claims from it against which another claim stands, and those where that was judged. */
  readonly contested: number;
  readonly settled: number;
  /** Zones that its claims are on. */
  readonly zones: number;
  /** Dated events and figures on the country that name it. */
  readonly events: number;
  readonly figures: number;
}

/** What the list of sources is made from: a registry and what was known with it. */
export interface SourceLedgerInput {
  readonly registry: Registry;
  readonly evidence: EvidenceIndex;
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  readonly context: readonly ContextFigure[];
}

/** Every source known at the moment of the registry with what rests on it then. */
export function buildSourceRows(books: SourceLedgerInput): readonly SourceRow[] {
  const { registry, evidence, sources, events, context } = books;
  const claims = listClaimsBySource(registry, evidence);
  const eventCounts = countBySource(events.filter(({ date }) => firstDay(date) <= registry.asOf));
  const figureCounts = countBySource(context);
  return sources.map((source) => ({
    source,
    ...countClaims(claims.get(source.id) ?? []),
    events: eventCounts.get(source.id) ?? 0,
    figures: figureCounts.get(source.id) ?? 0,
  }));
}

/** How many claims, how many of them show, and how many stand against another. */
export function countClaims(
  claims: readonly ClaimStatus[],
): Pick<SourceRow, "claims" | "shown" | "contested" | "settled" | "zones"> {
  const having = (is: (claim: ClaimStatus) => boolean) => claims.filter(is).length;
  return {
    claims: claims.length,
    shown: having(({ standing }) => standing === "shown"),
    contested: having(({ mark }) => mark === "contested"),
    settled: having(({ mark }) => mark === "settled"),
    zones: new Set(claims.map(({ evidence }) => evidence.claim.zone)).size,
  };
}

function countBySource(items: readonly { readonly sourceId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sourceId } of items) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  return counts;
}

/** What the list can be sorted by. */
export const SOURCE_SORTS = [
  "claims",
  "shown",
  "contradicted",
  "published",
  "oldest",
  "title",
  "publisher",
] as const;
export type SourceSort = (typeof SOURCE_SORTS)[number];

/** What is asked of the list of sources. */
export interface SourceQuery {
  /** Words that title, publisher or id must all hold; empty: all. */
  readonly q: string;
  /** Null: every kind. */
  readonly kind: SourceKind | null;
  /** Year of publication, or `unknown` for those without a date; null: any. */
  readonly year: string | null;
  readonly sort: SourceSort;
}

/** The rows that match, sorted; equals by title. */
export function selectSources(
  rows: readonly SourceRow[],
  { q, kind, year, sort }: SourceQuery,
): readonly SourceRow[] {
  const wanted = splitWords(q);
  return rows
    .filter(({ source }) => kind === null || source.kind === kind)
    .filter(({ source }) => year === null || getYear(source) === year)
    .filter(({ source }) => {
      const text = splitWords(`${source.title} ${source.publisher} ${source.id}`).join(" ");
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => compare(a, b, sort) || a.source.title.localeCompare(b.source.title, "en"));
}

/** The year in which a source was published, or `unknown`. */
export function getYear({ publishedOn }: Source): string {
  return publishedOn?.slice(0, 4) ?? UNKNOWN;
}

/** Sorts behind every date. */
const AFTER_ALL: Day = "9999-12-31";

function compare(a: SourceRow, b: SourceRow, sort: SourceSort): number {
  switch (sort) {
    case "claims":
    case "shown":
      return b[sort] - a[sort];
    case "contradicted":
      return b.contested - a.contested || b.settled - a.settled;
    case "published":
      // Undated sources come last: the empty text is before every date.
      return (b.source.publishedOn ?? "").localeCompare(a.source.publishedOn ?? "");
    case "oldest":
      return (a.source.publishedOn ?? AFTER_ALL).localeCompare(b.source.publishedOn ?? AFTER_ALL);
    case "publisher":
      return a.source.publisher.localeCompare(b.source.publisher, "en");
    case "title":
      return 0;
  }
}
