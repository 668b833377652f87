import { headersFrom } from "./people";

/** The name of the user of a session cookie; null after the session has ended. */
export async function getUser(cookie: string): Promise<string | null> {
  const { getPerson } = await import("../../lib/server/session");
  return (await getPerson(headersFrom({ cookie })))?.name ?? null;
}
