/** The most sources that are remembered. */
const MOST = 3;

const keyOf = (personId: string) => `cpec-sez-tracker/sources/${personId}`;

/** The ids of the sources that a person used last in this browser, the latest first; none where its storage is off. */
export function readLastSources(personId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers the source of what was recorded. */
export function rememberSource(personId: string, sourceId: string): void {
  const others = readLastSources(personId).filter((id) => id !== sourceId);
  try {
    localStorage.setItem(keyOf(personId), JSON.stringify([sourceId, ...others].slice(0, MOST)));
  } catch {
    // Storage is off or full: the source is found by its words.
  }
}
