import { UNKNOWN } from "@/lib/query/filters";
import { splitWords } from "@/lib/query/search";
import { type Day, firstDay } from "@/lib/time/day";
import { type ClaimStatus, listClaimStatuses } from "./claim-status";
import type { EvidenceIndex } from "./evidence-index";
import type {
  ContextFigure,
  Event,
  Facts,
  Revision,
  Source,
  SourceKind,
  SourceVersion,
} from "./ledger-records";
import type { Registry } from "./registry";
import type { Evidence } from "./resolve";
import { followMerges } from "./retirement";
import {
  type ClaimCounts,
  countBySource,
  listClaimedFields,
  NO_CLAIMS,
  sumCounts,
} from "./source-counts";

/**
 * The claims of each source on the zones of a registry, by source id: in the register's order with firms after their zone,
 * then in the catalogue's order of fields, then newest first. What cites a merged source is with the one that stays.
 * @param only the id of a source: fields without a claim of it are left out, which takes much less time
 */
export function listClaimsBySource(
  registry: Registry,
  index: EvidenceIndex,
  facts: Pick<Facts, "retirements">,
  only?: string,
): ReadonlyMap<string, readonly ClaimStatus[]> {
  const found = new Map<string, ClaimStatus[]>();
  const stays = new Map<string, string>();
  const idOf = ({ claim: { sourceId } }: Evidence) => {
    const known = stays.get(sourceId);
    const id = known ?? followMerges(facts, "source", sourceId, registry.revision);
    if (known === undefined) stays.set(sourceId, id);
    return id;
  };
  for (const zone of registry.zones) {
    for (const { shown, claims, tenancy } of listClaimedFields(zone, index)) {
      if (only !== undefined && !claims.some((one) => idOf(one) === only)) continue;
      for (const claim of listClaimStatuses(shown, claims, tenancy, registry)) {
        const id = idOf(claim.evidence);
        const list = found.get(id) ?? [];
        found.set(id, list);
        list.push(claim);
      }
    }
  }
  return found;
}

/** A source with counts of its claims at a moment. */
export interface SourceRow extends ClaimCounts {
  readonly source: Source;
  /** Zones with a claim of it. */
  readonly zones: number;
  /** Events and national figures that refer to it. */
  readonly events: number;
  readonly figures: number;
}

/** A registry with the sources, events and figures known at its moment. */
interface SourceLedgerInput {
  readonly registry: Registry;
  readonly evidence: EvidenceIndex;
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  readonly context: readonly ContextFigure[];
  readonly facts: Pick<Facts, "retirements">;
}

const NONE = { ...NO_CLAIMS, zones: 0 };

/** A row for every source known at the moment of the registry, without those that were merged. */
export function buildSourceRows(input: SourceLedgerInput): readonly SourceRow[] {
  const { registry, evidence, sources, events, context, facts } = input;
  const stays = (id: string) => followMerges(facts, "source", id, registry.revision);
  const merged = new Map(sources.map(({ id }) => [id, stays(id)]));
  const idOf = (id: string) => merged.get(id) ?? stays(id);
  const claims = new Map<string, ClaimCounts & Pick<SourceRow, "zones">>();
  for (const zone of registry.zones) {
    const counted = new Set<string>();
    for (const [sourceId, counts] of countBySource(zone, evidence, registry)) {
      const id = idOf(sourceId);
      const known = claims.get(id) ?? NONE;
      const zones = known.zones + Number(!counted.has(id));
      claims.set(id, { ...sumCounts(known, counts), zones });
      counted.add(id);
    }
  }
  const countItems = (items: readonly { readonly sourceId: string }[]) => {
    const counts = new Map<string, number>();
    for (const id of items.map(({ sourceId }) => idOf(sourceId))) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  };
  const eventCounts = countItems(events.filter(({ date }) => firstDay(date) <= registry.asOf));
  const figureCounts = countItems(context);
  const shown = sources.filter(({ id }) => idOf(id) === id);
  return shown.map((source) => ({
    source,
    ...(claims.get(source.id) ?? NONE),
    events: eventCounts.get(source.id) ?? 0,
    figures: figureCounts.get(source.id) ?? 0,
  }));
}

