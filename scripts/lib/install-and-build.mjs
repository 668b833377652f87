// Installs the packages of the lock file and builds for production, each only when its input files changed. Imports
// only Node's modules, because it runs before any install.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fromRoot } from "./paths.mjs";
import { withLock } from "./process-lock.mjs";
import { runQuietly } from "./run-command.mjs";

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

/** The files that the build depends on. */
const BUILD_INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

const STANDALONE_DIR = fromRoot(".next/standalone");
const BUILD_LOCK = fromRoot("node_modules/.cache/cpec-sez-tracker/build.lock");
/** How long to wait for another launcher of this checkout that is building. */
const LOCK_TIMEOUT_MS = 600_000;

/** The program of the production server. */
export const SERVER_FILE = fromRoot(".next/standalone/server.js");

/**
 * Builds the product if it is not built from the current files.
 * @param {{ log: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<boolean>} whether it was built now
 */
export async function ensureBuilt({ log, signal }) {
  return await withLock(
    BUILD_LOCK,
    async () => {
      const stamp = hashFiles(BUILD_INPUTS);
      if (isStepDone("build", stamp) && fs.existsSync(SERVER_FILE)) return false;
      log("Building for production (about 30 seconds)…");
      clearStep("build");
      // Files of an older build would be served with the new one.
      fs.rmSync(STANDALONE_DIR, { recursive: true, force: true });
      await runQuietly(process.execPath, [fromRoot("node_modules/next/dist/bin/next"), "build"], {
        signal,
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BUILD_ID: stamp.slice(0, 12) },
      });
      // Next leaves these to a CDN; our server serves them itself.
      fs.cpSync(fromRoot(".next/static"), fromRoot(".next/standalone/.next/static"), {
        recursive: true,
      });
      fs.cpSync(fromRoot("public"), fromRoot(".next/standalone/public"), { recursive: true });
      markStepDone("build", stamp);
      return true;
    },
    LOCK_TIMEOUT_MS,
  );
}

/** Stamps record for which input files a step was last completed. */
const STAMPS_DIR = fromRoot("node_modules/.cache/cpec-sez-tracker");

/** @param {string} step @param {string} stamp @returns {boolean} whether the step is complete for this stamp */
function isStepDone(step, stamp) {
  const file = path.join(STAMPS_DIR, step);
  return fs.existsSync(file) && fs.readFileSync(file, "utf8") === stamp;
}

/** @param {string} step @param {string} stamp */
function markStepDone(step, stamp) {
  fs.mkdirSync(STAMPS_DIR, { recursive: true });
  fs.writeFileSync(path.join(STAMPS_DIR, step), stamp);
}

/** Call it when a step begins, so that an interrupted step is not taken for a complete one. @param {string} step */
function clearStep(step) {
  fs.rmSync(path.join(STAMPS_DIR, step), { force: true });
}

/** @param {string} entry a file or folder, relative to the root @returns {string[]} its files in a fixed order */
function listFiles(entry) {
  const stat = fs.statSync(fromRoot(entry), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(fromRoot(entry))
    .sort()
    .flatMap((name) => listFiles(path.join(entry, name)));
}

/**
 * @param {string[]} entries files and folders, relative to the root
 * @returns {string} a hash that changes with any name or content among them, and with Node and the platform
 */
function hashFiles(entries) {
  const hash = createHash("sha256").update(
    `${process.version} ${process.platform} ${process.arch}`,
  );
  for (const file of entries.flatMap(listFiles)) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(fromRoot(file)));
  }
  return hash.digest("hex");
}
