// The secret that signs sessions.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * Returns `AUTH_SECRET`. With the embedded database, an unset secret is created and stored in `DATA_DIR` (mode
 * 600). With `DATABASE_URL` there may be several instances, which must share the secret, so none is created.
 * @param {string} dataDir
 * @returns {string}
 * @throws if `DATABASE_URL` is set and `AUTH_SECRET` is not
 */
export function getAuthSecret(dataDir) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  if (process.env.DATABASE_URL) {
    throw new Error(
      "AUTH_SECRET is not set. It is required with DATABASE_URL and must be the same for every instance. Create one with: openssl rand -base64 48",
    );
  }
  const file = path.join(dataDir, "auth-secret");
  try {
    fs.writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return fs.readFileSync(file, "utf8");
}
