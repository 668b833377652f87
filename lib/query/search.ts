import type { ZoneRow } from "../evidence/row";
import { editDistance } from "./edit-distance";

/** Text in small letters without accents. */
function stripAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

const PUNCTUATION = /[^\p{L}\p{N}]+/u;

/** Text without case, accents and punctuation, as words. */
export function splitWords(text: string): string[] {
  return stripAccents(text)
    .split(PUNCTUATION)
    .filter((word) => word !== "");
}

/** The words of a text, and those that punctuation parts (M-3, Quaid-e-Azam) written together too. */
function wordsAndJoined(text: string): string[] {
  const joined = stripAccents(text)
    .split(/\s+/u)
    .map((chunk) => chunk.split(PUNCTUATION).join(""));
  return [...splitWords(text), ...joined.filter((word) => word !== "")];
}

/** Letters from which a misspelled start of a longer word counts; below, it would begin too many. */
const LONG_ENOUGH_TO_BEGIN = 5;

function matchesWord(typed: string, word: string): boolean {
  if (word.includes(typed)) return true;
  // A misspelling is forgiven from four letters, of which a typed word may lack one; two from eight.
  if (Math.max(typed.length, word.length) < 4 || typed.length < 3) return false;
  const allowed = typed.length < 8 ? 1 : 2;
  const short = typed.length < LONG_ENOUGH_TO_BEGIN;
  // The reader may still be typing: the start of a longer word counts like the word.
  const from = short ? word.length : typed.length - allowed;
  const to = Math.min(word.length, typed.length + allowed);
  for (let length = from; length <= to; length++) {
    if (editDistance(typed, word.slice(0, length)) <= allowed) return true;
  }
  return false;
}

/** By the row's values, which ranking hands on while it makes the rows anew for every query. */
const wordsOfRow = new WeakMap<ZoneRow["values"], readonly string[]>();

function getRowWords(row: ZoneRow): readonly string[] {
  const known = wordsOfRow.get(row.values);
  if (known) return known;
  const { name, aliases, district, developer } = row.values;
  const texts = [name, ...(aliases ?? []), district, developer, row.slug, ...row.firms];
  const words = [...new Set(texts.flatMap((text) => wordsAndJoined(text ?? "")))];
  wordsOfRow.set(row.values, words);
  return words;
}

/**
 * A test of zones by text: does every word typed occur among a zone's names, aliases, district,
 * developer or firms? Forgives case, accents, unfinished words, punctuation left out, and one
 * misspelling from four letters, two from eight.
 */
export function buildTextMatcher(text: string): (row: ZoneRow) => boolean {
  const typedWords = splitWords(text);
  // Most zones share most of their words, and comparing two words with edits is the dear part.
  const compared = new Map(typedWords.map((typed) => [typed, new Map<string, boolean>()]));
  const matches = (typed: string, word: string) => {
    const known = compared.get(typed)?.get(word);
    if (known !== undefined) return known;
    const answer = matchesWord(typed, word);
    compared.get(typed)?.set(word, answer);
    return answer;
  };
  return (row) => {
    const words = getRowWords(row);
    return typedWords.every((typed) => words.some((word) => matches(typed, word)));
  };
}
