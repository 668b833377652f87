import "server-only";

/** What this copy of the module has found: finding a global symbol takes longer. */
const found = new Map<string, NonNullable<unknown>>();

/**
 * Makes an object once per process. Next.js builds instrumentation, proxy, routes and pages as separate
 * module graphs in one process, so a module-level constant would exist once in each. They share the
 * global symbol registry.
 * @param key name of the object in this application
 * @param make called on first use; must not return undefined
 */
export function processSingleton<T extends NonNullable<unknown>>(key: string, make: () => T): T {
  const known = found.get(key);
  // Each key stands for one type.
  if (known !== undefined) return known as T;
  const symbol = Symbol.for(`cpec-sez-tracker/${key}`);
  const held: { [name: symbol]: T | undefined } = globalThis as { [name: symbol]: T | undefined };
  const shared = held[symbol] ?? make();
  held[symbol] = shared;
  found.set(key, shared);
  return shared;
}
