"use client";

import { useRef, useState } from "react";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { ChevronDownIcon, PlusIcon } from "@/components/ui/icons";
import { Menu, MenuItem } from "@/components/ui/menu";
import { formText } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { getFieldMessage } from "@/lib/contract/action-result";
import type { PersonEntry } from "@/lib/server/accounts/people";
import { usePlainText } from "@/lib/text/use-plain-text";
import { OneTimeLink } from "./one-time-link";
import { OwnPassword } from "./own-password";
import { type PeopleChanges, type PersonAct, PersonDialog, RoleChoice } from "./person-dialog";

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
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-5 gap-y-1 border-line border-t py-2.5 md:grid-cols-[minmax(0,1fr)_7rem_16rem_auto]">
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
