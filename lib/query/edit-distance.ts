/**
 * The number of edits (insert, delete, replace, swap of neighbours) from one word to another.
 * @param limit more edits than this are not counted: the result is then Infinity
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  const distance = measureBeginnings(a, b, limit)?.[b.length] ?? Number.POSITIVE_INFINITY;
  return distance > limit ? Number.POSITIVE_INFINITY : distance;
}

/**
 * Is a word within some edits of a beginning of another?
 * @param least the fewest letters of that beginning
 */
export function isNearBeginning(a: string, b: string, least: number, limit: number): boolean {
  const distances = measureBeginnings(a, b.slice(0, a.length + limit), limit);
  return distances?.subarray(least).some((distance) => distance <= limit) ?? false;
}

/** The edits from a word to each beginning of another, by its length; null where all need more than the limit. */
function measureBeginnings(a: string, b: string, limit: number): Uint16Array | null {
  const width = b.length + 1;
  // 3 rows of the table in turn: a swap needs the row before the last.
  const table = new Uint16Array(3 * width);
  for (let j = 0; j < width; j++) table[j] = j;
  let least = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = (i % 3) * width;
    const last = ((i + 2) % 3) * width;
    const beforeLast = ((i + 1) % 3) * width;
    const letter = a.charCodeAt(i - 1);
    const lastLeast = least;
    least = i;
    table[row] = i;
    for (let j = 1; j < width; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (table[last + j - 1] ?? 0) + (letter === other ? 0 : 1);
      const inserted = Math.min(table[last + j] ?? 0, table[row + j - 1] ?? 0) + 1;
      if (inserted < cost) cost = inserted;
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        const swapped = (table[beforeLast + j - 2] ?? 0) + 1;
        if (swapped < cost) cost = swapped;
      }
      if (cost < least) least = cost;
      table[row + j] = cost;
    }
    if (least > limit && lastLeast > limit) return null;
  }
  const start = (a.length % 3) * width;
  return table.subarray(start, start + width);
}

/** Longest text that is compared with a list: longer than every name, slug and id. */
const MAX_TYPED = 64;
/** Most words of a list that are compared, so that a long list of data does not slow down an answer. */
const MAX_WORDS = 1_000;
/** Values of a list of data that are suggested. */
const MAX_SUGGESTIONS = 20;

/** The most edits from a text to a word that is near: a third of its letters, at least 2, not every letter. */
function getLimit(typed: string): number {
  return Math.min(Math.max(2, Math.ceil(typed.length / 3)), typed.length - 1);
}

/** The edits from a text in small letters to a word; half an edit to one that begins with it. */
function measure(wanted: string, word: string, limit: number): number {
  const candidate = word.toLowerCase();
  if (wanted.length >= 3 && candidate.startsWith(wanted)) return 0.5;
  return editDistance(wanted, candidate, limit);
}

/**
 * The word of a list that is closest to what was typed: one that begins with it, else one within as
 * many edits as a third of its letters (at least 2). Null where none is close or every letter differs.
 */
export function findNearest(typed: string, words: Iterable<string>): string | null {
  if (typed.length > MAX_TYPED) return null;
  const wanted = typed.toLowerCase();
  const limit = getLimit(typed);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  let compared = 0;
  for (const word of words) {
    if (++compared > MAX_WORDS) break;
    const distance = measure(wanted, word, Math.min(limit, least));
    if (distance > limit || distance >= least) continue;
    least = distance;
    best = word;
  }
  return best;
}

/** The words of a list that are near what was typed, the closest first. */
function listNear(typed: string, words: readonly string[]): string[] {
  if (typed.length > MAX_TYPED) return [];
  const wanted = typed.toLowerCase();
  const limit = getLimit(typed);
  return words
    .slice(0, MAX_WORDS)
    .map((word) => ({ word, distance: measure(wanted, word, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .map(({ word }) => word);
}

/**
 * Words of a list that grows with the data: at most 20, the closest to what was typed first. A short
 * list is given whole, in its own order.
 */
export function listSuggestions(typed: string, words: readonly string[]): readonly string[] {
  if (words.length <= MAX_SUGGESTIONS) return words;
  const suggestions = new Set(listNear(typed, words).slice(0, MAX_SUGGESTIONS));
  for (const word of words) {
    if (suggestions.size >= MAX_SUGGESTIONS) break;
    suggestions.add(word);
  }
  return [...suggestions];
}
