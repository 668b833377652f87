import type { Role } from "../../lib/catalogue/roles";
import { type HttpSession, signInOver } from "./http-session";
import { newPerson, SET_UP, type TestPerson } from "./people";

/** Everybody who may ask, with whatever right. The last two ask with an admin's session. */
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

/** A visitor as a test sends for them. */
export interface RequestContext extends HttpSession {
  readonly visitor: Visitor;
  /** The account whose session they use or used; null for who never had one. */
  readonly person: TestPerson | null;
}

const ROLE_OF: Readonly<Record<Visitor, Role | null>> = {
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

const ORIGIN_OF: Readonly<Partial<Record<Visitor, string | null>>> = {
  "foreign origin": "https://elsewhere.example.org",
  "no origin": null,
};

/**
 * Makes every visitor, each with an account, a session and an address of their own; then closes the one
 * account and ends the one session.
 * @param address of a server that trusts its proxy
 */
export async function makeVisitors(address: string): Promise<readonly RequestContext[]> {
  const all: RequestContext[] = [];
  for (const [index, visitor] of VISITORS.entries()) {
    const role = ROLE_OF[visitor];
    const base = { address, origin: address, from: `10.9.0.${index + 1}` };
    const person = role === null ? null : await newPerson(role);
    const cookie = person === null ? undefined : await signInOver(base, person);
    const origin = visitor in ORIGIN_OF ? (ORIGIN_OF[visitor] ?? null) : address;
    all.push({ ...base, origin, visitor, person, ...(cookie === undefined ? {} : { cookie }) });
  }
  const { closePerson, endSessions } = await import("../../lib/server/people");
  for (const { visitor, person } of all) {
    if (visitor === "closed account") await closePerson(person?.id ?? "", SET_UP);
    if (visitor === "ended session") await endSessions(person?.id ?? "", SET_UP);
  }
  return all;
}
