// The programs that the test needs. They come from the system's packages, not from npm.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const POSTGRES_DIR = "/usr/lib/postgresql";

/** @param {string} name @returns {string | null} */
function findProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin"];
  return (
    folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file)) ?? null
  );
}

/** @returns {string | null} the folder of the newest PostgreSQL that has all that Patroni needs */
function findPostgres() {
  if (!fs.existsSync(POSTGRES_DIR)) return null;
  const bins = fs
    .readdirSync(POSTGRES_DIR)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(POSTGRES_DIR, version, "bin"));
  const needed = ["postgres", "initdb", "pg_basebackup", "pg_rewind", "pg_controldata"];
  return bins.find((bin) => needed.every((name) => fs.existsSync(path.join(bin, name)))) ?? null;
}

/**
 * @typedef {object} Programs
 * @property {string} etcd
 * @property {string} haproxy
 * @property {string} patroni
 * @property {string} postgresBin the folder of PostgreSQL's programs
 * @property {string} version of PostgreSQL
 */

/** @returns {Programs | string} a string names what is missing */
export function findPrograms() {
  const etcd = findProgram("etcd");
  const haproxy = findProgram("haproxy");
  const patroni = findProgram("patroni");
  const postgresBin = findPostgres();
  const missing = Object.entries({ etcd, haproxy, patroni, PostgreSQL: postgresBin })
    .filter(([, found]) => found === null)
    .map(([name]) => name);
  if (etcd === null || haproxy === null || patroni === null || postgresBin === null)
    return missing.join(", ");
  const { stdout } = spawnSync(path.join(postgresBin, "postgres"), ["--version"], {
    encoding: "utf8",
  });
  return { etcd, haproxy, patroni, postgresBin, version: stdout.trim() };
}
