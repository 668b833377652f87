"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { postChanges } from "@/lib/client/send-changes";
import type { DecisionKind } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";

/** Props of the form. */
export interface JudgeFormProps {
  claimId: string;
  /** Who is signed in, for a session that ends meanwhile. */
  email: string;
  /** Judgements that the person may make now. */
  kinds: readonly DecisionKind[];
  /** Where to go afterwards: the claim's place in its zone's ledger. */
  back: string;
}

const WORDS: Readonly<Record<DecisionKind, { label: string; effect: string }>> = {
  retracted: {
    label: "Retract it",
    effect: "It was a mistake. It counts nowhere any more and stays in the ledger.",
  },
  deprecated: {
    label: "Deprecate it",
    effect: "It is not to be relied on. It stays beside the value, with the reason.",
  },
  preferred: {
    label: "Prefer it",
    effect: "It sets aside the other claims known today. A newer finding still counts.",
  },
  published: { label: "Let it count", effect: "It counts again like any other claim." },
};

/** Judges a claim, with the reason that readers of the ledger will see. */
export function JudgeForm({ claimId, email, kinds, back }: JudgeFormProps) {
  const text = useText();
  const router = useRouter();
  const [kind, setKind] = useState<DecisionKind | null>(
    kinds.length === 1 ? (kinds[0] ?? null) : null,
  );
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const lead = useFocusWithin(form);
  const needsReason = kind !== "published";
  const reasonFault =
    asked && needsReason && reason.trim() === ""
      ? "Say why, for those who read the ledger later."
      : null;

  const judge = async () => {
    setAsked(true);
    if (busy) return;
    if (kind === null || (needsReason && reason.trim() === "")) return lead("[aria-invalid=true]");
    setBusy(true);
    setFailure(null);
    const outcome = await postChanges(text, "/api/v1/decisions", {
      decisions: [{ claimId, decision: kind, reason: reason.trim() || null }],
    });
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        toast("Judgement recorded");
        router.push(back as Route);
        return router.refresh();
      case "signed-out":
        return setSignedOut(true);
      case "id-reused":
      case "invalid":
        return setFailure(outcome.issues.map(({ message }) => message).join(" "));
      case "conflict":
        return setFailure("Something else was recorded meanwhile; look at the ledger first.");
      case "rejected":
      case "failed":
        return setFailure(outcome.message);
    }
  };

  return (
    <>
      <form
        ref={form}
        noValidate
        className="grid max-w-[36rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void judge();
        }}
      >
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium text-12">What is to become of it?</legend>
          {kinds.map((word) => (
            <label key={word} className="flex items-start gap-2">
              <input
                type="radio"
                name="kind"
                className="mt-0.5 accent-accent"
                aria-invalid={asked && kind === null ? true : undefined}
                checked={kind === word}
                onChange={() => setKind(word)}
              />
              <span>
                <span className="font-medium">{WORDS[word].label}.</span>{" "}
                <span className="text-ink-2">{WORDS[word].effect}</span>
              </span>
            </label>
          ))}
          {asked && kind === null ? (
            <p role="alert" className="text-12 text-rust">
              Choose one.
            </p>
          ) : null}
        </fieldset>
        <TextField
          label={needsReason ? "Why?" : "Why? (need not be given)"}
          rows={3}
          maxLength={4000}
          value={reason}
          onChange={setReason}
          fault={reasonFault}
        />
        {failure ? (
          <Notice tone="rust" live>
            {failure}
          </Notice>
        ) : null}
        <div>
          <Button variant="main" type="submit" aria-disabled={busy}>
            {busy ? "Recording…" : "Record the judgement"}
          </Button>
        </div>
      </form>
      {signedOut ? (
        <SignInAgain
          email={email}
          onClose={() => setSignedOut(false)}
          onSignedIn={() => {
            setSignedOut(false);
            void judge();
          }}
        />
      ) : null}
    </>
  );
}
