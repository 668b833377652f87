/**
 * A copy of a list, sorted by numbers that are computed once for each item: ascending by the first in which 2 items differ.
 * @param getKey gives as many numbers for each item
 */
export function sortByKey<T>(items: readonly T[], getKey: (item: T) => readonly number[]): T[] {
  return items
    .map((item) => ({ item, key: getKey(item) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}

/** Compares two lists of as many numbers by the first in which they differ. */
export function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
