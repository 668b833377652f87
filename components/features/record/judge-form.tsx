"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  DecisionPreviewPanel,
  type DecisionPreviewView,
} from "@/components/evidence/decision-preview-panel";
import { DeskForm, usePost } from "@/components/layout/desk-form";
import { Button } from "@/components/ui/button";
import { SubmittedForm } from "@/components/ui/submitted-form";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import type { DecisionKind } from "@/lib/evidence/ledger-records";
import { usePlainText } from "@/lib/text/use-plain-text";

interface JudgeFormProps {
  claimId: string;
  /** The signed-in person; the e-mail is for a session that ends while the form is open. */
  personId: string;
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
export function JudgeForm(props: JudgeFormProps) {
  const { claimId, personId, email, kinds, previews, waits, back } = props;
  const { t } = usePlainText();
  const router = useRouter();
  const only = kinds.length === 1 ? (kinds[0] ?? null) : null;
  const [kind, setKind] = useState(only);
  const [reason, setReason] = useState("");
  const [isDone, setDone] = useState(false);
  /** How often the form was sent; 0: not yet. */
  const [attempts, setAttempts] = useState(0);
  const submitted = attempts > 0;
  useLeaveWarning(reason !== "" && !isDone, t("record.decision.leave"));
  const form = usePost(personId, t("record.decision.conflict"));
  const reasonNeeded = kind !== "published";
  const reasonMissing = reasonNeeded && reason.trim() === "";

  const submit = async () => {
    setAttempts((before) => before + 1);
    if (kind === null || reasonMissing) return;
    const outcome = await form.post("/api/v1/decisions", {
      decisions: [{ claimId, decision: kind, reason: reason.trim() || null }],
    });
    if (outcome?.kind !== "done") return;
    setDone(true);
    toast(t(outcome.submission === null ? "record.decision.recorded" : "record.decision.sent"));
    router.push(back as Route);
    router.refresh();
  };

  const wordsOf = (option: DecisionKind) => (
    <span className="text-ink-2">
      {t.rich(`record.decision.option.${option}`, {
        b: (words) => <b className="font-medium text-ink">{words}</b>,
      })}
    </span>
  );

  return (
    <DeskForm form={form} email={email} onSignedIn={() => void submit()}>
      <SubmittedForm
        noValidate
        answer={attempts}
        message={form.failure}
        busy={form.busy}
        onSubmit={() => void submit()}
      >
        <div className="grid gap-4">
          <fieldset className="grid gap-2">
            <legend className="mb-1 font-medium text-12">{t("record.decision.title")}</legend>
            {only === null ? (
              kinds.map((option) => (
                <label key={option} className="flex items-start gap-2 pointer-coarse:min-h-11">
                  <input
                    type="radio"
                    name="kind"
                    className="mt-0.5"
                    aria-invalid={submitted && kind === null ? true : undefined}
                    checked={kind === option}
                    onChange={() => setKind(option)}
                  />
                  {wordsOf(option)}
                </label>
              ))
            ) : (
              <p>{wordsOf(only)}</p>
            )}
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
          <DecisionPreviewPanel preview={kind === null ? null : (previews[kind] ?? null)} />
          <div>
            <Button variant="main" type="submit" aria-disabled={form.busy}>
              {t(
                form.busy
                  ? "record.submit.busy"
                  : waits
                    ? "record.decision.send"
                    : "record.decision.record",
              )}
            </Button>
          </div>
        </div>
      </SubmittedForm>
    </DeskForm>
  );
}
