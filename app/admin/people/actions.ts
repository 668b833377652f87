"use server";

import { after } from "next/server";
import type { z } from "zod";
import { answerAndRefresh } from "@/app/admin/answer-and-refresh";
import {
  NewPersonRequest,
  PasswordLinkRequest,
  PersonId,
  RoleRequest,
} from "@/lib/contract/account-request";
import type { ActionResult } from "@/lib/contract/action-result";
import {
  changeRole,
  checkOwnPassword,
  deactivatePerson,
  endSessions,
  invitePerson,
  makePasswordLink,
  reactivatePerson,
} from "@/lib/server/accounts/people";
import type { Actor } from "@/lib/server/audit/audit";
import type { ChangeResult } from "@/lib/server/change-result";
import { isMailOn } from "@/lib/server/mail/mail";
import { mailInvitation } from "@/lib/server/mail/notices";

/** Runs a change that gives rights or access, which also needs the admin's own password. */
async function manageWithPassword<S extends z.ZodType<{ ownPassword: string }>, T>(
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<ChangeResult<T>>,
): Promise<ActionResult<T>> {
  return answerAndRefresh("manage-people", schema, input, async (parsed, actor) => {
    const fault = await checkOwnPassword(actor, parsed.ownPassword);
    return fault ? { ok: false, issues: [fault] } : work(parsed, actor);
  });
}

/** Creates a person, and mails them their link where a mail server is set. @returns the path of the one-time link with which they choose a password */
export async function createUser(input: unknown): Promise<ActionResult<string>> {
  return manageWithPassword(NewPersonRequest, input, async ({ name, email, role }, actor) => {
    const invited = await invitePerson({ name, email, role }, actor);
    if (invited.ok && isMailOn())
      after(() => mailInvitation(email.trim().toLowerCase(), invited.value));
    return invited;
  });
}

/** Changes a person's role. */
export async function changePersonRole(input: unknown): Promise<ActionResult> {
  return manageWithPassword(RoleRequest, input, ({ id, role }, actor) =>
    changeRole(id, role, actor),
  );
}

/** Ends a person's password and sessions. @returns the path of the one-time link for a new password */
export async function resetPersonPassword(input: unknown): Promise<ActionResult<string>> {
  return manageWithPassword(PasswordLinkRequest, input, ({ id }, actor) =>
    makePasswordLink(id, actor),
  );
}

/** Ends a person's sessions. @returns their number */
export async function revokeSessions(input: unknown): Promise<ActionResult<number>> {
  return answerAndRefresh("manage-people", PersonId, input, endSessions);
}

/** Deactivates an account and ends its sessions. */
export async function deactivateUser(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("manage-people", PersonId, input, deactivatePerson);
}

/** Reactivates a deactivated account. */
export async function reactivateUser(input: unknown): Promise<ActionResult> {
  return answerAndRefresh("manage-people", PersonId, input, reactivatePerson);
}
