import "server-only";
import type { Issue } from "@/lib/evidence/issue";
import { audit } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db } from "../database/db";
import { ScriptError } from "../database/run-script";
import { env } from "../env";
import { hashLinkToken, makeLinkToken } from "../link-tokens";
import { getText } from "../text/get-text";
import { addPerson, createPerson, type NewPerson } from "./people";

const LINK_LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * Is there someone who can manage people? An admin without a password counts: they have a one-time link, or get one
 * from `npm run admin-reset`.
 */
export async function hasAdmin(): Promise<boolean> {
  return (await db().user.count({ where: { role: "admin", closedAt: null } })) > 0;
}

/**
 * Prepares the first admin at the start of a tracker without one: creates the admin of
 * `BOOTSTRAP_ADMIN_*`, or else a token for a one-time link, which is valid for one day and replaces
 * earlier tokens.
 * @returns the token; null if no link is needed
 */
export async function prepareSetUp(): Promise<string | null> {
  if (await hasAdmin()) return null;
  const { BOOTSTRAP_ADMIN_EMAIL: mailbox, BOOTSTRAP_ADMIN_PASSWORD: password } = env();
  if (mailbox !== undefined && password !== undefined) {
    const made = await createPerson(
      { ...mailbox, password, role: "admin", mustChangePassword: true },
      { id: null, name: "set-up", address: null },
    );
    if (!made.ok) {
      const faults = made.issues.map(({ message }) => message).join(" ");
      throw new ScriptError(
        `Invalid settings: BOOTSTRAP_ADMIN_EMAIL or BOOTSTRAP_ADMIN_PASSWORD. ${faults}`,
      );
    }
    return null;
  }
  const token = makeLinkToken();
  await db().$transaction([
    db().setupLink.deleteMany({ where: { usedAt: null } }),
    db().setupLink.create({
      data: { tokenHash: hashLinkToken(token), expiresAt: new Date(Date.now() + LINK_LIFETIME_MS) },
    }),
  ]);
  return token;
}

/** Can this token still create the first admin? */
export async function isOpenLink(token: string): Promise<boolean> {
  const link = await db().setupLink.findUnique({ where: { tokenHash: hashLinkToken(token) } });
  return (
    link !== null && link.usedAt === null && link.expiresAt > new Date() && !(await hasAdmin())
  );
}

/**
 * Creates the first admin with a one-time token.
 * @param address IP address of the request
 */
export async function setUp(
  token: string,
  person: Omit<NewPerson, "role">,
  address: string | null,
): Promise<ChangeResult> {
  const text = await getText();
  const closed: Issue = { param: "person", message: text.t("api.people.closedLink") };
  if (!(await isOpenLink(token))) return { ok: false, issues: [closed] };
  const actor = { id: null, name: "set-up", address };
  return addPerson({ ...person, role: "admin" }, actor, {
    // Marked as used first, so that only one of two concurrent requests succeeds.
    begin: async (tx) => {
      const claimed = await tx.setupLink.updateMany({
        where: { tokenHash: hashLinkToken(token), usedAt: null },
        data: { usedAt: new Date() },
      });
      return claimed.count === 0 ? closed : null;
    },
    finish: async (_, tx) => {
      const subject = person.email.trim().toLowerCase();
      await audit({ actor, action: "set-up", subject }, tx);
      return null;
    },
  });
}
