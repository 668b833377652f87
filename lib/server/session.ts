import "server-only";
import { type Act, isRole, may, type Role } from "@/lib/catalogue/roles";
import type { Actor } from "./audit";
import { auth } from "./auth";
import { addressOf, isOwnOrigin } from "./origins";

/** Somebody who is signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Why an act is refused: nobody is signed in, the role does not allow it, or another site asks. */
export type AccessRefusal = "signed-out" | "forbidden" | "foreign-origin";

/** Whoever is signed in with these headers' cookie; null for a visitor, an ended session and a closed account. */
export async function getPerson(headers: Headers): Promise<Person | null> {
  const session = await auth().api.getSession({ headers });
  if (!session) return null;
  const { id, name, email, role, closedAt } = session.user;
  return closedAt || !isRole(role) ? null : { id, name, email, role };
}

/**
 * The person who may do an act, or why not. Every action and handler asks this itself; a page that
 * hides a button is no lock.
 */
export async function authorise(
  headers: Headers,
  act: Act,
): Promise<{ person: Person; actor: Actor } | { refusal: AccessRefusal }> {
  const person = await getPerson(headers);
  if (!person) return { refusal: "signed-out" };
  if (!may(person.role, act)) return { refusal: "forbidden" };
  return asActor(person, headers);
}

/** Whoever is signed in, as an actor. */
function asActor(person: Person, headers: Headers): { person: Person; actor: Actor } {
  return { person, actor: { id: person.id, name: person.name, address: addressOf(headers) } };
}

/** The person who changes something of their own, such as their sessions, whatever their role; or why not. */
export async function authoriseOwnChange(headers: Headers): ReturnType<typeof authorise> {
  if (!isOwnOrigin(headers)) return { refusal: "foreign-origin" };
  const person = await getPerson(headers);
  return person ? asActor(person, headers) : { refusal: "signed-out" };
}

/** The same as `authorise` for what changes something: the request must also come from one of our own pages. */
export async function authoriseChange(headers: Headers, act: Act): ReturnType<typeof authorise> {
  return isOwnOrigin(headers) ? authorise(headers, act) : { refusal: "foreign-origin" };
}
