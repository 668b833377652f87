"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useOtherPerson } from "@/components/layout/use-other-person";
import { toast } from "@/components/ui/toast";
import { postChanges, uuidV7 } from "@/lib/client/send-changes";
import { draftsOf } from "@/lib/client/unsaved-work";
import { readDateText } from "@/lib/entry/read-value";
import type { Source, SourceKind } from "@/lib/evidence/ledger-records";
import type { PlainText } from "@/lib/text/plain-text";
import { useText } from "@/lib/text/use-text";
import { type Day, isDay, isPartialDate, type PartialDate } from "@/lib/time/day";

/** What is typed in the form; an empty text for none. */
interface SourceDraft {
  readonly url: string;
  /** The address of a kept copy. */
  readonly archivedUrl: string;
  readonly accessed: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly publishedOnEstimated: boolean;
  readonly kind: SourceKind;
  readonly reason: string;
}

/** The parts of a source that can be changed. */
type SourceParts = Partial<Omit<Source, "id">>;

/** What is wrong with single fields of a draft and what to do, by field. */
type SourceFaults = Partial<Record<keyof SourceDraft, string>>;

/**
 * A draft that changes nothing yet.
 * @param writeDate writes the date of publication as the form shows it
 */
export function createDraft(
  source: Source,
  writeDate: (date: PartialDate) => string = (date) => date,
): SourceDraft {
  const { title, publisher, publishedOnEstimated, kind } = source;
  return {
    url: source.url ?? "",
    archivedUrl: source.archivedUrl ?? "",
    accessed: source.accessed ?? "",
    title,
    publisher,
    publishedOn: source.publishedOn === null ? "" : writeDate(source.publishedOn),
    publishedOnEstimated,
    kind,
    reason: "",
  };
}

/** The parts of the source that a draft changes. */
export function changedParts(draft: SourceDraft, source: Source): SourceParts {
  const next: Omit<Source, "id"> = {
    title: draft.title.trim(),
    publisher: draft.publisher.trim(),
    url: draft.url.trim() || null,
    publishedOn: readDateText(draft.publishedOn) || null,
    publishedOnEstimated: draft.publishedOn.trim() !== "" && draft.publishedOnEstimated,
    accessed: draft.accessed.trim() || null,
    archivedUrl: draft.archivedUrl.trim() || null,
    kind: draft.kind,
  };
  return Object.fromEntries(
    Object.entries(next).filter(([part, value]) => source[part as keyof SourceParts] !== value),
  );
}

/**
 * What must be changed before a draft can be sent.
 * @param today the day in Pakistan; a date of publication or reading cannot be later
 */
export function draftFaults({ t }: PlainText, draft: SourceDraft, today: Day): SourceFaults {
  const isWrongLink = (link: string) => link !== "" && !/^https?:\/\/\S+\.\S+/i.test(link);
  const accessed = draft.accessed.trim();
  const published = readDateText(draft.publishedOn);
  const wrong = {
    url: isWrongLink(draft.url.trim()),
    archivedUrl: isWrongLink(draft.archivedUrl.trim()),
    accessed: accessed !== "" && (!isDay(accessed) || accessed > today),
    title: draft.title.trim() === "",
    publisher: draft.publisher.trim() === "",
    publishedOn: published !== "" && (!isPartialDate(published) || published.slice(0, 10) > today),
    reason: draft.reason.trim() === "",
  };
  const names = Object.keys(wrong) as (keyof typeof wrong)[];
  return Object.fromEntries(
    names.filter((name) => wrong[name]).map((name) => [name, t(`sources.edit.fault.${name}`)]),
  );
}

/** A draft kept in this tab, with the version that it is based on and the id under which it is sent. */
interface Kept {
  readonly id: string;
  readonly basedOn: number;
  readonly draft: SourceDraft;
}

function readKept(key: string): Kept | null {
  const text = sessionStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Kept by an older form and not readable.
    return null;
  }
}

/** What the form is made from. */
export interface SourceChangeSubject {
  readonly personId: string;
  readonly source: Source;
  /** The revision of its current version. */
  readonly version: number;
  readonly today: Day;
}

/** The state of the form: what is typed, which is kept until it is saved, sending it, and the result. */
export function useSourceChange({ personId, source, version, today }: SourceChangeSubject) {
  const text = useText();
  const router = useRouter();
  const [draft, setDraft] = useState(() => createDraft(source, text.partialDate));
  const [basedOn, setBasedOn] = useState(version);
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [refused, setRefused] = useState<SourceFaults>({});
  const otherPerson = useOtherPerson(personId);
  const id = useRef<string>(null);
  const key = `${draftsOf(personId)}source/${source.id}`;

  useEffect(() => {
    const kept = readKept(key);
    if (!kept) return;
    id.current = kept.id;
    setDraft(kept.draft);
    setBasedOn(kept.basedOn);
  }, [key]);

  const parts = changedParts(draft, source);
  const faults = draftFaults(text, draft, today);
  const keep = (next: Kept) => sessionStorage.setItem(key, JSON.stringify(next));

  const change = (part: Partial<SourceDraft>) => {
    const next = { ...draft, ...part };
    // A new id: the old one may have been recorded with what was typed before.
    id.current = uuidV7();
    setDraft(next);
    setFailure(null);
    setRefused({});
    keep({ id: id.current, basedOn, draft: next });
  };

  /** Bases the draft on the current version, which the reader has seen. */
  const overwrite = () => {
    setBasedOn(version);
    setFailure(null);
    keep({ id: id.current ?? uuidV7(), basedOn: version, draft });
  };

  const submit = async () => {
    if (busy) return;
    setSubmitted(true);
    if (Object.keys(faults).length > 0) return setFailure(text.t("sources.edit.incomplete"));
    if (Object.keys(parts).length === 0) {
      return setFailure(text.t("sources.edit.unchanged"));
    }
    id.current ??= uuidV7();
    setBusy(true);
    setFailure(null);
    if (await otherPerson.check()) return setBusy(false);
    const address = `/api/v1/sources/${encodeURIComponent(source.id)}`;
    const reason = draft.reason.trim();
    const outcome = await postChanges(text.t, address, {
      id: id.current,
      basedOn,
      reason,
      ...parts,
    });
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        sessionStorage.removeItem(key);
        toast(text.t("sources.edit.done"));
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
        // The new version comes with the page.
        router.refresh();
        return setFailure(text.t("sources.edit.conflict"));
      case "rejected":
      case "failed":
        router.refresh();
        return setFailure(outcome.message);
    }
  };

  return {
    draft,
    change,
    /** What is wrong with single fields; empty until the reader tries to save. */
    faults: { ...(submitted ? faults : {}), ...refused },
    failure,
    busy,
    otherPerson: otherPerson.name,
    signedOut,
    closeSignIn: () => setSignedOut(false),
    /** Someone else changed the source after this draft was started. */
    overtaken: basedOn !== version,
    overwrite,
    submit,
  };
}
