import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useOtherPerson } from "@/components/layout/use-other-person";
import { toast } from "@/components/ui/toast";
import { rememberSource } from "@/lib/client/last-sources";
import { callAction, postChanges, uuidV7 } from "@/lib/client/send-changes";
import type { Claim } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";
import { type CheckedDraft, type Faults, groupServerIssues } from "./check-draft";
import { buildRequest, type RecordDraft, without, withRecordIds } from "./draft";
import type { RecordSubject } from "./subject";
import type { DraftState } from "./use-draft";

/** A draft with what changes it. */
export type KeptDraft = Pick<DraftState, "draft" | "setDraft" | "isKept" | "removeSent">;

interface SendingParts {
  readonly subject: RecordSubject;
  readonly kept: KeptDraft;
  readonly checked: CheckedDraft;
}

/** Sending the draft, and what came of it: what is wrong, what changed in the meantime, what was recorded. */
export function useSending({ subject, kept, checked }: SendingParts) {
  const { draft, setDraft, removeSent } = kept;
  const text = useText();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [fromServer, setFromServer] = useState<ReadonlyMap<string, Faults>>(new Map());
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Claim | null>>(new Map());
  const otherPerson = useOtherPerson(subject.personId);
  const isSending = useRef(false);

  const undo = async (revision: number) => {
    if (subject.undo === null) return;
    const answer = await callAction(text.t, subject.undo, { revision });
    const issues = answer.ok ? [] : answer.issues.map(({ message }) => message);
    toast(answer.ok ? text.t("record.value.undone") : (answer.message ?? issues.join(" ")));
  };

  /** @returns whether something that was typed during the sending is left */
  const finish = (revision: number, submission: string | null, sent: RecordDraft): boolean => {
    const [{ sourceId = "" } = {}] = checked.claims;
    rememberSource(subject.personId, sourceId);
    setConflicts(new Map());
    setFromServer(new Map());
    setSubmitted(false);
    setSignedOut(false);
    const isLeft = removeSent(sent);
    router.refresh();
    const count = checked.claims.length + sent.records.length;
    if (submission === null) {
      const label = text.t("record.saved.undo");
      toast(text.t("record.saved.title", { count }), { label, onPress: () => void undo(revision) });
    } else {
      const label = text.t("record.review.open");
      const onPress = () => router.push(`/admin/work/review/${submission}` as Route);
      toast(text.t("record.review.waits", { count }), { label, onPress });
    }
    return isLeft;
  };

  /** Sends the draft. @returns where the focus goes next; null: it stays */
  const submit = async (): Promise<"missing" | "choice" | "start" | null> => {
    setSubmitted(true);
    if (!checked.ready) {
      setFailure(text.t("record.submit.incomplete"));
      return "missing";
    }
    // A second click before the answer: it would record nothing more, since each id is recorded once.
    if (isSending.current) return null;
    if (draft.items.some(({ basedOn }) => basedOn === undefined)) {
      setFailure(text.t("record.submit.loading"));
      return null;
    }
    isSending.current = true;
    setBusy(true);
    setFailure(null);
    if (await otherPerson.check()) {
      isSending.current = false;
      setBusy(false);
      return null;
    }
    const hasNew = draft.records.some(({ recordId }) => recordId === null);
    const sent = hasNew ? withRecordIds(draft, subject.takenIds ?? []) : draft;
    if (hasNew) setDraft(() => sent);
    const request = buildRequest(text, sent, checked.claims);
    const outcome = await postChanges(text.t, "/api/v1/claims", request);
    isSending.current = false;
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        return finish(outcome.revision, outcome.submission, sent) ? null : "start";
      case "conflict":
        setConflicts(
          new Map(
            outcome.conflicts.flatMap(({ index, current }) => {
              const id = checked.claims[index]?.id;
              return id ? [[id, current] as const] : [];
            }),
          ),
        );
        setFailure(text.t("record.submit.conflict"));
        router.refresh();
        return "choice";
      case "id-reused": {
        // The first sending was recorded and its answer lost; what was changed since is another claim.
        const reused = new Set(outcome.issues.map(({ index = -1 }) => checked.claims[index]?.id));
        setDraft((d) => ({
          ...d,
          items: d.items.map((item) => (reused.has(item.id) ? { ...item, id: uuidV7() } : item)),
        }));
        setFailure(text.t("record.submit.idReused"));
        router.refresh();
        break;
      }
      case "invalid":
        setFromServer(groupServerIssues(outcome.issues, checked.claims));
        setFailure(outcome.issues.map(({ message }) => message).join(" "));
        return "missing";
      case "signed-out":
        setSignedOut(true);
        break;
      case "rejected":
      case "failed":
        setFailure(outcome.message);
    }
    return null;
  };

  return {
    busy,
    closeSignIn: () => setSignedOut(false),
    /** The claims displayed now that contradict the drafts of items, by the id of the item; null: unknown. */
    conflicts,
    failure,
    /** Forgets what was wrong with an item that is changed. */
    forget: (id: string) => {
      setFailure(null);
      setFromServer((all) => without(all, id));
    },
    fromServer,
    /** Is the form's own person signed out, as far as is known? */
    isAway: otherPerson.isAway,
    /** Shows from now on what is missing. */
    showMissing: () => setSubmitted(true),
    /** Looks again who is signed in, before something is sent. @returns whether it is another person */
    checkPerson: otherPerson.check,
    otherPerson: otherPerson.name,
    /** Forgets the conflict of an item. */
    settle: (id: string) => setConflicts((all) => without(all, id)),
    signedOut,
    submit,
    submitted,
  };
}
