"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { draftsOf, listDraftKeys } from "@/lib/client/unsaved-work";
import { emptyDraft, emptyItem, isTouched, type RecordDraft } from "./draft";
import { withoutSent } from "./draft-items";

/** A draft kept in this browser, and when it was last changed (milliseconds). */
interface KeptDraft {
  readonly draft: RecordDraft;
  readonly changedAt: number;
}

/** The draft of this tab, and what can be done with it. */
export interface DraftState {
  readonly draft: RecordDraft;
  readonly setDraft: (change: (draft: RecordDraft) => RecordDraft) => void;
  /** Was the draft restored after a reload or an ended session? */
  readonly restored: boolean;
  /** Could the browser keep the last change? */
  readonly isKept: boolean;
  /** Unfinished drafts of other tabs and earlier days, the latest first. */
  readonly others: readonly KeptDraft[];
  readonly resumeDraft: (draft: RecordDraft) => void;
  /** Deletes the draft and starts an empty one. */
  readonly clear: () => void;
  /**
   * Removes the reports that were sent, and the draft where nothing was typed since.
   * @returns whether something typed since is left
   */
  readonly removeSent: (sent: RecordDraft) => boolean;
}

/**
 * The drafts of one person on one zone, or of articles: several people may use one browser. In `sessionStorage` it
 * holds the id of the tab's draft.
 */
const folderOf = (personId: string, place: string) => `${draftsOf(personId)}${place}`;

/** Each tab has its own draft, so that two tabs on one zone do not overwrite each other. */
const keyOf = (folder: string, id: string) => `${folder}/${id}`;

function isKeptDraft(value: unknown): value is KeptDraft {
  if (typeof value !== "object" || value === null || !("draft" in value)) return false;
  const { draft } = value;
  return (
    typeof draft === "object" && draft !== null && "items" in draft && Array.isArray(draft.items)
  );
}

/** A draft that an earlier edition of the form kept, with what it and its reports have had since. */
function complete(draft: RecordDraft, zone: string): RecordDraft {
  return {
    ...emptyDraft(),
    ...draft,
    items: draft.items.map((item) => ({
      ...emptyItem(zone, item.field, item.tenancy, item.basedOn),
      ...item,
    })),
  };
}

function readDraft(key: string): KeptDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    const zone = key.split("/").at(-2) ?? "";
    return isKeptDraft(value) ? { ...value, draft: complete(value.draft, zone) } : null;
  } catch {
    return null;
  }
}

function listUnfinished(folder: string, except: string): KeptDraft[] {
  return listDraftKeys(keyOf(folder, ""))
    .flatMap((key) => readDraft(key) ?? [])
    .filter(({ draft }) => draft.id !== except && isTouched(draft))
    .sort((a, b) => b.changedAt - a.changedAt);
}

/** Keeps a draft, or removes one in which nothing is typed any more. @returns whether the browser could */
function keep(key: string, draft: RecordDraft): boolean {
  try {
    if (isTouched(draft)) {
      const kept: KeptDraft = { draft, changedAt: Date.now() };
      localStorage.setItem(key, JSON.stringify(kept));
    } else localStorage.removeItem(key);
    return true;
  } catch {
    // The browser's storage is full or switched off.
    return false;
  }
}

/**
 * Keeps what a person types in this browser, one draft per tab.
 * @param place the slug of the zone that the form is about, or `an.article`
 */
export function useDraft(personId: string, place: string): DraftState {
  const [draft, setState] = useState<RecordDraft>(emptyDraft);
  const [restored, setRestored] = useState(false);
  const [others, setOthers] = useState<readonly KeptDraft[]>([]);
  const [isKept, setKept] = useState(true);
  const latest = useRef(draft);
  const folder = folderOf(personId, place);

  const show = useCallback((next: RecordDraft) => {
    latest.current = next;
    setState(next);
  }, []);

  useEffect(() => {
    const id = sessionStorage.getItem(folder);
    const kept = id === null ? null : readDraft(keyOf(folder, id));
    if (kept && isTouched(kept.draft)) {
      show(kept.draft);
      setRestored(true);
    } else {
      sessionStorage.setItem(folder, latest.current.id);
    }
    setOthers(listUnfinished(folder, latest.current.id));
  }, [folder, show]);

  const setDraft = useCallback(
    (change: (draft: RecordDraft) => RecordDraft) => {
      const next = change(latest.current);
      show(next);
      // At every change and without a delay, because the tab may be closed at any time.
      setKept(keep(keyOf(folder, next.id), next));
    },
    [folder, show],
  );

  const switchTo = useCallback(
    (next: RecordDraft) => {
      sessionStorage.setItem(folder, next.id);
      show(next);
    },
    [folder, show],
  );

  const clear = useCallback(() => {
    localStorage.removeItem(keyOf(folder, latest.current.id));
    setRestored(false);
    switchTo(emptyDraft());
  }, [switchTo, folder]);

  const removeSent = useCallback(
    (sent: RecordDraft): boolean => {
      const left = withoutSent(latest.current, sent);
      if (left === null) clear();
      else setDraft(() => left);
      return left !== null;
    },
    [clear, setDraft],
  );

  return {
    draft,
    setDraft,
    restored,
    isKept,
    others,
    resumeDraft: useCallback(
      (next: RecordDraft) => {
        switchTo(next);
        setRestored(true);
        setOthers(listUnfinished(folder, next.id));
      },
      [switchTo, folder],
    ),
    clear,
    removeSent,
  };
}
