import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { isRole, type Role } from "@/lib/catalogue/roles";
import { type Actor, audit } from "./audit";
import { auth } from "./auth";
import { db } from "./db";
import { MIN_PASSWORD } from "./env";

/** A person as the people page shows them. */
export interface PersonEntry {
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

/** What is wrong with one field of a form about people. */
export interface PersonFault {
  readonly field: "name" | "email" | "password" | "role" | "person";
  readonly message: string;
}

/** Done, with what has to be handed over once, or what is wrong. */
export type PersonResult<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly PersonFault[] };

/** What is needed to make a person. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
}

/** The name under which the sign-in library keeps an account's password. */
const CREDENTIAL = "credential";
const UNIQUE_VIOLATION = "P2002";
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A password that is handed over once: 20 letters and digits, 119 bits. */
export function makePassword(): string {
  return randomBytes(15).toString("base64url");
}

function faultsOf({ name, email, role, password }: NewPerson): PersonFault[] {
  const faults: PersonFault[] = [];
  if (name.trim() === "" || name.length > 120) {
    faults.push({ field: "name", message: "Give a name of up to 120 characters." });
  }
  if (!EMAIL.test(email) || email.length > 320) {
    faults.push({ field: "email", message: "Give an e-mail address, such as name@example.org." });
  }
  if (!isRole(role)) faults.push({ field: "role", message: "Choose one of the roles." });
  if (password.length < MIN_PASSWORD) {
    faults.push({ field: "password", message: `Use at least ${MIN_PASSWORD} characters.` });
  }
  return faults;
}

/** Makes a person who can sign in. */
export async function addPerson(input: NewPerson, actor: Actor): Promise<PersonResult> {
  const person = { ...input, name: input.name.trim(), email: input.email.trim().toLowerCase() };
  const faults = faultsOf(person);
  if (faults.length > 0) return { ok: false, faults };
  const password = await hashed(person.password);
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
    if (!(error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION))
      throw error;
    const message = "Somebody has this address already.";
    return { ok: false, faults: [{ field: "email", message }] };
  }
  return { ok: true, value: null };
}

async function hashed(password: string): Promise<string> {
  return (await auth().$context).password.hash(password);
}

/** Everybody with an account, by name. */
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

/** Changes a role. The last admin keeps theirs, or nobody could manage people any more. */
export function changeRole(id: string, role: Role, actor: Actor): Promise<PersonResult> {
  return change(id, async (person, tx) => {
    if (role !== "admin" && (await isLastAdmin(person, tx))) return lastAdmin("role");
    await tx.user.update({ where: { id }, data: { role } });
    await audit(
      {
        actor,
        action: "role-changed",
        subject: person.email,
        detail: { from: person.role, to: role },
      },
      tx,
    );
    return { ok: true, value: null };
  });
}

/** Closes an account and ends its sessions; what the person recorded stays under their name. */
export function closePerson(id: string, actor: Actor): Promise<PersonResult> {
  return change(id, async (person, tx) => {
    if (await isLastAdmin(person, tx)) return lastAdmin("person");
    await tx.user.update({ where: { id }, data: { closedAt: new Date() } });
    await tx.session.deleteMany({ where: { userId: id } });
    await audit({ actor, action: "person-closed", subject: person.email }, tx);
    return { ok: true, value: null };
  });
}

/** Opens a closed account again. */
export function reopenPerson(id: string, actor: Actor): Promise<PersonResult> {
  return change(id, async (person, tx) => {
    await tx.user.update({ where: { id }, data: { closedAt: null } });
    await audit({ actor, action: "person-reopened", subject: person.email }, tx);
    return { ok: true, value: null };
  });
}

/** Ends every session of a person. */
export function endSessions(id: string, actor: Actor): Promise<PersonResult<number>> {
  return change(id, async (person, tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: id } });
    await audit(
      { actor, action: "sessions-ended", subject: person.email, detail: { sessions: count } },
      tx,
    );
    return { ok: true, value: count };
  });
}

/** Gives a person a new password, which is handed over once, and ends their sessions. */
export async function resetPassword(id: string, actor: Actor): Promise<PersonResult<string>> {
  const password = makePassword();
  const hash = await hashed(password);
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

type Transaction = Parameters<Parameters<ReturnType<typeof db>["$transaction"]>[0]>[0];
type Known = { readonly id: string; readonly email: string; readonly role: string };

/** One at a time, so that two admins cannot each take away the other's role. */
async function change<T>(
  id: string,
  work: (person: Known, tx: Transaction) => Promise<PersonResult<T>>,
): Promise<PersonResult<T>> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(7035002)::text`;
    const person = await tx.user.findUnique({ where: { id } });
    if (person) return work(person, tx);
    return {
      ok: false,
      faults: [{ field: "person", message: "This person is not there any more." }],
    };
  });
}

async function isLastAdmin({ id, role }: Known, tx: Transaction): Promise<boolean> {
  if (role !== "admin") return false;
  const others = await tx.user.count({ where: { role: "admin", closedAt: null, id: { not: id } } });
  return others === 0;
}

function lastAdmin<T>(field: "role" | "person"): PersonResult<T> {
  return {
    ok: false,
    faults: [{ field, message: "This is the last admin. Make somebody else an admin first." }],
  };
}
