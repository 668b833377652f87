"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  DecisionPreviewPanel,
  type DecisionPreviewView,
} from "@/components/evidence/decision-preview-panel";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { SubmittedForm } from "@/components/ui/submitted-form";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { postChanges } from "@/lib/client/send-changes";
import type { DecisionKind } from "@/lib/evidence/ledger-records";
import { usePlainText } from "@/lib/text/use-plain-text";

interface JudgeFormProps {
  claimId: string;
  /** The signed-in person, for a session that ends while the form is open. */
  email: string;
  /** Decisions that the person may make now. */
  kinds: readonly DecisionKind[];
  /** What each decision would change; a kind without an entry changes no page. */
  previews: Readonly<Partial<Record<DecisionKind, DecisionPreviewView>>>;
  /** Does a withdrawal wait for another person? */
  waits: boolean;
  /** Where to go afterwards: the claim's place in the evidence of its zone. */
  back: string;
}

/** Records a decision on a claim, with the reason that readers of the evidence see. */
export function JudgeForm({ claimId, email, kinds, previews, waits, back }: JudgeFormProps) {
  const { t } = usePlainText();
  const router = useRouter();
  const [kind, setKind] = useState<DecisionKind | null>(
    kinds.length === 1 ? (kinds[0] ?? null) : null,
  );
  const [reason, setReason] = useState("");
  /** How often the form was sent; 0: not yet. */
  const [attempts, setAttempts] = useState(0);
  const submitted = attempts > 0;
  const decision = useDecision((isWaiting) => {
    toast(t(isWaiting ? "record.decision.sent" : "record.decision.recorded"));
    router.push(back as Route);
  });
  const reasonNeeded = kind !== "published";
  const reasonMissing = reasonNeeded && reason.trim() === "";

  const submit = async () => {
    setAttempts((before) => before + 1);
    if (kind === null || reasonMissing) return;
    await decision.send({ claimIds: [claimId], kind, reason });
  };

  return (
    <>
      <SubmittedForm
        noValidate
        answer={attempts}
        message={decision.failure}
        busy={decision.busy}
        onSubmit={() => void submit()}
      >
        <div className="grid items-start gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,36rem)_20rem] lg:grid-rows-[auto_1fr]">
          <div className="grid gap-4">
            <fieldset className="grid gap-2">
              <legend className="mb-1 font-medium text-12">{t("record.decision.title")}</legend>
              {kinds.map((option) => (
                <label key={option} className="flex items-start gap-2">
                  <input
                    type="radio"
                    name="kind"
                    className="mt-0.5 accent-accent"
                    aria-invalid={submitted && kind === null ? true : undefined}
                    checked={kind === option}
                    onChange={() => setKind(option)}
                  />
                  <span className="text-ink-2">
                    {t.rich(`record.decision.option.${option}`, {
                      b: (words) => <b className="font-medium text-ink">{words}</b>,
                    })}
                  </span>
                </label>
              ))}
              {submitted && kind === null ? (
                <p role="alert" className="text-12 text-rust">
                  {t("record.decision.choose")}
                </p>
              ) : null}
            </fieldset>
            <TextField
              label={t(reasonNeeded ? "record.decision.reason" : "record.decision.reasonOptional")}
              rows={3}
              maxLength={4000}
              value={reason}
              onChange={setReason}
              error={submitted && reasonMissing ? t("record.decision.noReason") : null}
            />
          </div>
          <DecisionPreviewPanel
            preview={kind === null ? null : (previews[kind] ?? null)}
            className="max-lg:mt-2 lg:col-start-2 lg:row-span-2 lg:row-start-1"
          />
          <div>
            <Button variant="main" type="submit" aria-disabled={decision.busy}>
              {t(
                decision.busy
                  ? "record.submit.busy"
                  : waits
                    ? "record.decision.send"
                    : "record.decision.record",
              )}
            </Button>
          </div>
        </div>
      </SubmittedForm>
      <SignInAgain
        open={decision.signedOut}
        email={email}
        onClose={decision.closeSignIn}
        onSignedIn={() => void submit()}
      />
    </>
  );
}

/** One decision on one or several claims. */
interface DecisionRequest {
  readonly claimIds: readonly string[];
  readonly kind: DecisionKind;
  /** Spaces at its ends are dropped; empty: none is given. */
  readonly reason: string;
}

/** Sends decisions on claims. `onDone` runs after the server took them; `waits`: another person decides first. */
export function useDecision(onDone: (waits: boolean) => void) {
  const { t } = usePlainText();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [signedOut, setSignedOut] = useState(false);

  const send = async ({ claimIds, kind, reason }: DecisionRequest) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    setSignedOut(false);
    const outcome = await postChanges(t, "/api/v1/decisions", {
      decisions: claimIds.map((claimId) => ({
        claimId,
        decision: kind,
        reason: reason.trim() || null,
      })),
    });
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        onDone(outcome.submission !== null);
        return router.refresh();
      case "signed-out":
        return setSignedOut(true);
      case "id-reused":
      case "invalid":
        return setFailure(outcome.issues.map(({ message }) => message).join(" "));
      case "conflict":
        return setFailure(t("record.decision.conflict"));
      case "rejected":
      case "failed":
        return setFailure(outcome.message);
    }
  };

  return { busy, failure, signedOut, closeSignIn: () => setSignedOut(false), send };
}
