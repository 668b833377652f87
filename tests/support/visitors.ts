import type { Role } from "../../lib/catalogue/roles";
import { type HttpSession, signInOver } from "./http-session";
import { newPerson, SET_UP, type TestPerson } from "./people";

/** All kinds of visitors. The last two send requests with an admin's session. */
export const VISITORS = [
  "signed out",
  "closed account",
  "ended session",
  "reader",
  "analyst",
  "reviewer",
  "admin",
  "foreign origin",
  "no origin",
] as const;
export type Visitor = (typeof VISITORS)[number];

/** A visitor with the session that their requests use. */
export interface VisitorSession extends HttpSession {
  readonly visitor: Visitor;
  /** The account of their session, or of their former session; null if they never had one. */
  readonly person: TestPerson | null;
}

const ROLES: Readonly<Record<Visitor, Role | null>> = {
  "signed out": null,
  "closed account": "admin",
  "ended session": "admin",
  reader: "reader",
  analyst: "analyst",
  reviewer: "reviewer",
  admin: "admin",
  "foreign origin": "admin",
  "no origin": "admin",
};

const ORIGINS: Readonly<Partial<Record<Visitor, string | null>>> = {
  "foreign origin": "https://elsewhere.example.org",
  "no origin": null,
};

/**
 * Creates every visitor, each with their own account, session and IP address. Then closes the account of "closed
 * account" and ends the session of "ended session".
 * @param address of a server with `TRUST_PROXY`
 */
export async function createVisitors(address: string): Promise<readonly VisitorSession[]> {
  const all: VisitorSession[] = [];
  for (const [index, visitor] of VISITORS.entries()) {
    const role = ROLES[visitor];
    const base = { address, origin: address, from: `10.9.0.${index + 1}` };
    const person = role === null ? null : await newPerson(role);
    const cookie = person === null ? undefined : await signInOver(base, person);
    const origin = visitor in ORIGINS ? (ORIGINS[visitor] ?? null) : address;
    all.push({ ...base, origin, visitor, person, ...(cookie === undefined ? {} : { cookie }) });
  }
  const { deactivatePerson, endSessions } = await import("../../lib/server/accounts/people");
  for (const { visitor, person } of all) {
    if (visitor === "closed account") await deactivatePerson(person?.id ?? "", SET_UP);
    if (visitor === "ended session") await endSessions(person?.id ?? "", SET_UP);
  }
  return all;
}
