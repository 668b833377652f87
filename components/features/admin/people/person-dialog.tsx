"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formText, SubmittedForm } from "@/components/ui/submitted-form";
import { toast } from "@/components/ui/toast";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import { usePlainText } from "@/lib/text/use-plain-text";
import { OneTimeLink } from "./one-time-link";
import { OwnPassword } from "./own-password";
import type { PeopleChanges, PersonView } from "./person-view";
import { RoleChoice } from "./role-choice";
import { FailureNotice, useChange } from "./use-change";

/** A change of a person. */
export type PersonAct = "role" | "password" | "sessions" | "close" | "reopen";

interface PersonDialogProps {
  act: PersonAct;
  person: PersonView;
  /** Is it the admin's own account? */
  self: boolean;
  open: boolean;
  changes: PeopleChanges;
  onClose: () => void;
}

/** The dialog of one change of one person. */
export function PersonDialog({ act, changes, ...props }: PersonDialogProps) {
  const { t } = usePlainText();
  const { person, self } = props;
  const { id, name } = person;
  switch (act) {
    case "role":
      return <RoleDialog {...props} change={changes.role} />;
    case "password":
      return <PasswordDialog {...props} change={changes.password} />;
    case "sessions":
      return (
        <ConfirmDialog
          {...props}
          id={id}
          title={t("admin.people.sessionsEnd.title", { name })}
          submit={t("admin.people.sessionsEnd.submit")}
          change={changes.sessions}
          done={(count) => t("admin.people.sessionsEnd.ended", { count })}
        >
          {t("admin.people.sessionsEnd.help", { self: self ? "yes" : "no" })}
        </ConfirmDialog>
      );
    case "close":
      return (
        <ConfirmDialog
          {...props}
          id={id}
          title={t("admin.people.close.title", { name })}
          submit={t("admin.people.close.submit")}
          change={changes.close}
          done={() => t("admin.people.close.closed", { name })}
        >
          {t("admin.people.close.help", { self: self ? "yes" : "no" })}
        </ConfirmDialog>
      );
    case "reopen":
      return (
        <ConfirmDialog
          {...props}
          id={id}
          title={t("admin.people.reopen.title", { name })}
          submit={t("admin.people.reopen.submit")}
          change={changes.reopen}
          done={() => t("admin.people.reopen.reopened", { name })}
        >
          {t("admin.people.reopen.help")}
        </ConfirmDialog>
      );
  }
}

interface ConfirmDialogProps<T> {
  open: boolean;
  title: string;
  /** The consequences. */
  children: ReactNode;
  submit: string;
  /** The person's id, which is sent. */
  id: string;
  change: (input: unknown) => Promise<ActionResult<T>>;
  /** The message after success. */
  done: (value: T) => string;
  onClose: () => void;
}

/** Asks for confirmation of a change and names its consequences. */
function ConfirmDialog<T>(props: ConfirmDialogProps<T>) {
  const { open, title, children, submit, id, change, done, onClose } = props;
  const { t } = usePlainText();
  const { answer, busy, send } = useChange(change, (value) => {
    toast(done(value));
    onClose();
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t("admin.people.cancel")}</Button>
          <Button variant="main" aria-disabled={busy} onClick={() => void send(id)}>
            {submit}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <FailureNotice answer={answer} />
        <p>{children}</p>
      </div>
    </Dialog>
  );
}

interface PasswordDialogProps {
  person: PersonView;
  open: boolean;
  change: PeopleChanges["password"];
  onClose: () => void;
}

/** Ends the old password and shows once the link for a new one. */
function PasswordDialog({ person, open, change, onClose }: PasswordDialogProps) {
  const { t } = usePlainText();
  const [path, setPath] = useState<string | null>(null);
  const { answer, busy, send } = useChange(change, setPath);
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("admin.people.password.title", { name: person.name })}
      actions={
        path === null ? (
          <>
            <Button onClick={onClose}>{t("admin.people.cancel")}</Button>
            <Button variant="main" type="submit" form="make-link" aria-disabled={busy}>
              {t(busy ? "admin.people.password.busy" : "admin.people.password.submit")}
            </Button>
          </>
        ) : (
          <Button variant="main" onClick={onClose}>
            {t("admin.people.done")}
          </Button>
        )
      }
    >
      {path === null ? (
        <SubmittedForm
          id="make-link"
          noValidate
          answer={answer}
          busy={busy}
          onSubmit={({ data }) =>
            void send({ id: person.id, ownPassword: formText(data, "ownPassword") })
          }
        >
          <FailureNotice answer={answer} />
          <p>{t("admin.people.password.help")}</p>
          <OwnPassword fault={getFieldMessage(answer, "ownPassword")} />
        </SubmittedForm>
      ) : (
        <OneTimeLink name={person.name} path={path} />
      )}
    </Dialog>
  );
}

interface RoleDialogProps {
  person: PersonView;
  self: boolean;
  open: boolean;
  change: PeopleChanges["role"];
  onClose: () => void;
}

/** Changes the role. */
function RoleDialog({ person, self, open, change, onClose }: RoleDialogProps) {
  const { t } = usePlainText();
  const { name } = person;
  const { answer, busy, send } = useChange(change, () => {
    toast(t("admin.people.role.changed", { name }));
    onClose();
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("admin.people.role.title", { name })}
      description={t(self ? "admin.people.role.leadSelf" : "admin.people.role.lead")}
      actions={
        <>
          <Button onClick={onClose}>{t("admin.people.cancel")}</Button>
          <Button variant="main" type="submit" form="change-role" aria-disabled={busy}>
            {t(busy ? "admin.people.role.busy" : "admin.people.role.submit")}
          </Button>
        </>
      }
    >
      <SubmittedForm
        id="change-role"
        noValidate
        answer={answer}
        busy={busy}
        onSubmit={({ data }) => {
          void send({
            id: person.id,
            role: formText(data, "role"),
            ownPassword: formText(data, "ownPassword"),
          });
        }}
      >
        <FailureNotice answer={answer} />
        <RoleChoice initial={person.role} fault={getFieldMessage(answer, "role")} />
        <OwnPassword fault={getFieldMessage(answer, "ownPassword")} />
      </SubmittedForm>
    </Dialog>
  );
}
