// Installs the packages of the lock file. Imports only Node's modules, because it runs before any install.
import fs from "node:fs";
import { fromRoot } from "./paths.mjs";
import { runQuietly } from "./run-command.mjs";
import { hashFiles, isStepDone, markStepDone } from "./step-stamps.mjs";

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(fromRoot(file), "utf8")).packages;
  } catch {
    return null;
  }
}

/** @returns {boolean} whether node_modules matches the lock file, development dependencies included */
function isInstalled() {
  const wanted = readPackages("package-lock.json");
  // npm writes this file last, so an interrupted install has none.
  const present = readPackages("node_modules/.package-lock.json");
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === "") return true;
    const found = present[folder];
    return found === undefined ? optional === true : found.version === version;
  });
}

/**
 * Installs the packages if node_modules does not match the lock file, and generates the database client if the
 * schema changed. No package's install script runs, so nothing is downloaded except packages.
 * @param {{ log: (line: string) => void, signal?: AbortSignal }} options
 */
export async function ensureInstalled({ log, signal }) {
  if (!isInstalled()) {
    log("Installing the packages of package-lock.json (1 to 2 minutes, only once)…");
    const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
    const npm = process.env.npm_execpath;
    if (npm?.endsWith(".js")) await runQuietly(process.execPath, [npm, ...args], { signal });
    else await runQuietly("npm", args, { signal });
  }
  const stamp = hashFiles(["prisma/schema.prisma", "package-lock.json"]);
  const isGenerated = fs.existsSync(fromRoot("prisma/generated/client.ts"));
  if (!isStepDone("prisma-client", stamp) || !isGenerated) {
    log("Generating the database client…");
    const prisma = fromRoot("node_modules/prisma/build/index.js");
    await runQuietly(process.execPath, [prisma, "generate"], { signal });
    markStepDone("prisma-client", stamp);
  }
}
