"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { ChangeAnswer } from "@/lib/contract/change-answer";
import { NewPersonRequest, PersonId, RoleRequest } from "@/lib/contract/people-request";
import { answerChange } from "@/lib/server/answer-change";
import type { Actor } from "@/lib/server/audit";
import {
  addPerson,
  changeRole,
  closePerson,
  endSessions,
  makePassword,
  type PersonResult,
  reopenPerson,
  resetPassword,
} from "@/lib/server/people";

/** Every change of the people page: an admin's session and origin, then what was sent, then the list anew. */
async function manage<S extends z.ZodType, T>(
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<PersonResult<T>>,
): Promise<ChangeAnswer<T>> {
  const answer = await answerChange(await headers(), "manage-people", schema, input, work);
  // After a failure the page stays as it is, with what was typed: it might not come anew either.
  if (answer.ok) refresh();
  return answer;
}

/** Adds a person; answers with the password that is to be handed to them. */
export async function createUser(input: unknown): Promise<ChangeAnswer<string>> {
  return manage(NewPersonRequest, input, async (person, actor) => {
    const password = makePassword();
    const made = await addPerson({ ...person, password }, actor);
    return made.ok ? { ok: true, value: password } : made;
  });
}

/** Changes somebody's role. */
export async function changePersonRole(input: unknown): Promise<ChangeAnswer> {
  return manage(RoleRequest, input, ({ id, role }, actor) => changeRole(id, role, actor));
}

/** Gives somebody a new password and answers with it; their sessions end. */
export async function resetPersonPassword(input: unknown): Promise<ChangeAnswer<string>> {
  return manage(PersonId, input, resetPassword);
}

/** Ends somebody's sessions; answers how many. */
export async function revokeSessions(input: unknown): Promise<ChangeAnswer<number>> {
  return manage(PersonId, input, endSessions);
}

/** Closes somebody's account and ends their sessions. */
export async function deactivateUser(input: unknown): Promise<ChangeAnswer> {
  return manage(PersonId, input, closePerson);
}

/** Opens a closed account again. */
export async function reactivateUser(input: unknown): Promise<ChangeAnswer> {
  return manage(PersonId, input, reopenPerson);
}
