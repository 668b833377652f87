/**
 * A copy of a list, sorted by numbers that are computed once for each item: ascending by the first in which 2 items differ.
 * @param getKey gives as many numbers for each item
 */
export function sortByKey<T>(items: readonly T[], getKey: (item: T) => readonly number[]): T[] {
  const width = items[0] === undefined ? 0 : getKey(items[0]).length;
  // In one list: a comparison then reads neighbours in memory.
  const numbers = new Float64Array(items.length * width);
  for (const [i, item] of items.entries()) numbers.set(getKey(item), i * width);
  const compare = (a: number, b: number) => {
    for (let at = 0; at < width; at += 1) {
      const difference = (numbers[a * width + at] ?? 0) - (numbers[b * width + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return [...items.keys()].sort(compare).map((i) => items[i] as T);
}

/** Compares two lists of as many numbers by the first in which they differ. */
export function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
