import { shortenZoneName } from "../evidence/zone-name";
import { splitWords } from "../query/search";

/** The names to look for. */
export interface KnownNames {
  readonly zones: readonly { readonly name: string; readonly otherNames: readonly string[] }[];
  readonly firms: readonly string[];
}

/** A name of one word with fewer letters is too often a word of something else. */
const LEAST_LETTERS = 5;
/** Chinese has no spaces between words; so many signs are a name. */
const LEAST_SIGNS = 4;

const fold = (text: string) => splitWords(text).join(" ");
const isChinese = (folded: string) => /\p{sc=Han}/u.test(folded);

/** Is a folded name long enough to be found in a text? */
function isTelling(folded: string): boolean {
  if (isChinese(folded)) return folded.length >= LEAST_SIGNS;
  return folded.includes(" ") || folded.length >= LEAST_LETTERS;
}

/** Finds a folded name as whole words in a folded text with a space around it. */
function prepareName(folded: string): (text: string) => boolean {
  return isChinese(folded)
    ? (text) => text.includes(folded)
    : (text) => text.includes(` ${folded} `);
}

/** Finds the place in a zone's name beside a word that says that a zone is meant: "Rashakai SEZ", "zone at Rashakai". */
function prepareShortName(folded: string): (text: string) => boolean {
  const after = "special|economic|industrial|prioriti[sz]ed|sezs?|zones?|estates?|parks?";
  const before = "(?:sezs?|zones?|estates?|parks?)(?: (?:in|at|of|near))?";
  const pattern = new RegExp(` (?:${before} ${folded}|${folded} (?:${after})) `);
  return (text) => pattern.test(text);
}

/**
 * Prepares to find which zones and firms a text names: whole words, without case, accents and punctuation. A zone is found
 * by its name, its other names, and the place in its name beside a word such as "zone".
 * @returns finds the names, zones first, each as in `known`
 */
export function prepareNameFinder(known: KnownNames): (text: string) => string[] {
  const tests = [
    ...known.zones.map(({ name, otherNames }) => {
      const names = [name, ...otherNames].map(fold).filter(isTelling).map(prepareName);
      const short = fold(shortenZoneName(name));
      const isShorter = short !== fold(name) && isTelling(short);
      return { name, finders: isShorter ? [...names, prepareShortName(short)] : names };
    }),
    ...[...new Set(known.firms)].map((name) => {
      // A firm's owner or other name in brackets is not a part of how articles name it.
      const folded = fold(name.replace(/ \(.*\)$/, ""));
      return { name, finders: isTelling(folded) ? [prepareName(folded)] : [] };
    }),
  ];
  return (text) => {
    const folded = ` ${fold(text)} `;
    return tests.flatMap(({ name, finders }) =>
      finders.some((isIn) => isIn(folded)) ? [name] : [],
    );
  };
}
