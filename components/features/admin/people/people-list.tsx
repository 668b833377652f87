"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { AddPersonDialog } from "./add-person-dialog";
import { type PersonAct, PersonDialog } from "./person-dialog";
import { PersonItem } from "./person-item";
import type { PeopleChanges, PersonView } from "./person-view";

/** Props of the list. */
export interface PeopleListProps {
  people: readonly PersonView[];
  /** Id of the admin who looks. */
  self: string;
  changes: PeopleChanges;
}

/** What is being done; it stays while its dialog closes, so that nothing flickers. */
type Work = { readonly act: "add" } | { readonly act: PersonAct; readonly person: PersonView };

/** Everybody with an account, and the changes that an admin can make. */
export function PeopleList({ people, self, changes }: PeopleListProps) {
  const [work, setWork] = useState<Work | null>(null);
  const [open, setOpen] = useState(false);
  // A number of its own for each, so that a dialog never begins with the answer of the one before.
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
        Add a person
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
