import { listDraftKeys } from "./unsaved-work";

/** A draft that this browser keeps, and when it was last changed (milliseconds). */
export interface TabDraft<T> {
  readonly id: string;
  readonly draft: T;
  readonly changedAt: number;
}

/** The drafts of one form in this browser, as a tab finds them. */
interface FoundDrafts<T> {
  /** The draft of this tab; null: it has none. */
  readonly own: TabDraft<T> | null;
  /** Those of other tabs and earlier days, the latest first. */
  readonly others: readonly TabDraft<T>[];
}

/**
 * Each tab has its own draft of a form, so that two tabs do not overwrite each other: `localStorage` has every draft of
 * the form below its folder, and `sessionStorage` the id of the tab's own one.
 */
const keyOf = (folder: string, id: string) => `${folder}/${id}`;

/**
 * Finds the drafts of a form. Where the browser's storage is switched off there are none.
 * @param folder the form and the person, as the beginning of keys
 * @param read makes a draft of this form from what was kept, also by an earlier edition; null: it is none
 */
export function findTabDrafts<T>(
  folder: string,
  read: (kept: unknown) => T | null,
): FoundDrafts<T> {
  const ownId = readOwnId(folder);
  const all = listDraftKeys(keyOf(folder, "")).flatMap((key) => {
    const kept = readKept(key);
    const draft = kept && read(kept.draft);
    const id = key.slice(keyOf(folder, "").length);
    return kept && draft !== null ? [{ id, draft, changedAt: kept.changedAt }] : [];
  });
  return {
    own: all.find(({ id }) => id === ownId) ?? null,
    others: all
      .filter(({ id }) => id !== ownId)
      .sort((one, other) => other.changedAt - one.changedAt),
  };
}

function readOwnId(folder: string): string | null {
  try {
    return sessionStorage.getItem(folder);
  } catch {
    return null;
  }
}

function readKept(key: string): { readonly draft: unknown; readonly changedAt: number } | null {
  try {
    const { draft, changedAt } = JSON.parse(localStorage.getItem(key) ?? "{}");
    return { draft, changedAt: Number(changedAt) };
  } catch {
    return null;
  }
}

/**
 * Keeps a draft as that of this tab.
 * @returns whether the browser could; else it stays on the page only
 */
export function keepTabDraft(folder: string, id: string, draft: unknown): boolean {
  try {
    sessionStorage.setItem(folder, id);
    localStorage.setItem(keyOf(folder, id), JSON.stringify({ draft, changedAt: Date.now() }));
    return true;
  } catch {
    // Its storage is full or switched off.
    return false;
  }
}

/** Forgets a draft. */
export function forgetTabDraft(folder: string, id: string): void {
  try {
    localStorage.removeItem(keyOf(folder, id));
  } catch {
    // Storage is switched off: nothing was kept.
  }
}
