import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { isRole, type Role } from "@/lib/catalogue/roles";
import type { Issue } from "@/lib/evidence/issue";
import type { Text } from "@/lib/text/text";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, audit } from "./audit";
import { db, LOCKS } from "./db";
import { MIN_PASSWORD } from "./env";
import { getText } from "./get-text";
import { hashPassword } from "./passwords";

/** A person as shown on the people page. */
interface PersonEntry {
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

/** A value of a successful change, or its issues: fields of the form, or `person` for the whole. */
export type PersonResult<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly PersonIssue[] };

/** An issue with a field of a form about people. */
type PersonIssue = Issue & {
  readonly param: "name" | "email" | "password" | "role" | "person";
};

/** A new person. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
}

/** The name of the sign-in library for accounts with a password. */
const CREDENTIAL = "credential";
const UNIQUE_VIOLATION = "P2002";
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A password that is shown once: 20 letters, digits, hyphens and underscores, 120 bits. */
export function makePassword(): string {
  return randomBytes(15).toString("base64url");
}

function listIssues(text: Text, { name, email, role, password }: NewPerson): PersonIssue[] {
  const issues: PersonIssue[] = [];
  if (name.trim() === "" || name.length > 120) {
    issues.push({ param: "name", message: text.t("api.people.name") });
  }
  if (!EMAIL.test(email) || email.length > 320) {
    issues.push({ param: "email", message: text.t("api.people.email") });
  }
  if (!isRole(role)) issues.push({ param: "role", message: text.t("api.people.role") });
  if (password.length < MIN_PASSWORD) {
    const message = text.t("api.people.password", { count: String(MIN_PASSWORD) });
    issues.push({ param: "password", message });
  }
  return issues;
}

/** Creates a person who can sign in. */
export async function createPerson(input: NewPerson, actor: Actor): Promise<PersonResult> {
  const text = await getText();
  const person = { ...input, name: input.name.trim(), email: input.email.trim().toLowerCase() };
  const issues = listIssues(text, person);
  if (issues.length > 0) return { ok: false, issues };
  const password = await hashPassword(person.password);
  const id = randomUUID();
  try {
    await db().$transaction(async (tx) => {
      const { name, email, role } = person;
      await tx.user.create({ data: { id, name, email, role, emailVerified: true } });
      await tx.account.create({
        data: { id: randomUUID(), userId: id, accountId: id, providerId: CREDENTIAL, password },
      });
      await audit({ actor, action: "person-added", subject: email, detail: { role } }, tx);
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)) {
      throw error;
    }
    return { ok: false, issues: [{ param: "email", message: text.t("api.people.emailTaken") }] };
  }
  return { ok: true, value: null };
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

/** Changes a role. The last admin keeps theirs, because someone must be able to manage people. */
export function changeRole(id: string, role: Role, actor: Actor): Promise<PersonResult> {
  return change(id, async (person, tx, text) => {
    if (role !== "admin" && (await isLastAdmin(person, tx))) return rejectLastAdmin(text, "role");
    await tx.user.update({ where: { id }, data: { role } });
    const detail = { from: person.role, to: role };
    await audit({ actor, action: "role-changed", subject: person.email, detail }, tx);
    return { ok: true, value: null };
  });
}

/** Deactivates an account and ends its sessions. What the person recorded keeps their name. */
export function deactivatePerson(id: string, actor: Actor): Promise<PersonResult> {
  return change(id, async (person, tx, text) => {
    if (await isLastAdmin(person, tx)) return rejectLastAdmin(text, "person");
    await tx.user.update({ where: { id }, data: { closedAt: new Date() } });
    await tx.session.deleteMany({ where: { userId: id } });
    await audit({ actor, action: "person-closed", subject: person.email }, tx);
    return { ok: true, value: null };
  });
}

/** Reactivates a deactivated account. */
export function reactivatePerson(id: string, actor: Actor): Promise<PersonResult> {
  return change(id, async (person, tx) => {
    await tx.user.update({ where: { id }, data: { closedAt: null } });
    await audit({ actor, action: "person-reopened", subject: person.email }, tx);
    return { ok: true, value: null };
  });
}

/** Ends all sessions of a person. @returns their number */
export function endSessions(id: string, actor: Actor): Promise<PersonResult<number>> {
  return change(id, async (person, tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: id } });
    const detail = { sessions: count };
    await audit({ actor, action: "sessions-ended", subject: person.email, detail }, tx);
    return { ok: true, value: count };
  });
}

/** Sets a new password, which is shown once, and ends the person's sessions. */
export async function resetPassword(id: string, actor: Actor): Promise<PersonResult<string>> {
  const password = makePassword();
  const hash = await hashPassword(password);
  return change(id, async (person, tx) => {
    await tx.account.updateMany({
      where: { userId: id, providerId: CREDENTIAL },
      data: { password: hash },
    });
    await tx.session.deleteMany({ where: { userId: id } });
    await audit({ actor, action: "password-reset", subject: person.email }, tx);
    return { ok: true, value: password };
  });
}

type Known = { readonly id: string; readonly email: string; readonly role: string };

/** One change at a time, so that two admins cannot remove each other's role at once. */
async function change<T>(
  id: string,
  work: (person: Known, tx: Prisma.TransactionClient, text: Text) => Promise<PersonResult<T>>,
): Promise<PersonResult<T>> {
  const text = await getText();
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCKS.people})::text`;
    const person = await tx.user.findUnique({ where: { id } });
    if (person) return work(person, tx, text);
    return { ok: false, issues: [{ param: "person", message: text.t("api.people.gone") }] };
  });
}

async function isLastAdmin({ id, role }: Known, tx: Prisma.TransactionClient): Promise<boolean> {
  if (role !== "admin") return false;
  const others = await tx.user.count({ where: { role: "admin", closedAt: null, id: { not: id } } });
  return others === 0;
}

function rejectLastAdmin<T>(text: Text, param: "role" | "person"): PersonResult<T> {
  return { ok: false, issues: [{ param, message: text.t("api.people.lastAdmin") }] };
}
