"use client";

import { useEffect, useId, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/layout/confirm-dialog";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";
import { fieldClass } from "@/components/ui/field-class";
import { FormDialog } from "@/components/ui/form-dialog";
import { ChevronDownIcon, PlusIcon } from "@/components/ui/icons";
import { Menu, MenuItem } from "@/components/ui/menu";
import { formText } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { ROLES, type Role } from "@/lib/catalogue/roles";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import type { PersonEntry } from "@/lib/server/accounts/people";
import { usePlainText } from "@/lib/text/use-plain-text";
import { OwnPassword } from "./own-password";

interface PeopleListProps {
  people: readonly PersonEntry[];
  /** Id of the signed-in admin. */
  self: string;
  changes: PeopleChanges;
}

/** The change of the dialog. It stays while the dialog closes, so that nothing flickers. */
type Work = { readonly act: "add" } | { readonly act: PersonAct; readonly person: PersonEntry };

/** Everyone with an account, and the changes that an admin can make. */
export function PeopleList({ people, self, changes }: PeopleListProps) {
  const { t } = usePlainText();
  const [work, setWork] = useState<Work | null>(null);
  const [open, setOpen] = useState(false);
  // A key for each dialog, so that none starts with the answer of the one before.
  const [count, setCount] = useState(0);
  const begin = (next: Work) => {
    setWork(next);
    setCount((n) => n + 1);
    setOpen(true);
  };
  const close = () => setOpen(false);

  return (
    <div className="grid gap-4">
      <Button variant="main" className="justify-self-start" onClick={() => begin({ act: "add" })}>
        <PlusIcon />
        {t("admin.people.add.title")}
      </Button>
      <ul>
        {people.map((person) => (
          <PersonItem
            key={person.id}
            person={person}
            self={person.id === self}
            onAct={(act) => begin({ act, person })}
          />
        ))}
      </ul>
      {work === null ? null : work.act === "add" ? (
        <AddPersonDialog key={count} open={open} add={changes.add} onClose={close} />
      ) : (
        <PersonDialog
          key={count}
          act={work.act}
          person={work.person}
          self={work.person.id === self}
          open={open}
          changes={changes}
          onClose={close}
        />
      )}
    </div>
  );
}

interface PersonItemProps {
  person: PersonEntry;
  self: boolean;
  onAct: (act: PersonAct) => void;
}

const OPEN_ACTS: readonly PersonAct[] = ["role", "password", "sessions", "close"];
/** Admins change their own password under Account: here their session would end before they could read it. */
const OWN_ACTS: readonly PersonAct[] = ["role", "sessions", "close"];
const CLOSED_ACTS: readonly PersonAct[] = ["reopen"];

/** One person: name, role, sessions, and a menu of changes. */
function PersonItem({ person, self, onAct }: PersonItemProps) {
  const text = usePlainText();
  const { t } = text;
  const { name, email, role, closed, sessions, lastSeen } = person;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-5 gap-y-1 border-line border-t py-2.5 md:grid-cols-[minmax(0,1fr)_7rem_21rem_auto]">
      <div className="min-w-0">
        <b className={cx("break-words", closed && "text-ink-3")}>{name}</b>
        {self ? <span className="text-ink-3"> · {t("admin.people.you")}</span> : null}
        <span className="block break-words text-12 text-ink-3">{email}</span>
      </div>
      <span className="col-start-1 md:col-start-2">
        {closed ? (
          <span className="text-ink-3">{t("admin.people.closed", { role })}</span>
        ) : (
          t(`common.role.${role}`)
        )}
      </span>
      <span className="col-start-1 text-12 text-ink-2 md:col-start-3">
        {lastSeen === null
          ? t("admin.people.noSession")
          : t.rich("admin.people.sessions", {
              count: sessions,
              when: text.instant(lastSeen),
              at: () => <Instant at={lastSeen} className="tabular" />,
            })}
      </span>
      <div className="col-start-2 row-start-1 md:col-start-4">
        <Menu
          trigger={
            <Button aria-label={t("admin.people.manageNamed", { name })}>
              {t("admin.people.manage")}
              <ChevronDownIcon />
            </Button>
          }
        >
          {(closed ? CLOSED_ACTS : self ? OWN_ACTS : OPEN_ACTS).map((act) => (
            <MenuItem
              key={act}
              disabled={act === "sessions" && sessions === 0}
              onSelect={() => onAct(act)}
            >
              {t(`admin.people.act.${act}`)}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </li>
  );
}

interface AddPersonDialogProps {
  open: boolean;
  add: PeopleChanges["add"];
  onClose: () => void;
}

/** Adds a person and shows once the link with which they choose a password. */
function AddPersonDialog({ open, add, onClose }: AddPersonDialogProps) {
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

type Change<T = null> = (input: unknown) => Promise<ActionResult<T>>;

/** The changes that an admin can make. `add` and `password` return the path of a one-time link. */
interface PeopleChanges {
  readonly add: Change<string>;
  readonly role: Change;
  readonly password: Change<string>;
  readonly sessions: Change<number>;
  readonly close: Change;
  readonly reopen: Change;
}

/** A change of a person. */
type PersonAct = "role" | "password" | "sessions" | "close" | "reopen";

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
function PersonDialog({ act, changes, ...props }: PersonDialogProps) {
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
function RoleChoice({ initial, fault }: { initial: Role; fault: string | null }) {
  const { t } = usePlainText();
  const id = useId();
  return (
    <fieldset className="grid gap-1" aria-describedby={fault ? id : undefined}>
      <legend className="mb-1 font-medium text-12">{t("admin.people.role.label")}</legend>
      {ROLES.map((role) => (
        <label
          key={role}
          className="flex items-start gap-2.5 rounded-2 px-2.5 py-1.5 shadow-[inset_0_0_0_1px_var(--color-line)] has-checked:bg-accent-wash has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="role"
            value={role}
            defaultChecked={role === initial}
            aria-invalid={fault ? true : undefined}
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

/**
 * A one-time link to copy and send. It is stored nowhere and shown once.
 * @param path of the link on this site
 */
function OneTimeLink({ name, path }: { name: string; path: string }) {
  const { t } = usePlainText();
  // It is shown after a click, so never on the server.
  const link = new URL(path, window.location.origin).href;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast(t("admin.people.oneTime.copied"));
    } catch {
      // Browsers allow it only on https pages, and not always there.
      field.current?.select();
      toast(t("admin.people.oneTime.selected"));
    }
  };

  return (
    <div className="grid gap-2">
      <p>{t.rich("admin.people.oneTime.help", { name, b: (words) => <b>{words}</b> })}</p>
      <div className="flex gap-2">
        <input
          ref={field}
          readOnly
          aria-label={t("admin.people.oneTime.label", { name })}
          value={link}
          autoComplete="off"
          spellCheck={false}
          className={fieldClass(false, "tabular text-15")}
        />
        <Button className="h-(--field)" onClick={() => void copy()}>
          {t("layout.actions.copy")}
        </Button>
      </div>
    </div>
  );
}
