"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { emptyDraft, isTouched, type RecordDraft } from "./draft";

/** A draft kept in this browser, and when it was last changed (milliseconds). */
interface Kept {
  readonly draft: RecordDraft;
  readonly changedAt: number;
}

const PREFIX = "cpec-sez-tracker/draft/";

/** Each tab has a draft of its own, so that two tabs on one zone cannot overwrite each other. */
const keyOf = (slug: string, id: string) => `${PREFIX}${slug}/${id}`;
const tabKey = (slug: string) => `${PREFIX}${slug}`;

function read(key: string): Kept | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Not ours or of an older form: nothing that can be shown.
    return null;
  }
}

/** Drafts on a zone that were left unfinished, the latest first. */
function leftBehind(slug: string, except: string): Kept[] {
  const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "");
  return keys
    .filter((key) => key.startsWith(keyOf(slug, "")))
    .flatMap((key) => read(key) ?? [])
    .filter(({ draft }) => draft.id !== except && isTouched(draft))
    .sort((a, b) => b.changedAt - a.changedAt);
}

/** The draft of this tab, kept at every change; what was left unfinished elsewhere can be taken up. */
export interface KeptDraft {
  readonly draft: RecordDraft;
  readonly setDraft: (change: (draft: RecordDraft) => RecordDraft) => void;
  /** Was the draft found again after a reload or an ended session? */
  readonly restored: boolean;
  /** Unfinished drafts of other tabs and earlier days. */
  readonly others: readonly Kept[];
  readonly resumeDraft: (draft: RecordDraft) => void;
  /** Forgets the draft and begins a new one. */
  readonly clear: () => void;
}

/** Keeps what is typed on a zone in this browser, under the tab's own key. */
export function useDraft(slug: string): KeptDraft {
  const [draft, setState] = useState<RecordDraft>(emptyDraft);
  const [restored, setRestored] = useState(false);
  const [others, setOthers] = useState<readonly Kept[]>([]);
  const latest = useRef(draft);

  const show = useCallback((next: RecordDraft) => {
    latest.current = next;
    setState(next);
  }, []);

  useEffect(() => {
    const id = sessionStorage.getItem(tabKey(slug));
    const kept = id === null ? null : read(keyOf(slug, id));
    if (kept && isTouched(kept.draft)) {
      show(kept.draft);
      setRestored(true);
    } else {
      sessionStorage.setItem(tabKey(slug), latest.current.id);
    }
    setOthers(leftBehind(slug, latest.current.id));
  }, [slug, show]);

  const setDraft = useCallback(
    (change: (draft: RecordDraft) => RecordDraft) => {
      const next = change(latest.current);
      show(next);
      // At once and not after a pause: the tab may be closed before one is over.
      localStorage.setItem(
        keyOf(slug, next.id),
        JSON.stringify({ draft: next, changedAt: Date.now() } satisfies Kept),
      );
    },
    [slug, show],
  );

  const begin = useCallback(
    (next: RecordDraft) => {
      sessionStorage.setItem(tabKey(slug), next.id);
      show(next);
    },
    [slug, show],
  );

  return {
    draft,
    setDraft,
    restored,
    others,
    resumeDraft: useCallback(
      (next: RecordDraft) => {
        begin(next);
        setRestored(true);
        setOthers(leftBehind(slug, next.id));
      },
      [begin, slug],
    ),
    clear: useCallback(() => {
      localStorage.removeItem(keyOf(slug, latest.current.id));
      setRestored(false);
      begin(emptyDraft());
    }, [begin, slug]),
  };
}
