"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formText } from "@/components/ui/form-text";
import { toast } from "@/components/ui/toast";
import { useFaultFocus } from "@/components/ui/use-error-focus";
import { getFieldMessage } from "@/lib/contract/action-result";
import { FailureNotice } from "./failure-notice";
import type { PeopleChanges, PersonView } from "./person-view";
import { RoleChoice } from "./role-choice";
import { useChange } from "./use-change";

/** Props of the dialog. */
export interface RoleDialogProps {
  person: PersonView;
  self: boolean;
  open: boolean;
  change: PeopleChanges["role"];
  onClose: () => void;
}

/** Changes somebody's role. */
export function RoleDialog({ person, self, open, change, onClose }: RoleDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const { answer, busy, send } = useChange(change, () => {
    toast(`Role of ${person.name} changed`);
    onClose();
  });
  useFaultFocus(form, answer);
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={`Role of ${person.name}`}
      description={
        self
          ? "This is you: with another role you can no longer manage people."
          : "It holds from their next click on. What they recorded stays."
      }
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="main" type="submit" form="change-role" aria-disabled={busy}>
            {busy ? "Changing…" : "Change the role"}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id="change-role"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const role = formText(new FormData(event.currentTarget), "role");
          void send({ id: person.id, role });
        }}
      >
        <FailureNotice answer={answer} />
        <RoleChoice initial={person.role} fault={getFieldMessage(answer, "role")} />
      </form>
    </Dialog>
  );
}
