"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
    if (busy) return;
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
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("layout.signInAgain.title")}
      description={t("layout.signInAgain.description")}
      actions={
        <>
          <Button onClick={onClose}>{t("layout.signInAgain.cancel")}</Button>
          <Button variant="main" type="submit" form="sign-in-again" aria-disabled={busy}>
            {t(busy ? "layout.signInAgain.busy" : "layout.signInAgain.submit")}
          </Button>
        </>
      }
    >
      <form
        id="sign-in-again"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
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
      </form>
    </Dialog>
  );
}