/** Counts claims by standing and mark. */
export function countClaims(
  claims: readonly ClaimStatus[],
): Pick<SourceRow, "claims" | "shown" | "contested" | "settled" | "zones"> {
  const count = (is: (claim: ClaimStatus) => boolean) => claims.filter(is).length;
  return {
    claims: claims.length,
    shown: count(({ standing }) => standing === "shown"),
    contested: count(({ mark }) => mark === "contested"),
    settled: count(({ mark }) => mark === "settled"),
    zones: new Set(claims.map(({ evidence }) => evidence.claim.zone)).size,
  };
}

/** Sort keys of the list of sources. */
export const SOURCE_SORTS = [
  "claims",
  "shown",
  "contradicted",
  "published",
  "oldest",
  "title",
  "publisher",
] as const;
type SourceSort = (typeof SOURCE_SORTS)[number];

/** Search, filters and sort of the list of sources. */
export interface SourceQuery {
  /** Words that must all occur in title, publisher or id; empty: no search. */
  readonly q: string;
  /** Null: every kind. */
  readonly kind: SourceKind | null;
  /** Year of publication, or `unknown` for sources without a date; null: any. */
  readonly year: string | null;
  readonly sort: SourceSort;
}

/** The rows that match, sorted, then by title. */
export function selectSources(
  rows: readonly SourceRow[],
  { q, kind, year, sort }: SourceQuery,
): readonly SourceRow[] {
  const wanted = splitWords(q);
  return rows
    .filter(({ source }) => kind === null || source.kind === kind)
    .filter(({ source }) => year === null || getYear(source) === year)
    .filter(({ source }) => {
      if (wanted.length === 0) return true;
      const text = splitWords(`${source.title} ${source.publisher} ${source.id}`).join(" ");
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => compare(a, b, sort) || collator.compare(a.source.title, b.source.title));
}

/** The year of publication, or `unknown`. */
export function getYear({ publishedOn }: Source): string {
  return publishedOn?.slice(0, 4) ?? UNKNOWN;
}

/** The years of publication of some sources, latest first; before them `unknown` where one has no date. */
export function listYears(rows: readonly Pick<SourceRow, "source">[]): string[] {
  return [...new Set(rows.map(({ source }) => getYear(source)))].sort((a, b) => (a > b ? -1 : 1));
}

const collator = new Intl.Collator("en");

/** Sorts after every date. */
const AFTER_ALL: Day = "9999-12-31";

function compare(a: SourceRow, b: SourceRow, sort: SourceSort): number {
  switch (sort) {
    case "claims":
    case "shown":
      return b[sort] - a[sort];
    case "contradicted":
      return b.contested - a.contested || b.settled - a.settled;
    case "published":
      // Sources without a date come last: the empty text sorts before every date.
      return compareDays(b.source.publishedOn ?? "", a.source.publishedOn ?? "");
    case "oldest":
      return compareDays(a.source.publishedOn ?? AFTER_ALL, b.source.publishedOn ?? AFTER_ALL);
    case "publisher":
      return collator.compare(a.source.publisher, b.source.publisher);
    case "title":
      return 0;
  }
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A source at one moment with its claims, events and figures, as its page displays them. */
export interface SourceView {
  readonly source: Source;
  /** Its versions by then, oldest first. */
  readonly versions: readonly SourceVersion[];
  /** By zone, then field, then newest first; see `listClaimsBySource`. */
  readonly claims: readonly ClaimStatus[];
  /** Latest first. */
  readonly events: readonly Event[];
  readonly figures: readonly ContextFigure[];
  /** Every source by then, for the claims that contradict. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Names of zones by slug. */
  readonly zones: ReadonlyMap<string, string>;
  readonly revisions: ReadonlyMap<number, Revision>;
  readonly asOf: Day;
  /** The moment's parameters as in the current address, for links to other pages. */
  readonly moment: readonly (readonly [string, string])[];
}
