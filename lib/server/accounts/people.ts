import "server-only";
import { randomUUID } from "node:crypto";
import { isRole, may, type Role } from "@/lib/catalogue/roles";
import type { Issue } from "@/lib/evidence/issue";
import type { Text } from "@/lib/text/text";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, audit } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db, LOCKS } from "../database/db";
import { isDataSetName } from "../ledger/data-set";
import { makePasswordPath } from "../link-tokens";
import { getText } from "../text/get-text";
import { revokeTokens } from "./account-links";
import {
  CREDENTIAL,
  findPasswordFault,
  hashPassword,
  isPasswordsBusy,
  verifyPassword,
} from "./passwords";
import {
  countAttempt,
  forgetAttempts,
  type PasswordAttempt,
  withdrawAttempt,
} from "./sign-in-attempts";

/** A person as shown on the people page. */
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly closed: boolean;
  /** Number of sessions that have not ended. */
  readonly sessions: number;
  /** ISO 8601 instant of the latest sign-in with an open session; null if there is none. */
  readonly lastSeen: string | null;
}

/** A new person. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Null: the person chooses it with a one-time link. */
  readonly password: string | null;
  /** Did someone else choose the password, so that it has to be changed? */
  readonly mustChangePassword?: boolean;
}

/** Milliseconds for which a link of an admin works: 7 days. */
const LINK_MS = 7 * 24 * 60 * 60 * 1000;
const UNIQUE_VIOLATION = "P2002";
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

async function listIssues(text: Text, person: NewPerson): Promise<Issue[]> {
  const { name, email, role, password } = person;
  const issues: Issue[] = [];
  if (name.trim() === "" || name.length > 120) {
    issues.push({ param: "name", message: text.t("api.people.name") });
  }
  if (isDataSetName(name)) {
    issues.push({ param: "name", message: text.t("api.people.reservedName") });
  }
  if (!EMAIL.test(email) || email.length > 320) {
    issues.push({ param: "email", message: text.t("api.people.email") });
  }
  if (!isRole(role)) issues.push({ param: "role", message: text.t("api.people.role") });
  const fault = password === null ? null : await findPasswordFault(text, password, [name, email]);
  if (fault !== null) issues.push({ param: "password", message: fault });
  return issues;
}

/** Creates a person who can sign in. */
export async function createPerson(input: NewPerson, actor: Actor): Promise<ChangeResult> {
  return addPerson(input, actor, { finish: async () => null });
}

/** Creates a person without a password. @returns the path of the one-time link with which they choose one */
export async function invitePerson(
  person: Omit<NewPerson, "password">,
  actor: Actor,
): Promise<ChangeResult<string>> {
  return addPerson({ ...person, password: null }, actor, {
    finish: (id, tx) => makePasswordPath(id, tx, LINK_MS),
  });
}

/** What else happens in the transaction that adds a person. */
interface AddingSteps<T> {
  /** Comes first and writes nothing if it finds an issue; nobody is added then. */
  readonly begin?: (tx: Prisma.TransactionClient) => Promise<Issue | null>;
  /** Comes last. @returns the value of the whole */
  readonly finish: (id: string, tx: Prisma.TransactionClient) => Promise<T>;
}

/** Creates a person, together with what belongs to it. If anything fails, none of it is kept. */
export async function addPerson<T>(
  input: NewPerson,
  actor: Actor,
  { begin, finish }: AddingSteps<T>,
): Promise<ChangeResult<T>> {
  const text = await getText();
  const person = { ...input, name: input.name.trim(), email: input.email.trim().toLowerCase() };
  const issues = await listIssues(text, person);
  if (issues.length > 0) return { ok: false, issues };
  const password = person.password === null ? null : await hashPassword(person.password);
  const id = randomUUID();
  try {
    return await db().$transaction(async (tx): Promise<ChangeResult<T>> => {
      const issue = (await begin?.(tx)) ?? null;
      if (issue !== null) return { ok: false, issues: [issue] };
      const { name, email, role, mustChangePassword = false } = person;
      await tx.user.create({
        data: { id, name, email, role, mustChangePassword, emailVerified: true },
      });
      await tx.account.create({
        data: { id: randomUUID(), userId: id, accountId: id, providerId: CREDENTIAL, password },
      });
      await audit({ actor, action: "person-added", subject: email, detail: { role } }, tx);
      return { ok: true, value: await finish(id, tx) };
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)) {
      throw error;
    }
    return { ok: false, issues: [{ param: "email", message: text.t("api.people.emailTaken") }] };
  }
}

/**
 * Checks the password of a signed-in person before a change that gives rights or access, so that a session left
 * open is not enough.
 * @returns null if it is right
 */
export async function checkOwnPassword(actor: Actor, password: string): Promise<Issue | null> {
  const text = await getText();
  const account = await db().account.findFirst({
    where: { userId: actor.id ?? "", providerId: CREDENTIAL },
    select: { password: true, user: { select: { email: true } } },
  });
  const fault: Issue = { param: "ownPassword", message: text.t("api.people.ownPassword") };
  if (!account?.password) return fault;
  // Only someone with a session gets here, so this count makes nobody else wait.
  const attempt = { email: account.user.email, network: null, device: "signed-in" };
  const wait = await countAttempt(attempt);
  if (wait !== null) {
    const message = text.t("api.people.ownPasswordWait", { seconds: wait.seconds });
    return { param: "ownPassword", message };
  }
  if (!(await verifyCounted(attempt, { hash: account.password, password }))) return fault;
  await forgetAttempts(attempt);
  return null;
}

