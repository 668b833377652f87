"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { formText } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { getFieldMessage } from "@/lib/contract/action-result";
import { usePlainText } from "@/lib/text/use-plain-text";
import { OneTimeLink } from "./one-time-link";
import { OwnPassword } from "./own-password";
import type { PeopleChanges } from "./people-changes";
import { RoleChoice } from "./role-choice";
import { FailureNotice, useChange } from "./use-change";

interface AddPersonDialogProps {
  open: boolean;
  add: PeopleChanges["add"];
  onClose: () => void;
}

/** Adds a person and shows once the link with which they choose a password. */
export function AddPersonDialog({ open, add, onClose }: AddPersonDialogProps) {
  const { t } = usePlainText();
  const [made, setMade] = useState<{ name: string; path: string } | null>(null);
  const name = useRef("");
  const { answer, busy, send } = useChange(add, (path) => setMade({ name: name.current, path }));

  if (made) {
    return (
      <Dialog
        open={open}
        onOpenChange={onClose}
        title={t("admin.people.add.added", { name: made.name })}
        actions={
          <Button variant="main" onClick={onClose}>
            {t("admin.people.done")}
          </Button>
        }
      >
        <OneTimeLink {...made} />
      </Dialog>
    );
  }
  return (
    <FormDialog
      open={open}
      title={t("admin.people.add.title")}
      description={t("admin.people.add.lead")}
      submit={t("admin.people.add.submit")}
      busyLabel={t("admin.people.add.busy")}
      noValidate
      answer={answer}
      busy={busy}
      onSubmit={({ data }) => {
        name.current = formText(data, "name").trim();
        void send({
          name: formText(data, "name"),
          email: formText(data, "email"),
          role: formText(data, "role"),
          ownPassword: formText(data, "ownPassword"),
        });
      }}
      onClose={onClose}
    >
      <FailureNotice answer={answer} />
      <InputField
        label={t("admin.people.add.name")}
        hint={t("admin.people.add.nameHint")}
        name="name"
        autoComplete="off"
        maxLength={120}
        error={getFieldMessage(answer, "name")}
      />
      <InputField
        label={t("admin.people.add.email")}
        name="email"
        type="email"
        autoComplete="off"
        maxLength={320}
        error={getFieldMessage(answer, "email")}
      />
      <RoleChoice initial="analyst" fault={getFieldMessage(answer, "role")} />
      <OwnPassword fault={getFieldMessage(answer, "ownPassword")} />
    </FormDialog>
  );
}
