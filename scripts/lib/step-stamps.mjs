// Stamps record for which input files a set-up step was last completed, so that it is repeated only when
// they change. Imports only Node's modules, because it runs before any install.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fromRoot } from "./paths.mjs";

const STAMPS_DIR = fromRoot("node_modules/.cache/cpec-sez-tracker");

/** @param {string} step @param {string} stamp @returns {boolean} whether the step is complete for this stamp */
export function isStepDone(step, stamp) {
  const file = path.join(STAMPS_DIR, step);
  return fs.existsSync(file) && fs.readFileSync(file, "utf8") === stamp;
}

/** @param {string} step @param {string} stamp */
export function markStepDone(step, stamp) {
  fs.mkdirSync(STAMPS_DIR, { recursive: true });
  fs.writeFileSync(path.join(STAMPS_DIR, step), stamp);
}

/** Call it when a step begins, so that an interrupted step is not taken for a complete one. @param {string} step */
export function clearStep(step) {
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
export function hashFiles(entries) {
  const hash = createHash("sha256").update(
    `${process.version} ${process.platform} ${process.arch}`,
  );
  for (const file of entries.flatMap(listFiles)) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(fromRoot(file)));
  }
  return hash.digest("hex");
}
