"use client";

import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { ChevronDownIcon } from "@/components/ui/icons";
import { Menu, MenuItem } from "@/components/ui/menu";
import { ROLE_WORDS } from "@/lib/catalogue/roles";
import type { PersonAct } from "./person-dialog";
import type { PersonView } from "./person-view";

/** Props of an item. */
export interface PersonItemProps {
  person: PersonView;
  self: boolean;
  onAct: (act: PersonAct) => void;
}

/** One's own password is changed under Account: here the session would end before it could be read. */
const NOT_ONES_OWN: ReadonlySet<PersonAct> = new Set(["password"]);

const ACTS: readonly { act: PersonAct; label: string; closed: boolean }[] = [
  { act: "role", label: "Change role…", closed: false },
  { act: "password", label: "New password…", closed: false },
  { act: "sessions", label: "End sessions…", closed: false },
  { act: "close", label: "Close account…", closed: false },
  { act: "reopen", label: "Reopen account…", closed: true },
];

/** One person: who, role, sessions, and what can be done. */
export function PersonItem({ person, self, onAct }: PersonItemProps) {
  const { name, email, role, closed, sessions, lastSeen } = person;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-5 gap-y-1 border-line border-t py-2.5 md:grid-cols-[minmax(0,1fr)_7rem_16rem_auto]">
      <div className="min-w-0">
        <b className={cx("break-words", closed && "text-ink-3")}>{name}</b>
        {self ? <span className="text-ink-3"> · you</span> : null}
        <span className="block break-words text-12 text-ink-3">{email}</span>
      </div>
      <span className="col-start-1 md:col-start-2">
        {closed ? (
          <span className="text-ink-3">Closed, was {ROLE_WORDS[role].label.toLowerCase()}</span>
        ) : (
          ROLE_WORDS[role].label
        )}
      </span>
      <span className="col-start-1 text-12 text-ink-2 md:col-start-3">
        {sessions === 0 ? "Not signed in" : sessions === 1 ? "1 session" : `${sessions} sessions`}
        {lastSeen ? (
          <>
            , the last since <Instant at={lastSeen} className="tabular" />
          </>
        ) : null}
      </span>
      <div className="col-start-2 row-start-1 md:col-start-4">
        <Menu
          trigger={
            <Button aria-label={`Manage ${name}`}>
              Manage
              <ChevronDownIcon />
            </Button>
          }
        >
          {ACTS.filter(
            (item) => item.closed === closed && !(self && NOT_ONES_OWN.has(item.act)),
          ).map(({ act, label }) => (
            <MenuItem
              key={act}
              disabled={act === "sessions" && sessions === 0}
              onSelect={() => onAct(act)}
            >
              {label}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </li>
  );
}
