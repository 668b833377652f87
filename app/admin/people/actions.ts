"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { ActionResult } from "@/lib/contract/action-result";
import { NewPersonRequest, PersonId, RoleRequest } from "@/lib/contract/write-request";
import { answerAction } from "@/lib/server/answer-action";
import type { Actor } from "@/lib/server/audit";
import {
  changeRole,
  createPerson,
  deactivatePerson,
  endSessions,
  makePassword,
  type PersonResult,
  reactivatePerson,
  resetPassword,
} from "@/lib/server/people";

/** Runs a change of the people page for an admin, and refreshes the list. */
async function manage<S extends z.ZodType, T>(
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<PersonResult<T>>,
): Promise<ActionResult<T>> {
  const answer = await answerAction(await headers(), "manage-people", schema, input, work);
  // After a failure the page keeps what was typed; a refresh could fail, too.
  if (answer.ok) refresh();
  return answer;
}

/** Creates a person. @returns their first password */
export async function createUser(input: unknown): Promise<ActionResult<string>> {
  return manage(NewPersonRequest, input, async (person, actor) => {
    const password = makePassword();
    const made = await createPerson({ ...person, password }, actor);
    return made.ok ? { ok: true, value: password } : made;
  });
}

/** Changes a person's role. */
export async function changePersonRole(input: unknown): Promise<ActionResult> {
  return manage(RoleRequest, input, ({ id, role }, actor) => changeRole(id, role, actor));
}

/** Sets a new password and ends the person's sessions. @returns the password */
export async function resetPersonPassword(input: unknown): Promise<ActionResult<string>> {
  return manage(PersonId, input, resetPassword);
}

/** Ends a person's sessions. @returns their number */
export async function revokeSessions(input: unknown): Promise<ActionResult<number>> {
  return manage(PersonId, input, endSessions);
}

/** Deactivates an account and ends its sessions. */
export async function deactivateUser(input: unknown): Promise<ActionResult> {
  return manage(PersonId, input, deactivatePerson);
}

/** Reactivates a deactivated account. */
export async function reactivateUser(input: unknown): Promise<ActionResult> {
  return manage(PersonId, input, reactivatePerson);
}
