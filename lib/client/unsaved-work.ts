/** The beginning of the keys under which a browser keeps the drafts of one person. */
export function draftsOf(personId: string): string {
  return `cpec-sez-tracker/draft/${personId}/`;
}

/** The keys of kept drafts that begin with a text; none where the browser's storage is switched off. */
export function listDraftKeys(beginning: string): string[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "");
    return keys.filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}
