import type { ContextFigure, Event, Facts, Source, SourceKind } from "@/lib/registry/facts";
import type { Registry } from "@/lib/registry/registry";
import type { Resolution } from "@/lib/registry/resolve";
import { searchWords } from "@/lib/registry/search";

/** A zone of which a source speaks. */
export interface SourceZone {
  readonly slug: string;
  readonly name: string;
}

/** A source with what rests on it. */
export interface SourceRow {
  readonly source: Source;
  /** Claims recorded from it, whether or not they count. */
  readonly claims: number;
  /** Values that show today and rest on it. */
  readonly shown: number;
  /** Dated events and figures on the country that name it. */
  readonly events: number;
  readonly figures: number;
  /** Zones of today's registry that its claims are on, in the register's order. */
  readonly zones: readonly SourceZone[];
}

/** What the list of sources is made from. */
export interface SourceBooks {
  readonly facts: Facts;
  readonly registry: Registry;
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  readonly context: readonly ContextFigure[];
}

/** Every source with what rests on it today. */
export function sourceRows(books: SourceBooks): readonly SourceRow[] {
  const { facts, registry, events, context } = books;
  const claims = new Map<string, number>();
  const zones = new Map<string, Set<string>>();
  for (const { sourceId, zone } of facts.claims) {
    claims.set(sourceId, (claims.get(sourceId) ?? 0) + 1);
    zones.set(sourceId, (zones.get(sourceId) ?? new Set()).add(zone));
  }
  const shown = shownBySource(registry);
  return books.sources.map((source) => ({
    source,
    claims: claims.get(source.id) ?? 0,
    shown: shown.get(source.id) ?? 0,
    events: events.filter(({ sourceId }) => sourceId === source.id).length,
    figures: context.filter(({ sourceId }) => sourceId === source.id).length,
    zones: registry.zones
      .filter(({ slug }) => zones.get(source.id)?.has(slug))
      .map(({ slug, values }) => ({ slug, name: values.name ?? slug })),
  }));
}

function shownBySource({ zones }: Registry): Map<string, number> {
  const shown = new Map<string, number>();
  const count = (fields: Readonly<Record<string, Resolution>>) => {
    for (const { evidence } of Object.values(fields)) {
      const id = evidence?.claim.sourceId;
      if (id !== undefined) shown.set(id, (shown.get(id) ?? 0) + 1);
    }
  };
  for (const zone of zones) {
    count(zone.fields);
    for (const tenancy of zone.tenancies) count(tenancy.fields);
  }
  return shown;
}

/** What the list can be sorted by. */
export const SOURCE_SORTS = ["claims", "published", "title", "publisher"] as const;
export type SourceSort = (typeof SOURCE_SORTS)[number];

/** What is asked of the list of sources. */
export interface SourceQuery {
  /** Words that title, publisher or id must all hold; empty: all. */
  readonly q: string;
  /** Null: every kind. */
  readonly kind: SourceKind | null;
  readonly sort: SourceSort;
}

/** The rows that match, sorted: most claims first, latest first, or by name; equals by title. */
export function selectSources(
  rows: readonly SourceRow[],
  { q, kind, sort }: SourceQuery,
): readonly SourceRow[] {
  const wanted = searchWords(q);
  return rows
    .filter(({ source }) => kind === null || source.kind === kind)
    .filter(({ source }) => {
      const text = searchWords(`${source.title} ${source.publisher} ${source.id}`).join(" ");
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => compare(a, b, sort) || a.source.title.localeCompare(b.source.title, "en"));
}

function compare(a: SourceRow, b: SourceRow, sort: SourceSort): number {
  switch (sort) {
    case "claims":
      return b.claims - a.claims;
    case "published":
      // Undated sources come last: the empty text is before every date.
      return (b.source.publishedOn ?? "").localeCompare(a.source.publishedOn ?? "");
    case "publisher":
      return a.source.publisher.localeCompare(b.source.publisher, "en");
    case "title":
      return 0;
  }
}
