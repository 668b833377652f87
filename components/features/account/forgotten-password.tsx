"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formText, type Submission, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { callAction } from "@/lib/client/send-changes";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import { MAX_EMAIL } from "@/lib/contract/reader-form";
import { useTranslate } from "@/lib/text/use-translate";

/** Asks for a mail with a link for a new password. @param props.request sends the address to the server */
export function ForgottenPassword(props: { request: (input: unknown) => Promise<ActionResult> }) {
  const t = useTranslate();
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async ({ data }: Submission) => {
    setBusy(true);
    setAnswer(await callAction(t, props.request, { email: formText(data, "email").trim() }));
    setBusy(false);
  };

  return (
    <SubmittedForm
      answer={answer}
      message={answer && !answer.ok ? answer.message : null}
      busy={busy}
      onSubmit={(sent) => void submit(sent)}
    >
      <InputField
        label={t("account.forgot.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={MAX_EMAIL}
        dir="ltr"
        error={getFieldMessage(answer, "email")}
      />
      <Button type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? "account.forgot.busy" : "account.forgot.submit")}
      </Button>
      {answer?.ok ? <Notice live>{t("account.forgot.sent")}</Notice> : null}
    </SubmittedForm>
  );
}
