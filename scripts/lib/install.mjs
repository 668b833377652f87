// Brings node_modules to the lock file. Node's own modules only: it runs before any install.
import fs from "node:fs";
import { fromRoot, isDone, markDone, stampOf } from "./root.mjs";
import { runQuietly } from "./run-command.mjs";

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function lockedPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(fromRoot(file), "utf8")).packages;
  } catch {
    return null;
  }
}

/** @returns {boolean} whether node_modules holds just what the lock asks for, development included */
function isInstalled() {
  const wanted = lockedPackages("package-lock.json");
  // npm writes this list last, so that an install that was interrupted has none.
  const present = lockedPackages("node_modules/.package-lock.json");
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === "") return true;
    const found = present[folder];
    return found === undefined ? optional === true : found.version === version;
  });
}

/**
 * Installs where needed and generates the database client where its schema changed. No package's install
 * script runs: what they would make, we make or do without, so that nothing is downloaded but packages.
 * @param {{ say: (line: string) => void, signal?: AbortSignal }} options
 */
export async function ensureInstalled({ say, signal }) {
  if (!isInstalled()) {
    say("Installing the packages of package-lock.json (once; a minute or two)…");
    const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
    const npm = process.env.npm_execpath;
    if (npm?.endsWith(".js")) await runQuietly(process.execPath, [npm, ...args], { signal });
    else await runQuietly("npm", args, { signal });
  }
  const stamp = stampOf(["prisma/schema.prisma", "package-lock.json"]);
  if (!isDone("prisma-client", stamp) || !fs.existsSync(fromRoot("prisma/generated/client.ts"))) {
    say("Generating the database client…");
    const prisma = fromRoot("node_modules/prisma/build/index.js");
    await runQuietly(process.execPath, [prisma, "generate"], { signal });
    markDone("prisma-client", stamp);
  }
}
