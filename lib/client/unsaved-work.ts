import type { Translate } from "../text/text-base";

/** The beginning of the keys under which a browser keeps the drafts of one person. */
export function draftsOf(personId: string): string {
  return `cpec-sez-tracker/draft/${personId}/`;
}

/**
 * Asks before signing out while a browser keeps drafts of a person.
 * @returns whether to sign out
 */
export function confirmSignOut(t: Translate, personId: string): boolean {
  const count = listDraftKeys(draftsOf(personId)).length;
  return count === 0 || window.confirm(t("layout.session.unsaved", { count }));
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
