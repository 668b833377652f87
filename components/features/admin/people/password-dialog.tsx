"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FailureNotice } from "./failure-notice";
import { OneTimePassword } from "./one-time-password";
import type { PeopleChanges, PersonView } from "./person-view";
import { useChange } from "./use-change";

/** Props of the dialog. */
export interface PasswordDialogProps {
  person: PersonView;
  open: boolean;
  change: PeopleChanges["password"];
  onClose: () => void;
}

/** Gives somebody a new password and shows it once. */
export function PasswordDialog({ person, open, change, onClose }: PasswordDialogProps) {
  const [password, setPassword] = useState<string | null>(null);
  const { answer, busy, send } = useChange(change, setPassword);
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={`New password for ${person.name}`}
      actions={
        password === null ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="main" aria-disabled={busy} onClick={() => void send(person.id)}>
              {busy ? "Making…" : "Make a new password"}
            </Button>
          </>
        ) : (
          <Button variant="main" onClick={onClose}>
            Done
          </Button>
        )
      }
    >
      {password === null ? (
        <div className="grid gap-3">
          <FailureNotice answer={answer} />
          <p>
            The old password stops working at once, and their sessions end. What they typed stays in
            their browser.
          </p>
        </div>
      ) : (
        <OneTimePassword name={person.name} password={password} />
      )}
    </Dialog>
  );
}
