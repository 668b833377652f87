import type { ZoneRow } from "../evidence/row";
import { editDistance } from "./edit-distance";

/** Lower case, without accents. */
export function stripAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

const PUNCTUATION = /[^\p{L}\p{N}]+/u;

/** Splits text into words, without case, accents and punctuation. */
export function splitWords(text: string): string[] {
  return stripAccents(text)
    .split(PUNCTUATION)
    .filter((word) => word !== "");
}

/** The words of a text, and words with punctuation (M-3, Quaid-e-Azam) also joined. */
function wordsAndJoined(text: string): string[] {
  const joined = stripAccents(text)
    .split(/\s+/u)
    .map((chunk) => chunk.split(PUNCTUATION).join(""));
  return [...splitWords(text), ...joined.filter((word) => word !== "")];
}

/** Minimum letters of a misspelled beginning of a longer word; shorter ones match too many words. */
const MIN_PREFIX_LENGTH = 5;

function matchesWord(typed: string, word: string): boolean {
  if (word.includes(typed)) return true;
  // One misspelled letter is allowed from 4 letters (3 typed), two from 8.
  if (Math.max(typed.length, word.length) < 4 || typed.length < 3) return false;
  const allowed = typed.length < 8 ? 1 : 2;
  const short = typed.length < MIN_PREFIX_LENGTH;
  // The reader may still be typing, so the beginning of a longer word matches too.
  const from = short ? word.length : typed.length - allowed;
  const to = Math.min(word.length, typed.length + allowed);
  for (let length = from; length <= to; length++) {
    if (editDistance(typed, word.slice(0, length)) <= allowed) return true;
  }
  return false;
}

/** Keyed by the values, which stay the same object when ranking copies a row. */
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
    const answer = matchesWord(typed, word);
    compared.get(typed)?.set(word, answer);
    return answer;
  };
  return (row) => {
    const words = getRowWords(row);
    return typedWords.every((typed) => words.some((word) => matches(typed, word)));
  };
}

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
export function findNearestZones(typed: string, zones: readonly NamedZone[]): readonly NamedZone[] {
  const wanted = splitWords(typed).filter((word) => !COMMON.has(word));
  return zones
    .map((zone) => {
      const words = [...new Set(splitWords(`${zone.slug} ${zone.name}`))];
      const matches = wanted.filter((word) => words.some((other) => isNear(word, other))).length;
      return { zone, matches, distance: editDistance(typed.toLowerCase(), zone.slug) };
    })
    .filter(({ matches }) => matches > 0)
    .sort((a, b) => b.matches - a.matches || a.distance - b.distance)
    .slice(0, MAX_RESULTS)
    .map(({ zone }) => zone);
}

function isNear(typed: string, word: string): boolean {
  if (typed.length >= 3 && word.startsWith(typed)) return true;
  return editDistance(typed, word) <= MAX_EDIT_SHARE * Math.max(typed.length, word.length);
}
