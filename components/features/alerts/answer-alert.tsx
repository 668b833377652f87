"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SubmittedForm } from "@/components/ui/submitted-form";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { callAction } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import { usePlainText } from "@/lib/text/use-plain-text";

interface AnswerAlertProps {
  purpose: "confirm" | "stop";
  /** The secret of the link. */
  token: string;
  act: (input: unknown) => Promise<ActionResult>;
}

/** The button that starts or stops mails, and what became of it. */
export function AnswerAlert({ purpose, token, act }: AnswerAlertProps) {
  const { t } = usePlainText();
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);

  const submit = async () => {
    setBusy(true);
    const given = await callAction(t, act, token);
    setAnswer(given);
    setBusy(false);
    // The button goes with the form.
    if (given.ok) focus("div");
  };

  return (
    <div ref={part}>
      {answer?.ok ? (
        <div tabIndex={-1} className="outline-none">
          <Notice live>{t(`alerts.${purpose}.done`)}</Notice>
        </div>
      ) : (
        <SubmittedForm
          answer={answer}
          message={answer?.message ?? null}
          busy={busy}
          onSubmit={() => void submit()}
        >
          <Button variant="main" type="submit" aria-disabled={busy} className="justify-self-start">
            {t(busy ? `alerts.${purpose}.busy` : `alerts.${purpose}.submit`)}
          </Button>
        </SubmittedForm>
      )}
    </div>
  );
}
