import { headersFrom } from "./people";

async function findUser(cookie: string) {
  const { getPerson } = await import("../../lib/server/accounts/session");
  return getPerson(headersFrom({ cookie }));
}

/** The name of the user of a session cookie; null after the session has ended. */
export async function getUser(cookie: string): Promise<string | null> {
  return (await findUser(cookie))?.name ?? null;
}

/** The user of a session. */
export async function personOf(cookie: string) {
  const person = await findUser(cookie);
  if (!person) throw new Error("The session has no person.");
  return person;
}
