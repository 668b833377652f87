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

interface SetUpFormProps {
  /** The secret of the one-time link. */
  token: string;
  leastPassword: number;
  setUp: (input: unknown) => Promise<ActionResult>;
}

/** Makes the first admin and signs them in. */
export function SetUpForm({ token, leastPassword, setUp }: SetUpFormProps) {
  const text = usePlainText();
  const { t } = text;
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async ({ data }: Submission) => {
    setBusy(true);
    const email = formText(data, "email");
    const password = formText(data, "password");
    const result = await callAction(t, setUp, {
      token,
      name: formText(data, "name"),
      email,
      password,
    });
    if (result.ok) return signInAndOpen(t, { email, password, next: "/admin" });
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
        label={t("account.setUp.name")}
        hint={t("account.setUp.nameHint")}
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        error={getFieldMessage(answer, "name")}
      />
      <InputField
        label={t("account.setUp.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={320}
        error={getFieldMessage(answer, "email")}
      />
      <PasswordField
        label={t("account.setUp.password")}
        hint={t("account.setUp.passwordHint", { count: text.number(leastPassword) })}
        name="password"
        autoComplete="new-password"
        required
        maxLength={256}
        error={getFieldMessage(answer, "password")}
      />
      <Button variant="main" type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? "account.setUp.busy" : "account.setUp.submit")}
      </Button>
    </SubmittedForm>
  );
}
