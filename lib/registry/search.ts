import { editDistance } from "./nearest";
import type { ZoneRow } from "./row";

/** Text without case, accents and punctuation, as words. */
export function searchWords(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Misspellings forgiven in a word of this length. */
function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

function matchesWord(typed: string, word: string): boolean {
  if (word.includes(typed)) return true;
  const allowed = forgiven(typed.length);
  if (allowed === 0) return false;
  // The reader may still be typing: the start of a longer word counts like the word.
  for (let length = typed.length - allowed; length <= typed.length + allowed; length++) {
    if (length > word.length) break;
    if (editDistance(typed, word.slice(0, length)) <= allowed) return true;
  }
  return Math.abs(word.length - typed.length) <= allowed && editDistance(typed, word) <= allowed;
}

const wordsOfRow = new WeakMap<ZoneRow, readonly string[]>();

function rowWords(row: ZoneRow): readonly string[] {
  const known = wordsOfRow.get(row);
  if (known) return known;
  const { name, aliases, district, developer } = row.values;
  const words = [
    ...new Set(
      searchWords(
        [name, ...(aliases ?? []), district, developer, row.slug, ...row.firms].join(" "),
      ),
    ),
  ];
  wordsOfRow.set(row, words);
  return words;
}

/**
 * Does every word typed occur among a zone's names, aliases, district, developer or firms?
 * Forgives case, accents, unfinished words, and one misspelling from four letters, two from eight.
 */
export function matchesText(row: ZoneRow, text: string): boolean {
  const words = rowWords(row);
  return searchWords(text).every((typed) => words.some((word) => matchesWord(typed, word)));
}
