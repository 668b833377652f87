// `npm run admin:reset -- name@example.org`: prints a one-time link with which a person chooses a new password. For the
// people who run the tracker, such as when the only admin forgot theirs. The audit log names it as "machine".

import { makePasswordLink } from "@/lib/server/accounts/people";
import { db } from "@/lib/server/database/db";
import { runScript, ScriptError } from "@/lib/server/database/run-script";
import { env } from "@/lib/server/env";

const [email = ""] = process.argv.slice(2);

await runScript(async () => {
  if (email === "") throw new ScriptError("Usage: npm run admin:reset -- name@example.org");
  console.log(await resetPerson(email.trim().toLowerCase()));
  return 0;
});

/** Ends the password and the sessions of a person. @returns what to do next */
async function resetPerson(address: string): Promise<string> {
  const person = await db().user.findUnique({ where: { email: address } });
  if (!person) {
    const admins = await db().user.findMany({ where: { role: "admin", closedAt: null } });
    const known = admins.map((admin) => admin.email).join(", ");
    throw new ScriptError(
      `No account has the address ${address}. The admins are: ${known === "" ? "none" : known}.`,
    );
  }
  if (person.closedAt) {
    throw new ScriptError(
      `The account of ${address} is closed. An admin can reopen it under People.`,
    );
  }
  const made = await makePasswordLink(
    person.id,
    { id: null, name: "machine", address: null },
    { evenLastAdmin: true },
  );
  if (!made.ok) throw new ScriptError(made.issues.map(({ message }) => message).join(" "));
  const { BASE_URL, PORT } = env();
  return [
    `The old password of ${address} no longer works, and their sessions have ended.`,
    `Open this link to choose a new one (it works once, for 7 days): ${BASE_URL ?? `http://localhost:${PORT}`}${made.value}`,
  ].join("\n");
}
