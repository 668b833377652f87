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

interface FirstPasswordFormProps {
  /** The secret of the one-time link. */
  token: string;
  /** The e-mail address of the person whom the link is for; null: the first admin, who types name and address. */
  email: string | null;
  leastPassword: number;
  /** The page that opens afterwards. */
  next: string;
  save: (input: unknown) => Promise<ActionResult>;
}

/** Sets the password of a one-time link's person, or makes the first admin, and signs them in. */
export function FirstPasswordForm(props: FirstPasswordFormProps) {
  const { token, email, leastPassword, next, save } = props;
  const text = usePlainText();
  const { t } = text;
  const words = email === null ? "setUp" : "link";
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async ({ data }: Submission) => {
    setBusy(true);
    const typed = { email: formText(data, "email"), password: formText(data, "password") };
    const { password } = typed;
    const person = email === null ? { ...typed, name: formText(data, "name") } : { password };
    const result = await callAction(t, save, { token, ...person });
    if (result.ok) return signInAndOpen(t, { ...typed, next });
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
      {email === null ? (
        <InputField
          label={t("account.setUp.name")}
          hint={t("account.setUp.nameHint")}
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          error={getFieldMessage(answer, "name")}
        />
      ) : null}
      <InputField
        label={t(`account.${words}.email`)}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={320}
        defaultValue={email ?? undefined}
        readOnly={email !== null}
        error={getFieldMessage(answer, "email")}
      />
      <PasswordField
        label={t(`account.${words}.password`)}
        hint={t("account.setUp.passwordHint", { count: text.number(leastPassword) })}
        name="password"
        autoComplete="new-password"
        required
        maxLength={256}
        error={getFieldMessage(answer, "password")}
      />
      <Button variant="main" type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? `account.${words}.busy` : `account.${words}.submit`)}
      </Button>
    </SubmittedForm>
  );
}
