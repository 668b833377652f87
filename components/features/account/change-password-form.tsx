"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { formText, useErrorFocus } from "@/components/ui/submitted-form";
import { toast } from "@/components/ui/toast";
import { changePassword, type SessionOutcome } from "@/lib/client/session";
import { useText } from "@/lib/text/use-text";

/** Changes one's own password; sessions elsewhere end with the old one. */
export function ChangePasswordForm({
  email,
  leastPassword,
}: {
  email: string;
  leastPassword: number;
}) {
  const text = useText();
  const { t } = text;
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const [outcome, setOutcome] = useState<SessionOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  useErrorFocus(form, outcome);

  const submit = async (data: FormData) => {
    setBusy(true);
    const result = await changePassword(
      text,
      formText(data, "password"),
      formText(data, "newPassword"),
    );
    setBusy(false);
    setOutcome(result);
    if (!result.ok) return;
    form.current?.reset();
    toast(t("account.password.done"));
    router.refresh();
  };

  const fault = outcome && !outcome.ok ? outcome : null;
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
      {fault && fault.field === null ? (
        <Notice tone="rust" live>
          {fault.message}
        </Notice>
      ) : null}
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
    </form>
  );
}
