"use client";

import { useEffect } from "react";
import { toast } from "@/components/ui/toast";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { useTranslate } from "@/lib/text/use-translate";

interface SignInAgainProps {
  /** The session ended while the form was open. */
  open: boolean;
  email: string;
  /** Called once the session goes on, after `onClose`. */
  onSignedIn: () => void;
  onClose: () => void;
}

const loadDialog = () =>
  import("./sign-in-again-dialog").then((module) => module.SignInAgainDialog);

/**
 * Asks to sign in again when the session ended while a form was open; the dialog is loaded only then. Put
 * it beside that form and not inside it, or it would be sent with it.
 */
export function SignInAgain({ open, email, onSignedIn, onClose }: SignInAgainProps) {
  const t = useTranslate();
  const { part: Dialog, load, failed } = useLoaded(loadDialog);
  useEffect(() => {
    if (open) load();
  }, [open, load]);
  useEffect(() => {
    if (!(open && failed)) return;
    toast(t("errors.unreachable"));
    onClose();
  }, [open, failed, t, onClose]);
  if (!open || Dialog === null) return null;
  return (
    <Dialog
      email={email}
      onClose={onClose}
      onSignedIn={() => {
        onClose();
        onSignedIn();
      }}
    />
  );
}
