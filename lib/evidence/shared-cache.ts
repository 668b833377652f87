/**
 * A cache of what is worked out from objects that never change. Next.js builds pages, routes and the server's start as separate
 * module graphs in one process, which share the objects of the ledger; without this, each would work everything out again.
 * While developing, each copy of a module has a cache of its own, because code changes and the objects stay.
 * @param name of what is kept, in this application
 */
export function sharedCache<K extends WeakKey, V>(name: string): WeakMap<K, V> {
  if (process.env.NODE_ENV !== "production") return new WeakMap();
  const symbol = Symbol.for(`cpec-sez-tracker/cache/${name}`);
  const held = globalThis as { [name: symbol]: WeakMap<K, V> | undefined };
  const cache = held[symbol] ?? new WeakMap();
  held[symbol] = cache;
  return cache;
}

/**
 * A function that computes its result once for each object.
 * @param name of what is kept, in this application
 */
export function memoize<K extends WeakKey, V extends NonNullable<unknown>>(
  name: string,
  compute: (key: K) => V,
): (key: K) => V {
  const cache = sharedCache<K, V>(name);
  return (key) => {
    const known = cache.get(key) ?? compute(key);
    cache.set(key, known);
    return known;
  };
}
