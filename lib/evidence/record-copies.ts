/**
 * Makes records that have one value under every key, to be changed. As copies of one record they share its layout in memory,
 * where a record that is filled key by key becomes a table of its own, three times as large.
 */
export function createCopies<K extends string, T>(
  keys: readonly K[],
  value: T,
): () => Record<K, T> {
  const first = Object.fromEntries(keys.map((key) => [key, value])) as Record<K, T>;
  return () => ({ ...first });
}
