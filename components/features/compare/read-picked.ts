import { COMPARE_LIMITS } from "@/lib/query/compare";
import { findNearest } from "@/lib/query/edit-distance";

/** A zone as the picker knows it. */
export interface NamedZone {
  readonly slug: string;
  readonly name: string;
}

/** A word of the address that names no zone, and the zone that was perhaps meant. */
export interface StrangeWord {
  readonly word: string;
  readonly near: NamedZone | null;
}

/** What an address asks to be put side by side. */
export interface Picked {
  /** Slugs of zones on record, each once, in the order given; at most as many as can stand side by side. */
  readonly slugs: readonly string[];
  /** Slugs beyond those. */
  readonly beyond: readonly string[];
  readonly strange: readonly StrangeWord[];
}

/**
 * Reads `zones=a,b,c`, the same parameter as everywhere. What cannot be read is named with the
 * nearest zone, by slug or by name, and left out; the others still count.
 * @param zones every zone on record
 */
export function readPicked(zonesParam: string, zones: readonly NamedZone[]): Picked {
  const words = zonesParam
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const known = new Set(zones.map(({ slug }) => slug));
  const slugs = [...new Set(words.filter((word) => known.has(word)))];
  return {
    slugs: slugs.slice(0, COMPARE_LIMITS.max),
    beyond: slugs.slice(COMPARE_LIMITS.max),
    strange: [...new Set(words.filter((word) => !known.has(word)))].map((word) => ({
      word,
      near: nearestZone(word, zones),
    })),
  };
}

function nearestZone(word: string, zones: readonly NamedZone[]): NamedZone | null {
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

/** The parameter without some of its words, or with one put right. */
export function withWord(zonesParam: string, word: string, instead: string | null): string {
  return zonesParam
    .split(",")
    .map((one) => one.trim())
    .flatMap((one) => (one === word ? (instead ?? []) : one))
    .join(",");
}

/** The slugs with one moved by a place to the left (-1) or right (1). */
export function moved(slugs: readonly string[], at: number, by: -1 | 1): string[] {
  const next = [...slugs];
  const [slug] = next.splice(at, 1);
  if (slug !== undefined) next.splice(at + by, 0, slug);
  return next;
}
