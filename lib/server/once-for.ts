import "server-only";
import { processSingleton } from "./process-singleton";

/**
 * What is made once for an object and kept as long as it. What failed is made again by the next call.
 * @param name of what is made, in this application
 */
export function onceFor<K extends object, T>(
  name: string,
  key: K,
  make: () => Promise<T>,
): Promise<T> {
  const kept = processSingleton(name, () => new WeakMap<K, Promise<T>>());
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
