import { TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { UNKNOWN } from "@/lib/query/filters";
import { splitWords } from "@/lib/query/search";
import { type Day, firstDay } from "@/lib/time/day";
import { type ClaimStatus, listClaimStatuses } from "./claim-status";
import { type EvidenceIndex, subjectKey } from "./evidence-index";
import type {
  ContextFigure,
  Event,
  Facts,
  Revision,
  Source,
  SourceKind,
  SourceVersion,
  Tenancy,
} from "./ledger-records";
import type { Registry } from "./registry";
import { type Evidence, judgeClaim, type Resolution } from "./resolve";
import { followMerges } from "./retirement";
import { finish } from "./steps";

/**
 * The claims of each source on the zones of a registry, by source id: in the register's order with firms after their zone,
 * then in the catalogue's order of fields, then newest first. What cites a merged source is with the one that stays. In steps
 * of a zone.
 * @param only the id of a source: fields without a claim of it are left out, which takes much less time
 */
export function* listClaimsBySourceInSteps(
  registry: Registry,
  index: EvidenceIndex,
  facts: Pick<Facts, "retirements">,
  only?: string,
): Generator<void, ReadonlyMap<string, readonly ClaimStatus[]>> {
  const found = new Map<string, ClaimStatus[]>();
  const stays = new Map<string, string>();
  const idOf = ({ claim: { sourceId } }: Evidence) => {
    const known = stays.get(sourceId);
    const id = known ?? followMerges(facts, "source", sourceId, registry.revision);
    if (known === undefined) stays.set(sourceId, id);
    return id;
  };
  const add = (shown: Resolution, claims: readonly Evidence[] = [], tenancy: Tenancy | null) => {
    if (only !== undefined && !claims.some((one) => idOf(one) === only)) return;
    for (const claim of listClaimStatuses(shown, claims, tenancy, registry)) {
      const id = idOf(claim.evidence);
      const list = found.get(id) ?? [];
      found.set(id, list);
      list.push(claim);
    }
  };
  for (const zone of registry.zones) {
    const known = index.get(subjectKey(zone.slug, null));
    for (const key of ZONE_FIELD_KEYS) add(zone.fields[key], known?.get(key), null);
    for (const { tenancy, fields } of zone.tenancies) {
      const ofFirm = index.get(subjectKey(zone.slug, tenancy.id));
      for (const key of TENANCY_FIELD_KEYS) add(fields[key], ofFirm?.get(key), tenancy);
    }
    yield;
  }
  return found;
}

/** How many claims `listClaimsBySourceInSteps` lists, of all sources together. In steps of a zone. */
export function* countClaimsInSteps(
  registry: Registry,
  index: EvidenceIndex,
): Generator<void, number> {
  let count = 0;
  for (const { slug, tenancies } of registry.zones) {
    for (const id of [null, ...tenancies.map(({ tenancy }) => tenancy.id)]) {
      for (const claims of index.get(subjectKey(slug, id))?.values() ?? []) {
        count += claims.filter((one) => judgeClaim(one, registry) !== null).length;
      }
    }
    yield;
  }
  return count;
}

/** A source with counts of its claims at a moment. */
export interface SourceRow {
  readonly source: Source;
  /** Claims in effect by then, whether or not they are valid. */
  readonly claims: number;
  /** Displayed values that it supports. */
  readonly shown: number;
  /** Its claims that another claim contradicts, and those where an editor resolved that. */
  readonly contested: number;
  readonly settled: number;
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

/** A row for every source known at the moment of the registry, without those that were merged. */
export function buildSourceRows(input: SourceLedgerInput): readonly SourceRow[] {
  return finish(buildSourceRowsInSteps(input));
}

/** `buildSourceRows`, in steps. */
export function* buildSourceRowsInSteps(
  input: SourceLedgerInput,
): Generator<void, readonly SourceRow[]> {
  const { registry, evidence, sources, events, context, facts } = input;
  const stays = (id: string) => followMerges(facts, "source", id, registry.revision);
  const claims = yield* listClaimsBySourceInSteps(registry, evidence, facts);
  const countBySource = (items: readonly { readonly sourceId: string }[]) => {
    const counts = new Map<string, number>();
    for (const id of items.map(({ sourceId }) => stays(sourceId))) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  };
  const eventCounts = countBySource(events.filter(({ date }) => firstDay(date) <= registry.asOf));
  const figureCounts = countBySource(context);
  const shown = sources.filter(({ id }) => stays(id) === id);
  return shown.map((source) => ({
    source,
    ...countClaims(claims.get(source.id) ?? []),
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
  /** By zone, then field, then newest first; see `listClaimsBySourceInSteps`. */
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
