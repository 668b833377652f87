// The settings that the launcher and the database commands need before lib/server/env.ts can check all of them. Imports
// only Node's modules, because it runs before any install.
import { fromRoot } from "./paths.mjs";
import { getWildcardHost } from "./ports.mjs";

/** Loads `.env` if it exists. As in Next, variables that are already set take precedence. */
export function loadEnvFile() {
  try {
    process.loadEnvFile(fromRoot(".env"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** @returns {{ port: number, host: string }} where the server listens */
export function readListenSettings() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      `PORT is "${process.env.PORT}", which is not a port number. Set it to a whole number from 1 to 65535.`,
    );
  }
  return { port, host: process.env.HOST || getWildcardHost() };
}

/**
 * The addresses of a configured database: `DATABASE_URL`, as which the server connects, and `DATABASE_URL_OWNER`, as which
 * the database is migrated, backed up and restored. They are equal if there is only one role.
 * @returns {{ url: string, ownerUrl: string } | null} null for the embedded database
 */
export function getDatabaseUrls() {
  const { DATABASE_URL: url, DATABASE_URL_OWNER: ownerUrl } = process.env;
  return url ? { url, ownerUrl: ownerUrl || url } : null;
}

/**
 * Checks that the embedded database may be used. The container image turns it off, because its data would be lost with
 * the container, and two containers could share the folder.
 * @throws if `DATABASE_URL` is unset and `EMBEDDED_DATABASE` is `off` or invalid, or another address is set without it
 */
export function requireDatabaseSetting() {
  const embedded = process.env.EMBEDDED_DATABASE || "on";
  if (embedded !== "on" && embedded !== "off") {
    throw new Error(`EMBEDDED_DATABASE is "${embedded}". Set it to on or off.`);
  }
  if (process.env.DATABASE_URL_OWNER && !process.env.DATABASE_URL) {
    throw new Error(
      "DATABASE_URL_OWNER is set, and DATABASE_URL is not. Set DATABASE_URL to the address of the role that serves, in the same database.",
    );
  }
  if (process.env.DATABASE_URL || embedded === "on") return;
  throw new Error(
    "DATABASE_URL is not set, and EMBEDDED_DATABASE is off, as in the container image. Set DATABASE_URL to a PostgreSQL 15 or later. " +
      "To use the embedded database in one container, mount a volume at DATA_DIR and set EMBEDDED_DATABASE=on.",
  );
}
