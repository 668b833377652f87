"use client";

import { useId, useState } from "react";
import { ConfirmDialog } from "@/components/layout/confirm-dialog";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { formText } from "@/components/ui/submitted-form";
import { toast } from "@/components/ui/toast";
import { ROLES, type Role } from "@/lib/catalogue/roles";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import type { PersonEntry } from "@/lib/server/accounts/people";
import { usePlainText } from "@/lib/text/use-plain-text";
import { OneTimeLink } from "./one-time-link";
import { OwnPassword } from "./own-password";

type Change<T = null> = (input: unknown) => Promise<ActionResult<T>>;

/** The changes that an admin can make. `add` and `password` return the path of a one-time link. */
export interface PeopleChanges {
  readonly add: Change<string>;
  readonly role: Change;
  readonly password: Change<string>;
  readonly sessions: Change<number>;
  readonly close: Change;
  readonly reopen: Change;
}

/** A change of a person. */
export type PersonAct = "role" | "password" | "sessions" | "close" | "reopen";

interface PersonDialogProps {
  act: PersonAct;
  person: PersonEntry;
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
          <p>{t("admin.people.sessionsEnd.help", { self: self ? "yes" : "no" })}</p>
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
          <p>{t("admin.people.close.help", { self: self ? "yes" : "no" })}</p>
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
          <p>{t("admin.people.reopen.help")}</p>
        </ConfirmDialog>
      );
  }
}

interface PasswordDialogProps {
  person: PersonEntry;
  open: boolean;
  change: PeopleChanges["password"];
  onClose: () => void;
}

/** Ends the old password and shows once the link for a new one. */
function PasswordDialog({ person, open, change, onClose }: PasswordDialogProps) {
  const { t } = usePlainText();
  const [path, setPath] = useState<string | null>(null);
  const { answer, busy, send } = useChange(change, setPath);
  const title = t("admin.people.password.title", { name: person.name });
  if (path !== null) {
    return (
      <Dialog
        open={open}
        onOpenChange={onClose}
        title={title}
        actions={
          <Button variant="main" onClick={onClose}>
            {t("admin.people.done")}
          </Button>
        }
      >
        <OneTimeLink name={person.name} path={path} />
      </Dialog>
    );
  }
  return (
    <FormDialog
      open={open}
      title={title}
      submit={t("admin.people.password.submit")}
      busyLabel={t("admin.people.password.busy")}
      noValidate
      answer={answer}
      busy={busy}
      onSubmit={({ data }) =>
        void send({ id: person.id, ownPassword: formText(data, "ownPassword") })
      }
      onClose={onClose}
    >
      <FailureNotice answer={answer} />
      <p>{t("admin.people.password.help")}</p>
      <OwnPassword fault={getFieldMessage(answer, "ownPassword")} />
    </FormDialog>
  );
}

interface RoleDialogProps {
  person: PersonEntry;
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
    <FormDialog
      open={open}
      title={t("admin.people.role.title", { name })}
      description={t(self ? "admin.people.role.leadSelf" : "admin.people.role.lead")}
      submit={t("admin.people.role.submit")}
      busyLabel={t("admin.people.role.busy")}
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
      onClose={onClose}
    >
      <FailureNotice answer={answer} />
      <RoleChoice initial={person.role} fault={getFieldMessage(answer, "role")} />
      <OwnPassword fault={getFieldMessage(answer, "ownPassword")} />
    </FormDialog>
  );
}

/** Radio buttons for the roles, each with its permissions. The form field is `role`. */
export function RoleChoice({ initial, fault }: { initial: Role; fault: string | null }) {
  const { t } = usePlainText();
  const id = useId();
  return (
    <fieldset className="grid gap-1" aria-describedby={fault ? id : undefined}>
      <legend className="mb-1 font-medium text-12">{t("admin.people.role.label")}</legend>
      {ROLES.map((role) => (
        <label
          key={role}
          className="flex items-baseline gap-2.5 rounded-2 px-2.5 py-1.5 shadow-[inset_0_0_0_1px_var(--color-line)] has-checked:bg-accent-wash has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="role"
            value={role}
            defaultChecked={role === initial}
            aria-invalid={fault ? true : undefined}
            className="accent-(--color-accent)"
          />
          <span>
            <b className="font-medium">{t(`common.role.${role}`)}</b>{" "}
            <span className="text-12 text-ink-2">{t(`admin.people.role.may.${role}`)}</span>
          </span>
        </label>
      ))}
      {fault ? (
        <p id={id} className="text-12 text-rust">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
