import { COMPARE_LIMITS } from "@/lib/query/compare";
import { findNearest } from "@/lib/query/edit-distance";

interface NamedZone {
  readonly slug: string;
  readonly name: string;
}

/** A word in the address that is no zone's slug, and the zone with the nearest slug or name. */
export interface UnknownZone {
  readonly word: string;
  /** null: no zone is near. */
  readonly near: NamedZone | null;
}

/** The zones that an address selects. */
export interface Selection {
  /** Slugs of zones on record, each once, in the given order; at most `COMPARE_LIMITS.max`. */
  readonly slugs: readonly string[];
  /** Slugs beyond those. */
  readonly beyond: readonly string[];
  readonly unknown: readonly UnknownZone[];
}

/**
 * Parses `zones=a,b,c`. Unknown words are listed with the nearest zone and left out; the other zones
 * still count.
 * @param zones every zone on record
 */
export function parseSelection(zonesParam: string, zones: readonly NamedZone[]): Selection {
  const words = zonesParam
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const known = new Set(zones.map(({ slug }) => slug));
  const slugs = [...new Set(words.filter((word) => known.has(word)))];
  return {
    slugs: slugs.slice(0, COMPARE_LIMITS.max),
    beyond: slugs.slice(COMPARE_LIMITS.max),
    unknown: [...new Set(words.filter((word) => !known.has(word)))].map((word) => ({
      word,
      near: findNearestZone(word, zones),
    })),
  };
}

function findNearestZone(word: string, zones: readonly NamedZone[]): NamedZone | null {
  const bySlug = findNearest(
    word,
    zones.map(({ slug }) => slug),
  );
  if (bySlug !== null) return zones.find(({ slug }) => slug === bySlug) ?? null;
  const byName = findNearest(
    word.replaceAll("-", " "),
    zones.map(({ name }) => name),
  );
  return zones.find(({ name }) => name === byName) ?? null;
}

/** Replaces a word of the parameter; null removes it. */
export function replaceWord(zonesParam: string, word: string, by: string | null): string {
  return zonesParam
    .split(",")
    .map((one) => one.trim())
    .flatMap((one) => (one === word ? (by ?? []) : one))
    .join(",");
}

/** Moves one slug by a place to the left (-1) or right (1). */
export function moveSlug(slugs: readonly string[], at: number, by: -1 | 1): string[] {
  const next = [...slugs];
  const [slug] = next.splice(at, 1);
  if (slug !== undefined) next.splice(at + by, 0, slug);
  return next;
}
