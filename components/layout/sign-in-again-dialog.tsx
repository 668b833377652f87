"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextField } from "@/components/ui/text-field";
import { sendCode, signIn } from "@/lib/client/session";
import { useTranslate } from "@/lib/text/use-translate";

interface SignInAgainDialogProps {
  email: string;
  onSignedIn: () => void;
  onClose: () => void;
}

/** The dialog to sign in again, with a code where the account needs one. */
export function SignInAgainDialog({ email, onSignedIn, onClose }: SignInAgainDialogProps) {
  const t = useTranslate();
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** The code of the second step; null before it. */
  const [code, setCode] = useState<string | null>(null);

  const enter = async () => {
    setBusy(true);
    setFault(null);
    const outcome = code === null ? await signIn(t, email, password) : await sendCode(t, code);
    setBusy(false);
    if (outcome.ok && "codeNeeded" in outcome && outcome.codeNeeded) setCode("");
    else if (outcome.ok) onSignedIn();
    else
      setFault(
        outcome.field === "password" ? t("layout.signInAgain.wrongPassword") : outcome.message,
      );
  };

  return (
    <FormDialog
      open
      title={t("layout.signInAgain.title")}
      description={t("layout.signInAgain.description")}
      cancel={t("layout.signInAgain.cancel")}
      submit={t("layout.signInAgain.submit")}
      busyLabel={t("layout.signInAgain.busy")}
      answer={fault}
      busy={busy}
      onSubmit={() => void enter()}
      onClose={onClose}
    >
      <p>
        {t.rich("layout.signInAgain.account", {
          email,
          b: (words) => <b className="font-semibold">{words}</b>,
        })}
      </p>
      {code === null ? (
        <TextField
          label={t("layout.signInAgain.password")}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={fault}
        />
      ) : (
        <TextField
          label={t("layout.signInAgain.code")}
          autoComplete="one-time-code"
          required
          value={code}
          onChange={setCode}
          error={fault}
        />
      )}
    </FormDialog>
  );
}
