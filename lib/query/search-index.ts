import { findNearestZones } from "./nearest-zones";
import { matchWord, type PlacedWord, placeWords, splitWords, type WordMatch } from "./search";

/** What the search finds, in the order of equally good results. */
export const SEARCH_KINDS = ["zone", "firm", "page", "term", "event", "source"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/**
 * What a text is of its entry. `name` and `other-name` are its names; `title` is a sentence; `quotation` is in the
 * language of its source; `id` is its id in addresses.
 */
export const MATCH_PARTS = [
  "name",
  "other-name",
  "title",
  "place",
  "developer",
  "publisher",
  "quotation",
  "id",
] as const;
export type MatchPart = (typeof MATCH_PARTS)[number];

/** A text by which an entry is found. */
export interface SearchText {
  readonly part: MatchPart;
  readonly text: string;
}

/** Something that can be found, in the words of one language. */
export interface SearchEntry {
  readonly kind: SearchKind;
  /** Unique in its kind. */
  readonly id: string;
  readonly name: string;
  /** What it is, in a line. */
  readonly about: string;
  readonly path: string;
  /** Does its page show a moment, and so take `asOf` and `knownOn`? */
  readonly dated: boolean;
  /** Every text by which it is found, its name or title first. */
  readonly texts: readonly SearchText[];
}

/** A stretch of a text: its first letter, and the one after its last (UTF-16). */
export type TextRange = readonly [from: number, to: number];

/** The text that matched best. */
export interface MatchedText extends SearchText {
  /** The letters that match, in order. Empty where the typed words are in other texts of the entry. */
  readonly ranges: readonly TextRange[];
  /** Is a typed word spelled differently? */
  readonly misspelled: boolean;
}

/** An entry that was found. */
export interface SearchHit {
  readonly entry: SearchEntry;
  readonly matched: MatchedText;
}

interface IndexedText {
  readonly searched: SearchText;
  readonly words: readonly PlacedWord[];
  /** All its words in one, so that a space too many or too few does not matter. */
  readonly joined: string;
}

interface IndexedEntry {
  readonly entry: SearchEntry;
  readonly texts: readonly IndexedText[];
}

/** Entries that are ready to be searched, in the order in which equal results come. */
export type SearchIndex = readonly IndexedEntry[];

/** Prepares entries. The order of entries of one kind is that of equally good results. */
export function buildSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  return entries.map((entry) => ({
    entry,
    texts: entry.texts.map((searched) => ({
      searched,
      words: placeWords(searched.text),
      joined: splitWords(searched.text).join(""),
    })),
  }));
}

/**
 * How well an entry matches, best first: by a whole name, the beginning of a name, its words; `near`: a whole name or its
 * beginning, misspelled.
 */
const GRADES = ["whole", "start", "beginning", "near", "inside", "misspelled"] as const;
type Grade = (typeof GRADES)[number];

const rankOf = (grade: Grade) => GRADES.indexOf(grade);
const worst = (grades: readonly Grade[]): Grade =>
  GRADES[Math.max(...grades.map(rankOf), 0)] ?? "whole";

interface GradedHit extends SearchHit {
  readonly grade: Grade;
}

type Compare = (typed: string, word: string) => WordMatch | null;

/**
 * The entries that have every typed word, in a name or in what else is known of them: whole and begun names first, then
 * by kind, then by how well the words match, then in the order of the index. Misspelled words count only among the kinds
 * in which nothing is spelled as typed. Nothing typed finds nothing.
 */
export function searchIndex(index: SearchIndex, typed: string): readonly SearchHit[] {
  const words = [...new Set(splitWords(typed))];
  if (words.length === 0) return [];
  const joined = splitWords(typed).join("");
  const compare = rememberMatches();
  const hits = index.flatMap((entry) => gradeEntry(entry, words, joined, compare) ?? []);
  const literal = new Set(
    hits.filter(({ grade }) => grade !== "misspelled").map(({ entry }) => entry.kind),
  );
  return hits
    .filter(({ grade, entry }) => grade !== "misspelled" || !literal.has(entry.kind))
    .sort(
      (a, b) =>
        Math.min(rankOf(a.grade), 2) - Math.min(rankOf(b.grade), 2) ||
        SEARCH_KINDS.indexOf(a.entry.kind) - SEARCH_KINDS.indexOf(b.entry.kind) ||
        rankOf(a.grade) - rankOf(b.grade),
    );
}

/** The entries that a search found. */
export interface SearchResult {
  /** Those of the kinds asked for, best first. */
  readonly hits: readonly SearchHit[];
  /** How many were found of each kind, asked for or not. */
  readonly counts: Readonly<Record<SearchKind, number>>;
  /** At most 5 zones and firms with a similar name, where nothing of any kind was found. */
  readonly nearest: readonly SearchEntry[];
}

/**
 * Searches some kinds of entries.
 * @param kinds absent: all
 */
