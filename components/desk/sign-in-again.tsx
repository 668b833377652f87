"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";

/** Props of the dialog. */
export interface SignInAgainProps {
  email: string;
  onSignedIn: () => void;
  onClose: () => void;
}

/** The session ended while something was typed: sign in here, without leaving the form. */
export function SignInAgain({ email, onSignedIn, onClose }: SignInAgainProps) {
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const signIn = async () => {
    setBusy(true);
    setFault(null);
    const response = await fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    }).catch(() => null);
    setBusy(false);
    if (response?.ok) return onSignedIn();
    const answer = await response?.json().catch(() => null);
    setFault(
      response === null
        ? "The tracker cannot be reached; try again in a moment."
        : response.status === 401
          ? "The password is not right."
          : (answer?.message ?? "Signing in failed; try again in a moment."),
    );
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Your session has ended"
      description="Sign in again to record this. Nothing you typed is lost."
      actions={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button variant="main" type="submit" form="sign-in-again" disabled={busy}>
            {busy ? "Signing in…" : "Sign in and record"}
          </Button>
        </>
      }
    >
      <form
        id="sign-in-again"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
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
