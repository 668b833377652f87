"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import {
  findTabDrafts,
  forgetTabDraft,
  keepTabDraft,
  type TabDraft,
} from "@/lib/client/tab-drafts";
import { draftsOf } from "@/lib/client/unsaved-work";
import { emptyDraft, emptyItem, isTouched, type RecordDraft, withoutSent } from "./draft";

/** The draft of this tab, and what can be done with it. */
export interface DraftState {
  readonly draft: RecordDraft;
  readonly setDraft: (change: (draft: RecordDraft) => RecordDraft) => void;
  /** Was the draft restored after a reload or an ended session? */
  readonly restored: boolean;
  /** Could the browser keep the last change? */
  readonly isKept: boolean;
  /** Unfinished drafts of other tabs and earlier days, the latest first. */
  readonly others: readonly TabDraft<RecordDraft>[];
  readonly resumeDraft: (draft: RecordDraft) => void;
  /** Begins with a draft of another source; what was typed on this tab before becomes one of the others. */
  readonly begin: (draft: RecordDraft) => void;
  /** Deletes the draft and starts an empty one. */
  readonly clear: () => void;
  /**
   * Removes the reports that were sent, and the draft where nothing was typed since.
   * @returns whether something typed since is left
   */
  readonly removeSent: (sent: RecordDraft) => boolean;
}

/**
 * The draft that a value from the browser's storage is, with what drafts have had since; null: it is none, or nothing is
 * typed in it.
 */
function readDraft(value: unknown, place: string): RecordDraft | null {
  if (!isDraft(value)) return null;
  const draft = {
    ...emptyDraft(),
    ...value,
    items: value.items.map((item) => ({
      ...emptyItem(place, item.field, item.tenancy, item.basedOn),
      ...item,
    })),
  };
  return isTouched(draft) ? draft : null;
}

function isDraft(value: unknown): value is RecordDraft {
  return (
    typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items)
  );
}

/**
 * Keeps what a person types in this browser, one draft per tab.
 * @param place the slug of the zone that the form is about, or `an.article`
 */
export function useDraft(personId: string, place: string): DraftState {
  const [draft, setState] = useState<RecordDraft>(emptyDraft);
  const [restored, setRestored] = useState(false);
  const [others, setOthers] = useState<readonly TabDraft<RecordDraft>[]>([]);
  const [isKept, setKept] = useState(true);
  const latest = useRef(draft);
  // Several people may use one browser.
  const folder = `${draftsOf(personId)}${place}`;

  const show = useCallback((next: RecordDraft) => {
    latest.current = next;
    setState(next);
  }, []);

  useEffect(() => {
    const { own, others } = findTabDrafts(folder, (kept) => readDraft(kept, place));
    if (own) {
      show(own.draft);
      setRestored(true);
    }
    setOthers(others);
  }, [folder, place, show]);

  const setDraft = useCallback(
    (change: (draft: RecordDraft) => RecordDraft) => {
      const next = change(latest.current);
      show(next);
      // At every change and without a delay, because the tab may be closed at any time.
      const isEmpty = !isTouched(next);
      if (isEmpty) forgetTabDraft(folder, next.id);
      setKept(isEmpty || keepTabDraft(folder, next.id, next));
    },
    [folder, show],
  );

  const clear = useCallback(() => {
    forgetTabDraft(folder, latest.current.id);
    setRestored(false);
    show(emptyDraft());
  }, [show, folder]);

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
        keepTabDraft(folder, next.id, next);
        show(next);
        setRestored(true);
        setOthers(findTabDrafts(folder, (kept) => readDraft(kept, place)).others);
      },
      [show, folder, place],
    ),
    begin: useCallback(
      (next: RecordDraft) => {
        const { sourceId, newSource } = latest.current;
        if (sourceId === next.sourceId && newSource?.url === next.newSource?.url) return;
        const { own, others } = findTabDrafts(folder, (kept) => readDraft(kept, place));
        show(next);
        setRestored(false);
        setOthers(own ? [own, ...others] : others);
      },
      [show, folder, place],
    ),
    clear,
    removeSent,
  };
}
