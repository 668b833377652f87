import type { Role } from "@/lib/catalogue/roles";
import type { ActionResult } from "@/lib/contract/action-result";

/** A person as the page shows them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly closed: boolean;
  /** Sessions that have not ended. */
  readonly sessions: number;
  /** ISO 8601 instant of the last sign-in that still has a session; null where none has. */
  readonly lastSeen: string | null;
}

type Change<T = null> = (input: unknown) => Promise<ActionResult<T>>;

/** The changes that an admin can ask for. Those that make a password answer with it, once. */
export interface PeopleChanges {
  readonly add: Change<string>;
  readonly role: Change;
  readonly password: Change<string>;
  readonly sessions: Change<number>;
  readonly close: Change;
  readonly reopen: Change;
}