export function searchKinds(
  index: SearchIndex,
  typed: string,
  kinds?: readonly string[],
): SearchResult {
  const all = searchIndex(index, typed);
  const count = (kind: SearchKind) => all.filter(({ entry }) => entry.kind === kind).length;
  return {
    hits: all.filter(({ entry }) => kinds?.includes(entry.kind) ?? true),
    counts: Object.fromEntries(
      SEARCH_KINDS.map((kind) => [kind, count(kind)]),
    ) as SearchResult["counts"],
    nearest: all.length === 0 ? findNearestEntries(index, typed) : [],
  };
}

function findNearestEntries(index: SearchIndex, typed: string): SearchEntry[] {
  const named = index
    .filter(({ entry }) => entry.kind === "zone" || entry.kind === "firm")
    .map(({ entry }) => ({ slug: entry.id, name: entry.name, entry }));
  return findNearestZones(typed, named).map(({ entry }) => entry);
}

/** Comparing by edits is slow, and the entries share most of their words. */
function rememberMatches(): Compare {
  const known = new Map<string, Map<string, WordMatch | null>>();
  return (typed, word) => {
    const answers = known.get(typed) ?? new Map<string, WordMatch | null>();
    known.set(typed, answers);
    const answer = answers.get(word);
    if (answer !== undefined) return answer;
    const found = matchWord(typed, word);
    const match = found === "inside" && isShort(typed) ? null : found;
    answers.set(word, match);
    return match;
  };
}

/** One or two Latin letters are inside too many words; two Chinese or Urdu ones are a word. */
function isShort(typed: string): boolean {
  return typed.length < 3 && /^[\p{sc=Latin}\p{N}]+$/u.test(typed);
}

function gradeEntry(
  { entry, texts }: IndexedEntry,
  words: readonly string[],
  joined: string,
  compare: Compare,
): GradedHit | null {
  let best: GradedHit | null = null;
  const found = new Map<string, WordMatch>();
  let together: { readonly searched: SearchText; readonly count: number } | null = null;
  for (const text of texts) {
    const matches = words.map((word) => matchText(word, text, compare));
    const whole = gradeWhole(text, joined, compare);
    const spelled = matches.every((match) => match !== null)
      ? worst(matches.map(({ match }) => match))
      : null;
    const grade = pickGrade(whole, spelled);
    if (grade !== null && (best === null || rankOf(grade) < rankOf(best.grade))) {
      const ranges: readonly TextRange[] =
        spelled === null
          ? [[0, text.searched.text.length]]
          : mergeRanges(matches.flatMap((match) => (match ? [match.range] : [])));
      const misspelled = grade === "near" || grade === "misspelled";
      best = { entry, grade, matched: { ...text.searched, ranges, misspelled } };
    }
    for (const [i, word] of words.entries()) {
      const match = matches[i]?.match;
      const before = found.get(word);
      if (match && (before === undefined || rankOf(match) < rankOf(before))) found.set(word, match);
    }
    const count = matches.filter((match) => match !== null).length;
    if (together === null || count > together.count) together = { searched: text.searched, count };
  }
  if (best !== null && best.grade !== "misspelled") return best;
  // The words may be in several texts, such as a zone's name and its district.
  if (together === null || words.some((word) => !found.has(word))) return best;
  const grade = worst([...found.values()]);
  if (best !== null && rankOf(best.grade) <= rankOf(grade)) return best;
  return {
    entry,
    grade,
    matched: { ...together.searched, ranges: [], misspelled: grade === "misspelled" },
  };
}

function pickGrade(a: Grade | null, b: Grade | null): Grade | null {
  if (a === null || b === null) return a ?? b;
  return rankOf(a) < rankOf(b) ? a : b;
}

/** The best match of a typed word among the words of a text. */
function matchText(
  typed: string,
  { words }: IndexedText,
  compare: Compare,
): { readonly match: WordMatch; readonly range: TextRange } | null {
  let best: { readonly match: WordMatch; readonly placed: PlacedWord } | null = null;
  for (const placed of words) {
    const match = compare(typed, placed.word);
    if (match !== null && (best === null || rankOf(match) < rankOf(best.match))) {
      best = { match, placed };
      if (match === "beginning") break;
    }
  }
  return best && { match: best.match, range: getRange(typed, best.match, best.placed) };
}

/** The matching letters of a word; all of it where it is misspelled or has letters that folding leaves out. */
function getRange(typed: string, match: WordMatch, { word, from, to }: PlacedWord): TextRange {
  if (match === "misspelled" || word.length !== to - from) return [from, to];
  const start = from + word.indexOf(typed);
  return [start, start + typed.length];
}

/** Letters that may lack before and after the typed inside of a name. */
const MAX_LACKING = 2;

/** The grade of a whole name, whatever its spaces; null where it does not match, and for texts that are no names. */
function gradeWhole({ searched, joined }: IndexedText, typed: string, compare: Compare) {
  if (searched.part !== "name" && searched.part !== "other-name") return null;
  if (joined === typed) return "whole";
  const match = compare(typed, joined);
  if (match === "beginning") return "start";
  // The inside of a name is near the whole where it lacks no more than a misspelling would.
  const lacks = match === "inside" ? joined.length - typed.length : 0;
  return match === null || lacks > MAX_LACKING ? null : "near";
}

/** Ranges in order, those that meet as one. */
function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}
