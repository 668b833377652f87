// The secret that signs sessions, kept beside the embedded database.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * The secret of the settings; with the embedded database one is made and kept in `DATA_DIR` (mode 600).
 * With a database of one's own there may be several instances, which must share it, so nothing is kept.
 * @param {string} dir where the app keeps its files
 * @returns {string}
 * @throws where `DATABASE_URL` is set and `AUTH_SECRET` is not
 */
export function authSecret(dir) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  if (process.env.DATABASE_URL) {
    throw new Error(
      "With DATABASE_URL set, AUTH_SECRET must be set too, the same for every instance; make one with: openssl rand -base64 48",
    );
  }
  const file = path.join(dir, "auth-secret");
  try {
    fs.writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return fs.readFileSync(file, "utf8");
}
