import { editDistance } from "./edit-distance";
import { splitWords } from "./search";

/** A zone as a suggestion. */
export interface NamedZone {
  readonly slug: string;
  readonly name: string;
}

const MAX_RESULTS = 5;
/** A word matches when at most this share of its letters is edited. */
const MAX_EDIT_SHARE = 0.34;
/** Words that are in most names and so are ignored. */
const COMMON: ReadonlySet<string> = new Set(["sez", "zone", "special", "economic", "industrial"]);

/**
 * At most five zones whose slug or name is closest to what was typed, closest first. Zones that share
 * no word with it, allowing for misspelling, are left out.
 */
export function findNearestZones<Z extends NamedZone>(
  typed: string,
  zones: readonly Z[],
): readonly Z[] {
  const wanted = splitWords(typed).filter((word) => !COMMON.has(word));
  return zones
    .flatMap((zone) => {
      const words = [...new Set(splitWords(`${zone.slug} ${zone.name}`))];
      const matches = wanted.filter((word) => words.some((other) => isNear(word, other))).length;
      const distance = matches === 0 ? 0 : editDistance(typed.toLowerCase(), zone.slug);
      return matches === 0 ? [] : [{ zone, matches, distance }];
    })
    .sort((a, b) => b.matches - a.matches || a.distance - b.distance)
    .slice(0, MAX_RESULTS)
    .map(({ zone }) => zone);
}

function isNear(typed: string, word: string): boolean {
  if (typed.length >= 3 && word.startsWith(typed)) return true;
  return editDistance(typed, word) <= MAX_EDIT_SHARE * Math.max(typed.length, word.length);
}
