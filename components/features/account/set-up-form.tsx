"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { formText, useErrorFocus } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { callAction } from "@/lib/client/send-changes";
import { signIn } from "@/lib/client/session";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import { useText } from "@/lib/text/use-text";

interface SetUpFormProps {
  /** The secret of the one-time link. */
  token: string;
  leastPassword: number;
  setUp: (input: unknown) => Promise<ActionResult>;
}

/** Makes the first admin and signs them in. */
export function SetUpForm({ token, leastPassword, setUp }: SetUpFormProps) {
  const text = useText();
  const { t } = text;
  const form = useRef<HTMLFormElement>(null);
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);
  useErrorFocus(form, answer);

  const submit = async (data: FormData) => {
    setBusy(true);
    const email = formText(data, "email");
    const password = formText(data, "password");
    const result = await callAction(text, setUp, {
      token,
      name: formText(data, "name"),
      email,
      password,
    });
    if (result.ok) {
      const signedIn = await signIn(text, email, password);
      return window.location.assign(signedIn.ok ? "/admin" : "/sign-in");
    }
    setAnswer(result);
    setBusy(false);
  };

  return (
    <form
      ref={form}
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(new FormData(event.currentTarget));
      }}
    >
      {answer && !answer.ok && answer.message ? (
        <Notice tone="rust" live>
          {answer.message}
        </Notice>
      ) : null}
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
    </form>
  );
}