/** Checks the password of a counted attempt, which no longer counts if too many passwords wait. */
async function verifyCounted(
  attempt: PasswordAttempt,
  parts: { hash: string; password: string },
): Promise<boolean> {
  try {
    return await verifyPassword(parts);
  } catch (error) {
    if (isPasswordsBusy(error)) await withdrawAttempt(attempt);
    throw error;
  }
}

/** Everyone with an account, by name. */
export async function listPeople(): Promise<PersonEntry[]> {
  const users = await db().user.findMany({
    orderBy: [{ name: "asc" }, { email: "asc" }],
    include: {
      sessions: { where: { expiresAt: { gt: new Date() } }, select: { createdAt: true } },
    },
  });
  return users.map(({ id, name, email, role, closedAt, sessions }) => ({
    id,
    name,
    email,
    role: isRole(role) ? role : "reader",
    closed: closedAt !== null,
    sessions: sessions.length,
    lastSeen:
      sessions
        .map(({ createdAt }) => createdAt.toISOString())
        .sort()
        .at(-1) ?? null,
  }));
}

/**
 * Changes a role and ends the person's sessions; tokens end with the right to record. The last admin keeps theirs, because
 * someone must be able to manage people.
 */
export function changeRole(id: string, role: Role, actor: Actor): Promise<ChangeResult> {
  return change(id, async (person, tx, text) => {
    if (role === person.role) return { ok: true, value: null };
    if (role !== "admin" && (await isLastAdmin(person, tx))) return rejectLastAdmin(text, "role");
    await tx.user.update({ where: { id }, data: { role } });
    await tx.session.deleteMany({ where: { userId: id } });
    if (!may(role, "record")) await revokeTokens(id, tx);
    const detail = { from: person.role, to: role };
    await audit({ actor, action: "role-changed", subject: person.email, detail }, tx);
    return { ok: true, value: null };
  });
}

/** Deactivates an account and ends its sessions and tokens. What the person recorded keeps their name. */
export function deactivatePerson(id: string, actor: Actor): Promise<ChangeResult> {
  return change(id, async (person, tx, text) => {
    if (await isLastAdmin(person, tx)) return rejectLastAdmin(text, "person");
    await tx.user.update({ where: { id }, data: { closedAt: new Date() } });
    await tx.session.deleteMany({ where: { userId: id } });
    await revokeTokens(id, tx);
    await audit({ actor, action: "person-closed", subject: person.email }, tx);
    return { ok: true, value: null };
  });
}

/** Reactivates a deactivated account. */
export function reactivatePerson(id: string, actor: Actor): Promise<ChangeResult> {
  return change(id, async (person, tx) => {
    await tx.user.update({ where: { id }, data: { closedAt: null } });
    await audit({ actor, action: "person-reopened", subject: person.email }, tx);
    return { ok: true, value: null };
  });
}

/** Ends all sessions of a person. @returns their number */
export function endSessions(id: string, actor: Actor): Promise<ChangeResult<number>> {
  return change(id, async (person, tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: id } });
    const detail = { sessions: count };
    await audit({ actor, action: "sessions-ended", subject: person.email, detail }, tx);
    return { ok: true, value: count };
  });
}

/**
 * Makes a one-time link with which a person chooses a new password. At once the old one stops working, the person's
 * sessions end, their tokens are revoked and two-step sign-in is off, because the phone may be lost.
 * @param evenLastAdmin for those who run the tracker, who can make another link if nobody uses this one
 * @returns the path of the link
 */
export function makePasswordLink(
  id: string,
  actor: Actor,
  { evenLastAdmin = false } = {},
): Promise<ChangeResult<string>> {
  return change(id, async (person, tx, text) => {
    if (!evenLastAdmin && (await isLastAdmin(person, tx))) return rejectLastAdmin(text, "person");
    await tx.account.updateMany({
      where: { userId: id, providerId: CREDENTIAL },
      data: { password: null },
    });
    await tx.twoFactor.deleteMany({ where: { userId: id } });
    await tx.user.update({ where: { id }, data: { twoFactorEnabled: false } });
    await tx.session.deleteMany({ where: { userId: id } });
    await revokeTokens(id, tx);
    const path = await makePasswordPath(id, tx, LINK_MS);
    await audit({ actor, action: "link-made", subject: person.email }, tx);
    return { ok: true, value: path };
  });
}

type Known = { readonly id: string; readonly email: string; readonly role: string };

/** One change at a time, so that two admins cannot remove each other's role at once. */
async function change<T>(
  id: string,
  work: (person: Known, tx: Prisma.TransactionClient, text: Text) => Promise<ChangeResult<T>>,
): Promise<ChangeResult<T>> {
  const text = await getText();
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCKS.people})::text`;
    const person = await tx.user.findUnique({ where: { id } });
    if (person) return work(person, tx, text);
    return { ok: false, issues: [{ param: "person", message: text.t("api.people.gone") }] };
  });
}

/** Someone who can manage people: an invited admin cannot before they have chosen a password. */
const USABLE_ADMIN = {
  role: "admin",
  closedAt: null,
  accounts: { some: { providerId: CREDENTIAL, password: { not: null } } },
} as const satisfies Prisma.UserWhereInput;

async function isLastAdmin({ id, role }: Known, tx: Prisma.TransactionClient): Promise<boolean> {
  if (role !== "admin") return false;
  return (await tx.user.count({ where: { ...USABLE_ADMIN, id: { not: id } } })) === 0;
}

function rejectLastAdmin<T>(text: Text, param: "role" | "person"): ChangeResult<T> {
  return { ok: false, issues: [{ param, message: text.t("api.people.lastAdmin") }] };
}
