"use client";

import { useRef, useState } from "react";
import { Anchor } from "@/components/layout/link";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { formText, type Submission, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { callAction } from "@/lib/client/send-changes";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import { HONEYPOT, MAX_EMAIL } from "@/lib/contract/reader-form";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FREQUENCIES } from "@/lib/time/digest-time";

interface AlertFormProps {
  /** The conditions on changes as in the address. */
  conditions: string;
  /** The same in words. */
  what: string;
  request: (input: unknown) => Promise<ActionResult>;
}

/** Asks for mails about the changes of the page: their address, and how often they may come. */
export function AlertForm({ conditions, what, request }: AlertFormProps) {
  const { t } = usePlainText();
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);

  const submit = async ({ data }: Submission) => {
    setBusy(true);
    const given = await callAction(t, request, {
      email: formText(data, "email"),
      frequency: formText(data, "frequency"),
      [HONEYPOT]: formText(data, HONEYPOT),
      conditions,
    });
    setAnswer(given);
    setBusy(false);
    // The button goes with the form.
    if (given.ok) focus("div");
  };

  return (
    <div ref={part} className="max-w-2xl">
      {answer?.ok ? (
        <div tabIndex={-1} className="outline-none">
          <Notice live>{t("alerts.form.sent")}</Notice>
        </div>
      ) : (
        <SubmittedForm
          answer={answer}
          message={answer?.message ?? null}
          busy={busy}
          onSubmit={(sent) => void submit(sent)}
        >
          <p>{what}</p>
          <p className="text-12 text-ink-2">{t("alerts.form.lead")}</p>
          <div className="grid items-start gap-3 md:grid-cols-2">
            <InputField
              label={t("alerts.form.email")}
              hint={t.rich("alerts.form.emailHint", {
                link: (words) => (
                  <Anchor className="link" href="/privacy#mail">
                    {words}
                  </Anchor>
                ),
              })}
              name="email"
              type="email"
              autoComplete="email"
              required
              maxLength={MAX_EMAIL}
              dir="ltr"
              error={getFieldMessage(answer, "email")}
            />
            <ChoiceField
              label={t("alerts.form.frequency")}
              name="frequency"
              values={FREQUENCIES}
              labelOf={(frequency) => t(`alerts.frequency.${frequency}`)}
            />
          </div>
          {/* For programs that fill in every field. People, also with a screen reader, do not meet it. */}
          <div hidden>
            <label>
              {t("alerts.form.website")}
              <input name={HONEYPOT} type="text" tabIndex={-1} autoComplete="off" />
            </label>
          </div>
          <Button variant="main" type="submit" aria-disabled={busy} className="justify-self-start">
            {t(busy ? "alerts.form.busy" : "alerts.form.submit")}
          </Button>
        </SubmittedForm>
      )}
    </div>
  );
}
