"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { formText, type Submission, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { callAction } from "@/lib/client/send-changes";
import { signInAndOpen } from "@/lib/client/session";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import { usePlainText } from "@/lib/text/use-plain-text";

interface SetPasswordFormProps {
  /** The secret of the one-time link. */
  token: string;
  email: string;
  leastPassword: number;
  /** The page that opens afterwards. */
  next: string;
  setPassword: (input: unknown) => Promise<ActionResult>;
}

/** Sets the password of a one-time link's person and signs them in. */
export function SetPasswordForm(props: SetPasswordFormProps) {
  const { token, email, leastPassword, next, setPassword } = props;
  const text = usePlainText();
  const { t } = text;
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async ({ data }: Submission) => {
    setBusy(true);
    const password = formText(data, "password");
    const result = await callAction(t, setPassword, { token, password });
    if (result.ok) return signInAndOpen(t, { email, password, next });
    setAnswer(result);
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
        label={t("account.link.email")}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        readOnly
        error={null}
      />
      <PasswordField
        label={t("account.link.password")}
        hint={t("account.setUp.passwordHint", { count: text.number(leastPassword) })}
        name="password"
        autoComplete="new-password"
        required
        maxLength={256}
        error={getFieldMessage(answer, "password")}
      />
      <Button variant="main" type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? "account.link.busy" : "account.link.submit")}
      </Button>
    </SubmittedForm>
  );
}
