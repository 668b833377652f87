"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "@/lib/client/session";
import { useText } from "@/lib/text/use-text";

/** Props of the dialog. */
export interface SignInAgainProps {
  email: string;
  onSignedIn: () => void;
  onClose: () => void;
}

/**
 * The session ended while something was typed: sign in here, without leaving the form. Stands beside that
 * form and not within it, since what is sent here would be sent there too.
 */
export function SignInAgain({ email, onSignedIn, onClose }: SignInAgainProps) {
  const text = useText();
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const enter = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const outcome = await signIn(text, email, password);
    setBusy(false);
    if (outcome.ok) onSignedIn();
    else setFault(outcome.field === "password" ? "The password is not right." : outcome.message);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Your session has ended"
      description="Sign in again to go on. Nothing you typed is lost."
      actions={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button variant="main" type="submit" form="sign-in-again" aria-disabled={busy}>
            {busy ? "Signing in…" : "Sign in and go on"}
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
          As <b className="font-semibold">{email}</b>
        </p>
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          fault={fault}
        />
      </form>
    </Dialog>
  );
}
