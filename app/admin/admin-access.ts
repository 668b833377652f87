import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Act, may } from "@/lib/catalogue/roles";
import { getPerson, type Person } from "@/lib/server/session";

/** Whoever is signed in; looked up once for a page and its frame. */
export const visitor = cache(async (): Promise<Person | null> => getPerson(await headers()));

/**
 * The person who opens a page of the desk. Each page asks by itself: frames stay while pages change.
 * A visitor is sent to sign in and comes back to `path`.
 * @returns null where the role does not allow the act
 */
export async function requireRole(act: Act, path: string): Promise<Person | null> {
  const person = await visitor();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(path)}` as Route);
  return may(person.role, act) ? person : null;
}
