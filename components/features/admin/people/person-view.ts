import type { Role } from "@/lib/catalogue/roles";
import type { ActionResult } from "@/lib/contract/action-result";

/** A person as shown on the page. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly closed: boolean;
  /** Number of open sessions. */
  readonly sessions: number;
  /** ISO 8601 instant of the latest sign-in with an open session; null if there is none. */
  readonly lastSeen: string | null;
}

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
