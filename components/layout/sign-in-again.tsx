"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { sendCode, signIn } from "@/lib/client/session";
import { usePlainText } from "@/lib/text/use-plain-text";

interface SignInAgainProps {
  email: string;
  onSignedIn: () => void;
  onClose: () => void;
}

/**
 * A dialog to sign in again when the session ended while a form was open. Put it beside that form and
 * not inside it, or it would be sent with it.
 */
export function SignInAgain({ email, onSignedIn, onClose }: SignInAgainProps) {
  const text = usePlainText();
  const { t } = text;
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** The code of the second step; null before it. */
  const [code, setCode] = useState<string | null>(null);

  const enter = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const outcome =
      code === null ? await signIn(text, email, password) : await sendCode(text, code);
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
