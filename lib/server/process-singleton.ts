import "server-only";

/**
 * Makes a thing once per process and gives the same one ever after. Next builds instrumentation, proxy,
 * routes and pages as module graphs of their own within one process, so that a plain module-level
 * constant would exist once in each; the global symbol registry is what they share.
 * @param key names the thing within this application
 * @param make called by whoever comes first; may not return undefined
 */
export function processSingleton<T extends NonNullable<unknown>>(key: string, make: () => T): T {
  const symbol = Symbol.for(`cpec-sez-tracker/${key}`);
  const held: { [name: symbol]: T | undefined } = globalThis as { [name: symbol]: T | undefined };
  const existing = held[symbol];
  if (existing !== undefined) return existing;
  const made = make();
  held[symbol] = made;
  return made;
}
