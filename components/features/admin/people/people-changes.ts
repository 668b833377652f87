import type { ActionResult } from "@/lib/contract/action-result";

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
