import { isZoneField, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCK_WEIGHTS, type Weights } from "../catalogue/groups";
import type { Day } from "../time/day";
import type { FilterChoice, FilterKey } from "./filters";
import type { Scope } from "./scope";

/** "Readiness at least N": certainly (low ≥ N) or possibly (high ≥ N). */
export const READINESS_MODES = ["certainly", "possibly"] as const;
type ReadinessMode = (typeof READINESS_MODES)[number];

/** Sort keys that are not fields: standing, and readiness by confirmed score, possible score or data completeness. */
export const COMPUTED_SORTS = ["standing", "readiness", "readinessHigh", "coverage"] as const;

/** A field or a computed sort. */
export type SortKey = ZoneFieldKey | (typeof COMPUTED_SORTS)[number];

/** One term of a sort. Unknown values come last in either direction. */
export interface SortTerm {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Which zones to list and how. Pages, API and files all use this form. */
export interface Query {
  readonly scope: Scope;
  /** Text to find in names, aliases, districts, developers and firms; empty: no search. */
  readonly q: string;
  /** Slugs of the only zones to include, such as a reader's selection; empty: all. */
  readonly zones: readonly string[];
  readonly filters: Readonly<Partial<Record<FilterKey, FilterChoice>>>;
  /** 0–100; null: no limit. */
  readonly readinessMin: number | null;
  readonly readinessMode: ReadinessMode;
  /** 0–1; null: no limit. */
  readonly coverageMin: number | null;
  readonly weights: Weights;
  readonly sort: readonly SortTerm[];
  /** The selected day; null: today in Pakistan. */
  readonly asOf: Day | null;
  /** The last revision, instant or day that is taken as known, as given; null: all. */
  readonly knownOn: string | null;
}

/** The announced zones, furthest standing first. */
export const DEFAULT_QUERY: Query = {
  scope: "announced",
  q: "",
  zones: [],
  filters: {},
  readinessMin: null,
  readinessMode: "certainly",
  coverageMin: null,
  weights: BLOCK_WEIGHTS,
  // Standing and not the score: the confirmed score alone nearly ranks how much was found.
  sort: [{ key: "standing", descending: true }],
  asOf: null,
  knownOn: null,
};

/** The order of a ranking by confirmed score. */
export const RANKING_SORT: readonly SortTerm[] = [{ key: "readiness", descending: true }];

/** Is a sort the one that applies where the reader chose none? */
export function isDefaultSort(sort: readonly SortTerm[]): boolean {
  return (
    sort.length === DEFAULT_QUERY.sort.length &&
    sort.every(({ key, descending }, i) => {
      const term = DEFAULT_QUERY.sort[i];
      return term?.key === key && term.descending === descending;
    })
  );
}

/** Accepts field keys and readiness sorts. */
export function isSortKey(word: string): word is SortKey {
  return isZoneField(word) || COMPUTED_SORTS.some((key) => key === word);
}
