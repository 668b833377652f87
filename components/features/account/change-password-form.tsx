"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { formText, type Submission, SubmittedForm } from "@/components/ui/submitted-form";
import { toast } from "@/components/ui/toast";
import { changePassword, type SessionOutcome } from "@/lib/client/session";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Changes one's own password; sessions elsewhere end with the old one. */
export function ChangePasswordForm({
  email,
  leastPassword,
}: {
  email: string;
  leastPassword: number;
}) {
  const text = usePlainText();
  const { t } = text;
  const router = useRouter();
  const [outcome, setOutcome] = useState<SessionOutcome | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async ({ data, form }: Submission) => {
    setBusy(true);
    const result = await changePassword(
      t,
      formText(data, "password"),
      formText(data, "newPassword"),
    );
    setBusy(false);
    setOutcome(result);
    if (!result.ok) return;
    form.reset();
    toast(t("account.password.done"));
    router.refresh();
  };

  const fault = outcome && !outcome.ok ? outcome : null;
  return (
    <SubmittedForm
      answer={outcome}
      message={fault?.field === null ? fault.message : null}
      busy={busy}
      onSubmit={(sent) => void submit(sent)}
    >
      {/* For password managers, which otherwise guess whose password it is. */}
      <input
        type="text"
        name="email"
        autoComplete="username"
        defaultValue={email}
        hidden
        readOnly
      />
      <PasswordField
        label={t("account.password.current")}
        name="password"
        autoComplete="current-password"
        required
        maxLength={256}
        error={fault?.field === "password" ? fault.message : null}
      />
      <PasswordField
        label={t("account.password.new")}
        hint={t("account.password.newHint", { count: text.number(leastPassword) })}
        name="newPassword"
        autoComplete="new-password"
        required
        minLength={leastPassword}
        maxLength={256}
        error={fault?.field === "newPassword" ? fault.message : null}
      />
      <Button type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? "account.password.busy" : "account.password.submit")}
      </Button>
    </SubmittedForm>
  );
}
