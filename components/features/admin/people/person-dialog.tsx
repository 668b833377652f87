"use client";

import { ConfirmDialog } from "./confirm-dialog";
import { PasswordDialog } from "./password-dialog";
import type { PeopleChanges, PersonView } from "./person-view";
import { RoleDialog } from "./role-dialog";

/** What can be changed about a person. */
export type PersonAct = "role" | "password" | "sessions" | "close" | "reopen";

/** Props of the dialog. */
export interface PersonDialogProps {
  act: PersonAct;
  person: PersonView;
  /** Is it the admin's own account? */
  self: boolean;
  open: boolean;
  changes: PeopleChanges;
  onClose: () => void;
}

/** The dialog of one change about one person. */
export function PersonDialog({ act, changes, ...props }: PersonDialogProps) {
  const { person, self } = props;
  switch (act) {
    case "role":
      return <RoleDialog {...props} change={changes.role} />;
    case "password":
      return <PasswordDialog {...props} change={changes.password} />;
    case "sessions":
      return (
        <ConfirmDialog
          {...props}
          id={person.id}
          title={`End the sessions of ${person.name}?`}
          act="End sessions"
          change={changes.sessions}
          done={(count) => (count === 1 ? "1 session ended" : `${count} sessions ended`)}
        >
          {self ? "You are signed out everywhere, here too." : "They are signed out everywhere."}{" "}
          Whoever knows the password can sign in again.
        </ConfirmDialog>
      );
    case "close":
      return (
        <ConfirmDialog
          {...props}
          id={person.id}
          title={`Close the account of ${person.name}?`}
          act="Close the account"
          change={changes.close}
          done={() => `Account of ${person.name} closed`}
        >
          {self ? "You are signed out" : "They are signed out"} everywhere and cannot sign in. What
          was recorded stays, under the same name. An admin can open the account again.
        </ConfirmDialog>
      );
    case "reopen":
      return (
        <ConfirmDialog
          {...props}
          id={person.id}
          title={`Reopen the account of ${person.name}?`}
          act="Reopen the account"
          change={changes.reopen}
          done={() => `Account of ${person.name} open again`}
        >
          They can sign in again with the password they had.
        </ConfirmDialog>
      );
  }
}
