"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { formText, type Submission, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { type SessionOutcome, sendCode, signIn } from "@/lib/client/session";
import { useTranslate } from "@/lib/text/use-translate";

/** Signs in, with a code where the account needs one, and goes on to `next`. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslate();
  const [outcome, setOutcome] = useState<SessionOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [restarted, setRestarted] = useState(false);

  const submit = async ({ data }: Submission) => {
    setBusy(true);
    const result = codeNeeded
      ? await sendCode(t, formText(data, "code"))
      : await signIn(t, formText(data, "email"), formText(data, "password"));
    if (result.ok && "codeNeeded" in result && result.codeNeeded) {
      setCodeNeeded(true);
      setOutcome(null);
      return setBusy(false);
    }
    // A whole new page: nothing that a visitor was shown stays in the router's memory.
    if (result.ok) return window.location.assign(next);
    setOutcome(result);
    setBusy(false);
  };

  /** Back to the password, such as after the time for a code has ended. */
  const restart = () => {
    if (busy) return;
    setCodeNeeded(false);
    setOutcome(null);
    setRestarted(true);
  };

  const fault = outcome && !outcome.ok ? outcome : null;
  return (
    <SubmittedForm
      answer={outcome}
      message={fault?.field === null ? fault.message : null}
      busy={busy}
      onSubmit={(sent) => void submit(sent)}
    >
      {codeNeeded ? (
        <InputField
          key="code"
          label={t("account.signIn.code")}
          hint={t("account.signIn.codeHint")}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          required
          maxLength={32}
          error={fault?.field === "code" ? fault.message : null}
        />
      ) : (
        <>
          <InputField
            label={t("account.signIn.email")}
            name="email"
            type="email"
            autoComplete="username"
            autoFocus={restarted}
            required
            maxLength={320}
            error={fault?.field === "email" ? fault.message : null}
          />
          <PasswordField
            label={t("account.signIn.password")}
            name="password"
            autoComplete="current-password"
            required
            maxLength={256}
            error={fault?.field === "password" ? fault.message : null}
          />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="main" type="submit" aria-disabled={busy}>
          {t(
            busy
              ? "account.signIn.busy"
              : codeNeeded
                ? "account.signIn.codeSubmit"
                : "account.signIn.submit",
          )}
        </Button>
        {codeNeeded ? (
          <Button variant="quiet" aria-disabled={busy} onClick={restart}>
            {t("account.signIn.restart")}
          </Button>
        ) : null}
      </div>
    </SubmittedForm>
  );
}
