"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { postChanges, uuidV7 } from "@/lib/client/send-changes";
import type { Source } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import {
  changedParts,
  createDraft,
  draftFaults,
  type SourceDraft,
  type SourceFaults,
} from "./source-change";

/** A draft kept in this tab, with the version that it was begun over and the id under which it is sent. */
interface Kept {
  readonly id: string;
  readonly basedOn: number;
  readonly draft: SourceDraft;
}

const keyOf = (source: string) => `cpec-sez-tracker/source/${source}`;

function readKept(source: string): Kept | null {
  const text = sessionStorage.getItem(keyOf(source));
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Of an older form: nothing that can be shown.
    return null;
  }
}

/** What the form is made from. */
export interface SourceChangeSubject {
  readonly source: Source;
  /** Its version now, by its revision. */
  readonly version: number;
  readonly today: Day;
}

/** Everything that the form does: what is typed, which stays until it is recorded, sending it, and what came of it. */
export function useSourceChange({ source, version, today }: SourceChangeSubject) {
  const text = useText();
  const router = useRouter();
  const [draft, setDraft] = useState(() => createDraft(source));
  const [basedOn, setBasedOn] = useState(version);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [refused, setRefused] = useState<SourceFaults>({});
  const id = useRef<string>(null);

  useEffect(() => {
    const kept = readKept(source.id);
    if (!kept) return;
    id.current = kept.id;
    setDraft(kept.draft);
    setBasedOn(kept.basedOn);
  }, [source.id]);

  const parts = changedParts(draft, source);
  const faults = draftFaults(draft, today);
  const keep = (next: Kept) => sessionStorage.setItem(keyOf(source.id), JSON.stringify(next));

  const change = (part: Partial<SourceDraft>) => {
    const next = { ...draft, ...part };
    // Sent under a new id: the old one may stand already for what was typed before.
    id.current = uuidV7();
    setDraft(next);
    setFailure(null);
    setRefused({});
    keep({ id: id.current, basedOn, draft: next });
  };

  /** Goes on over the version that shows now, having seen it. */
  const overwrite = () => {
    setBasedOn(version);
    setFailure(null);
    keep({ id: id.current ?? uuidV7(), basedOn: version, draft });
  };

  const submit = async () => {
    if (busy) return;
    setAsked(true);
    if (Object.keys(faults).length > 0) return setFailure("Not recorded yet: see what is marked.");
    if (Object.keys(parts).length === 0) {
      return setFailure("Nothing differs from what is recorded; there is nothing to change.");
    }
    id.current ??= uuidV7();
    setBusy(true);
    setFailure(null);
    const address = `/api/v1/sources/${encodeURIComponent(source.id)}`;
    const reason = draft.reason.trim();
    const outcome = await postChanges(text, address, { id: id.current, basedOn, reason, ...parts });
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        sessionStorage.removeItem(keyOf(source.id));
        toast("The source is changed; what it said before stays in its history");
        router.push(`/sources/${source.id}` as Route);
        return router.refresh();
      case "signed-out":
        return setSignedOut(true);
      case "id-reused":
      case "invalid":
        setRefused(
          Object.fromEntries(outcome.issues.map(({ param, message }) => [param, message])),
        );
        return setFailure(outcome.issues.map(({ message }) => message).join(" "));
      case "conflict":
        return setFailure("The source was changed meanwhile.");
      case "rejected":
      case "failed":
        router.refresh();
        return setFailure(outcome.message);
    }
  };

  return {
    draft,
    change,
    /** Said only once it was tried to record: what is wrong with single parts. */
    faults: { ...(asked ? faults : {}), ...refused },
    failure,
    busy,
    signedOut,
    closeSignIn: () => setSignedOut(false),
    /** Somebody changed the source since this draft was begun. */
    overtaken: basedOn !== version,
    overwrite,
    submit,
  };
}
