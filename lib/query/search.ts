import type { ZoneRow } from "../evidence/row";
import { sharedCache } from "../evidence/shared-cache";
import { listOtherZoneNames } from "../evidence/zone-name";
import { isNearBeginning } from "./edit-distance";

/** Lower case, without accents. */
export function stripAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Letters that Arabic and Urdu keyboards write differently, and the one that they are compared as. */
const LETTER_VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/[يىے]/gu, "ی"],
  [/ك/gu, "ک"],
  [/[هةھە]/gu, "ہ"],
  [/ں/gu, "ن"],
  // A lengthened line, and joiners that only shape the writing.
  [/[\u0640\u200c\u200d]/gu, ""],
];

/** Lower case without accents, with one form of each letter and digit. */
function foldLetters(text: string): string {
  const folded = stripAccents(text.normalize("NFKC")).replace(/[٠-٩۰-۹]/gu, (digit) =>
    String(digit.charCodeAt(0) % 16),
  );
  return LETTER_VARIANTS.reduce((word, [variants, one]) => word.replace(variants, one), folded);
}

const PUNCTUATION = /[^\p{L}\p{N}]+/u;

/** Splits text into words, without case, accents, punctuation and variants of letters. */
export function splitWords(text: string): string[] {
  return foldLetters(text)
    .split(PUNCTUATION)
    .filter((word) => word !== "");
}

/** A word of a text, folded, with its place in the text. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
  /** After its last letter. */
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}\u200c\u200d]+/gu;

/** The words of a text with their places; words with punctuation (M-3, Quaid-e-Azam) also joined. */
export function placeWords(text: string): PlacedWord[] {
  const chunks = text.matchAll(/\S+/gu);
  return Array.from(chunks).flatMap(({ 0: chunk, index: start }) => {
    const parts = Array.from(chunk.matchAll(WORD), ({ 0: part, index }) =>
      placeWord(part, start + index),
    );
    return parts.length > 1 ? [...parts, placeWord(chunk, start)] : parts;
  });
}

function placeWord(text: string, from: number): PlacedWord {
  return { word: splitWords(text).join(""), from, to: from + text.length };
}

/** Minimum letters of a misspelled beginning of a longer word; shorter ones match too many words. */
const MIN_PREFIX_LENGTH = 5;

/** How a typed word matches a word: at its beginning, further inside, or misspelled. */
export type WordMatch = "beginning" | "inside" | "misspelled";

/** How a typed word matches a word, which may be unfinished; null where it does not. Both are folded. */
export function matchWord(typed: string, word: string): WordMatch | null {
  const at = word.indexOf(typed);
  if (at >= 0) return at === 0 ? "beginning" : "inside";
  // One misspelled letter is allowed from 4 letters (3 typed), two from 8.
  if (Math.max(typed.length, word.length) < 4 || typed.length < 3) return null;
  const allowed = typed.length < 8 ? 1 : 2;
  // The reader may still be typing, so the beginning of a longer word matches too.
  const least = typed.length < MIN_PREFIX_LENGTH ? word.length : typed.length - allowed;
  if (least > word.length || least > typed.length + allowed) return null;
  return isNearBeginning(typed, word, least, allowed) ? "misspelled" : null;
}

/** Keyed by the values, which stay the same object when ranking copies a row. */
const wordsOfRow = sharedCache<ZoneRow["values"], readonly string[]>("row-words");

/** The folded words in which the text search looks. Made once for the same values. */
function getRowWords(row: ZoneRow): readonly string[] {
  const known = wordsOfRow.get(row.values);
  if (known) return known;
  const { name, district, developer } = row.values;
  const texts = [
    name,
    ...listOtherZoneNames(row.values),
    district,
    developer,
    row.slug,
    ...row.firms,
  ];
  const words = [
    ...new Set(texts.flatMap((text) => placeWords(text ?? "").map(({ word }) => word))),
  ];
  wordsOfRow.set(row.values, words);
  return words;
}

/**
 * Builds a test whether every typed word occurs in a zone's names, aliases, district, developer or
 * firms. Ignores case, accents and punctuation, and allows unfinished words, one misspelled letter from
 * 4 letters and two from 8.
 */
export function buildTextMatcher(text: string): (row: ZoneRow) => boolean {
  const typedWords = splitWords(text);
  // Comparing words by edits is slow, and most zones share most of their words.
  const compared = new Map(typedWords.map((typed) => [typed, new Map<string, boolean>()]));
  const matches = (typed: string, word: string) => {
    const known = compared.get(typed)?.get(word);
    if (known !== undefined) return known;
    const answer = matchWord(typed, word) !== null;
    compared.get(typed)?.set(word, answer);
    return answer;
  };
  return (row) => {
    const words = getRowWords(row);
    return typedWords.every((typed) => words.some((word) => matches(typed, word)));
  };
}
