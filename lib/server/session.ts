import "server-only";
import { type Act, isRole, may, type Role } from "@/lib/catalogue/roles";
import type { ProblemCode } from "@/lib/contract/problems";
import type { Actor } from "./audit";
import { auth } from "./auth";
import { getClientAddress, isOwnOrigin } from "./origins";

/** A signed-in user. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Why an act is not allowed: no session, a role without the right, or a request from another site. */
export type ForbiddenReason = Extract<ProblemCode, "signed-out" | "forbidden" | "foreign-origin">;

/** A user who may act, or why they may not. */
type Access =
  | { readonly person: Person; readonly actor: Actor }
  | { readonly forbidden: ForbiddenReason };

/** The user of the session cookie; null for a visitor, an ended session and a deactivated account. */
export async function getPerson(headers: Headers): Promise<Person | null> {
  const session = await auth().api.getSession({ headers });
  if (!session) return null;
  const { id, name, email, role, closedAt } = session.user;
  return closedAt || !isRole(role) ? null : { id, name, email, role };
}

/** The user whose role allows a change. The request must come from one of our own pages. */
export async function authoriseChange(headers: Headers, act: Act): Promise<Access> {
  const access = await authoriseOwnChange(headers);
  if ("forbidden" in access || may(access.person.role, act)) return access;
  return { forbidden: "forbidden" };
}

/** The user who changes their own account, in any role. The request must come from one of our own pages. */
export async function authoriseOwnChange(headers: Headers): Promise<Access> {
  if (!isOwnOrigin(headers)) return { forbidden: "foreign-origin" };
  const person = await getPerson(headers);
  if (!person) return { forbidden: "signed-out" };
  const actor = { id: person.id, name: person.name, address: getClientAddress(headers) };
  return { person, actor };
}
