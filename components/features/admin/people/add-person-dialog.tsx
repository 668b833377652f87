"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formText } from "@/components/ui/form-text";
import { InputField } from "@/components/ui/input-field";
import { useFaultFocus } from "@/components/ui/use-error-focus";
import { getFieldMessage } from "@/lib/contract/action-result";
import { FailureNotice } from "./failure-notice";
import { OneTimePassword } from "./one-time-password";
import type { PeopleChanges } from "./person-view";
import { RoleChoice } from "./role-choice";
import { useChange } from "./use-change";

/** Props of the dialog. */
export interface AddPersonDialogProps {
  open: boolean;
  add: PeopleChanges["add"];
  onClose: () => void;
}

/** Adds a person and shows the password to hand over. */
export function AddPersonDialog({ open, add, onClose }: AddPersonDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [made, setMade] = useState<{ name: string; password: string } | null>(null);
  const name = useRef("");
  const { answer, busy, send } = useChange(add, (password) =>
    setMade({ name: name.current, password }),
  );
  useFaultFocus(form, answer);

  if (made) {
    return (
      <Dialog
        open={open}
        onOpenChange={onClose}
        title={`${made.name} has an account`}
        actions={
          <Button variant="main" onClick={onClose}>
            Done
          </Button>
        }
      >
        <OneTimePassword {...made} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title="Add a person"
      description="They get a password of the tracker's making, which you hand over."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="main" type="submit" form="add-person" aria-disabled={busy}>
            {busy ? "Adding…" : "Add"}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id="add-person"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          name.current = formText(data, "name").trim();
          void send({
            name: formText(data, "name"),
            email: formText(data, "email"),
            role: formText(data, "role"),
          });
        }}
      >
        <FailureNotice answer={answer} />
        <InputField
          label="Name"
          hint="It stands beside everything they record."
          name="name"
          autoComplete="off"
          maxLength={120}
          fault={getFieldMessage(answer, "name")}
        />
        <InputField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          maxLength={320}
          fault={getFieldMessage(answer, "email")}
        />
        <RoleChoice initial="analyst" fault={getFieldMessage(answer, "role")} />
      </form>
    </Dialog>
  );
}
