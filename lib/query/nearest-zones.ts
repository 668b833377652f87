import { editDistance } from "./edit-distance";
import { splitWords } from "./search";

/** A zone by its slug and name. */
export interface NamedZone {
  readonly slug: string;
  readonly name: string;
}

const SHOWN = 5;
/** A word counts as met when no more than this share of its letters has to be edited. */
const FORGIVEN = 0.34;
/** Words that nearly every name has, so that they tell nothing apart. */
const COMMON: ReadonlySet<string> = new Set(["sez", "zone", "special", "economic", "industrial"]);

/**
 * The zones whose slug or name comes nearest to what was typed, the nearest first, at most five. Those
 * that share no telling word with it, even misspelled, are left out.
 */
export function findNearestZones(typed: string, zones: readonly NamedZone[]): readonly NamedZone[] {
  const wanted = splitWords(typed).filter((word) => !COMMON.has(word));
  return zones
    .map((zone) => {
      const words = [...new Set(splitWords(`${zone.slug} ${zone.name}`))];
      const met = wanted.filter((word) => words.some((other) => isNear(word, other))).length;
      return { zone, met, distance: editDistance(typed.toLowerCase(), zone.slug) };
    })
    .filter(({ met }) => met > 0)
    .sort((a, b) => b.met - a.met || a.distance - b.distance)
    .slice(0, SHOWN)
    .map(({ zone }) => zone);
}

function isNear(typed: string, word: string): boolean {
  if (typed.length >= 3 && word.startsWith(typed)) return true;
  return editDistance(typed, word) <= FORGIVEN * Math.max(typed.length, word.length);
}
