import { memoize } from "./shared-cache";

/** Items by a key, in their order; the keys in the order in which they first come. */
export function groupBy<K, T>(items: Iterable<T>, getKey: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = getKey(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * `groupBy` for lists that are asked again and again, as every write does: a list is grouped once.
 * @param name of the groups, in this application
 * @returns groups a list that nobody changes
 */
export function groupOnce<K, T>(
  name: string,
  getKey: (item: T) => K,
): (items: readonly T[]) => ReadonlyMap<K, readonly T[]> {
  return memoize(name, (items) => groupBy(items, getKey));
}
