import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { audit } from "./audit";
import { db } from "./db";
import { env } from "./env";
import { addPerson, type NewPerson, type PersonResult } from "./people";

const LINK_LIVES_MS = 24 * 60 * 60 * 1000;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Is there somebody who can manage people? */
export async function hasAdmin(): Promise<boolean> {
  return (await db().user.count({ where: { role: "admin", closedAt: null } })) > 0;
}

/**
 * Sees to the first admin at a start: none is needed where there is one; else the one whom
 * `BOOTSTRAP_ADMIN_*` name is made; else a token for the one-time link is, good for a day, in the
 * place of any earlier one.
 * @returns the token, or null where no link is needed
 */
export async function prepareSetUp(): Promise<string | null> {
  if (await hasAdmin()) return null;
  const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = env();
  if (email !== undefined && password !== undefined) {
    const made = await addPerson(
      { name: "Admin", email, password, role: "admin" },
      { id: null, name: "set-up", address: null },
    );
    if (!made.ok) throw new Error(made.faults.map(({ message }) => message).join(" "));
    return null;
  }
  const token = randomBytes(32).toString("base64url");
  await db().$transaction([
    db().setupLink.deleteMany({ where: { usedAt: null } }),
    db().setupLink.create({
      data: { tokenHash: hashOf(token), expiresAt: new Date(Date.now() + LINK_LIVES_MS) },
    }),
  ]);
  return token;
}

/** Can this token still make the first admin? */
export async function isOpenLink(token: string): Promise<boolean> {
  const link = await db().setupLink.findUnique({ where: { tokenHash: hashOf(token) } });
  return (
    link !== null && link.usedAt === null && link.expiresAt > new Date() && !(await hasAdmin())
  );
}

/**
 * Makes the first admin with a one-time token, which is used up by it.
 * @param address from where it was asked
 */
export async function setUp(
  token: string,
  person: Omit<NewPerson, "role">,
  address: string | null,
): Promise<PersonResult> {
  const closed: PersonResult = {
    ok: false,
    faults: [
      {
        field: "person",
        message: "This link was used or is too old. Start the tracker again for a new one.",
      },
    ],
  };
  if (!(await isOpenLink(token))) return closed;
  // Claimed first, so that of two who use the link at once one wins.
  const claimed = await db().setupLink.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null },
    data: { usedAt: new Date() },
  });
  if (claimed.count === 0) return closed;
  const actor = { id: null, name: "set-up", address };
  const made = await addPerson({ ...person, role: "admin" }, actor);
  if (made.ok) await audit({ actor, action: "set-up", subject: person.email.trim().toLowerCase() });
  else {
    await db().setupLink.update({
      where: { tokenHash: hashOf(token) },
      data: { usedAt: null },
    });
  }
  return made;
}
