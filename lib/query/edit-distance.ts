/** The number of edits (insert, delete, replace, swap of neighbours) from one word to another. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The word of a list that is closest to what was typed: one that begins with it, else one within as
 * many edits as a third of its letters (at least 2). Null where none is close or every letter differs.
 */
export function findNearest(typed: string, words: Iterable<string>): string | null {
  const wanted = typed.toLowerCase();
  let best: string | null = null;
  let minDistance = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const candidate = word.toLowerCase();
    const distance =
      wanted.length >= 3 && candidate.startsWith(wanted) ? 0.5 : editDistance(wanted, candidate);
    if (distance < minDistance) {
      minDistance = distance;
      best = word;
    }
  }
  return minDistance <= Math.max(2, Math.ceil(typed.length / 3)) && minDistance < typed.length
    ? best
    : null;
}
