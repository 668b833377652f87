import { isZoneField, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCK_WEIGHTS, type Weights } from "../catalogue/groups";
import type { Day } from "../time/day";
import type { FilterChoice, FilterKey } from "./filters";
import type { Scope } from "./scope";

/** "Readiness at least N": certainly (low ≥ N) or possibly (high ≥ N). */
export const READINESS_MODES = ["certainly", "possibly"] as const;
export type ReadinessMode = (typeof READINESS_MODES)[number];

/** What rows can be sorted by: any field, or readiness by its floor, its ceiling or its coverage. */
export type SortKey = ZoneFieldKey | "readiness" | "readinessHigh" | "coverage";

/** Sort keys that are not fields. */
export const READINESS_SORTS = ["readiness", "readinessHigh", "coverage"] as const;

/** One term of a sort; unknown comes last in either direction. */
export interface SortTerm {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** One question to the registry. Page, table, map, API and files all ask it in this form. */
export interface Query {
  readonly scope: Scope;
  /** Text over names, aliases, districts, developers and firms; empty: all. */
  readonly q: string;
  /** Slugs to which the question is restricted, such as the zones that a reader picked; empty: all. */
  readonly zones: readonly string[];
  readonly filters: Readonly<Partial<Record<FilterKey, FilterChoice>>>;
  /** 0–100; null: no limit. */
  readonly readinessMin: number | null;
  readonly readinessMode: ReadinessMode;
  /** 0–1; null: no limit. */
  readonly coverageMin: number | null;
  readonly weights: Weights;
  readonly sort: readonly SortTerm[];
  /** Day looked at; null: today in Pakistan. */
  readonly asOf: Day | null;
  /** Version, instant or day up to which knowledge counts, as asked; null: all. */
  readonly knownOn: string | null;
}

/** The question that asks for the 44, most ready first. */
export const DEFAULT_QUERY: Query = {
  scope: "announced",
  q: "",
  zones: [],
  filters: {},
  readinessMin: null,
  readinessMode: "certainly",
  coverageMin: null,
  weights: BLOCK_WEIGHTS,
  sort: [{ key: "readiness", descending: true }],
  asOf: null,
  knownOn: null,
};

/** Is this word something that rows can be sorted by? */
export function isSortKey(word: string): word is SortKey {
  return isZoneField(word) || READINESS_SORTS.some((key) => key === word);
}
