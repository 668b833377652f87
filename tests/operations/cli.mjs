// `npm run test:operations`: runs the units of ops/systemd under a systemd of its own, in namespaces, with PostgreSQL of the
// machine: a first start, and an update of an installation with an older database. Needs root, systemd and PostgreSQL. It is no
// part of `npm test`, because machines without them cannot run it.
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "../../scripts/lib/install-and-build.mjs";
import { readMigrations } from "../../scripts/lib/migrate.mjs";
import { createTemporaryFolder, fromRoot } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";

const INSTALLED = "/opt/tracker";
/** Migrations that the older installation lacks. */
const NEWER = 8;
/** Seconds within which each step ends. */
const PATIENCE = 240;

const missing = ["/lib/systemd/systemd", "/usr/bin/unshare", "/usr/lib/postgresql"].filter(
  (file) => !fs.existsSync(file),
);
if (process.getuid?.() !== 0 || missing.length > 0 || fs.existsSync(INSTALLED)) {
  console.log(
    `NOT TESTED: needs root, no ${INSTALLED}, and ${missing.join(", ") || "nothing else"}. This is neither a pass nor a failure.`,
  );
  process.exit(0);
}
const { dir, remove } = createTemporaryFolder("operations");
fs.chmodSync(dir, 0o755);
const [databasePort, port] = [await findFreePort(), await findFreePort()];
const bin = path.join("/usr/lib/postgresql", fs.readdirSync("/usr/lib/postgresql")[0] ?? "", "bin");
const asPostgres = (/** @type {string[]} */ ...command) =>
  execFileSync("runuser", ["-u", "postgres", "--", ...command], { cwd: "/", encoding: "utf8" });
const data = "/var/lib/postgresql/tracker-operations";
const psql = (/** @type {string} */ statement, database = "postgres") =>
  asPostgres(
    "psql",
    "-h",
    "/tmp",
    "-p",
    String(databasePort),
    "-d",
    database,
    "-tAc",
    statement,
  ).trim();
const url = (/** @type {string} */ role) =>
  `postgresql://${role}:secret@127.0.0.1:${databasePort}/tracker`;

const startPostgres = () =>
  asPostgres(
    ...[path.join(bin, "pg_ctl"), "-D", data, "-w", "-l", `${data}/log`],
    ...["-o", `-p ${databasePort} -k /tmp`, "start"],
  );

/** Puts the built checkout, by links, to where the units expect it. @param {number} without number of its last migrations that are left out */
function install(without) {
  fs.rmSync(INSTALLED, { recursive: true, force: true });
  execFileSync("cp", ["-rl", fromRoot("."), INSTALLED]);
  const folder = path.join(INSTALLED, "prisma/migrations");
  const names = fs
    .readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .sort();
  for (const name of without > 0 ? names.slice(-without) : []) {
    fs.rmSync(path.join(folder, name), { recursive: true });
  }
}

let pid = 0;
/** Runs a program in the namespaces of that systemd. @param {string[]} command */
const inside = (...command) =>
  execFileSync("nsenter", ["-t", String(pid), "-m", "-p", ...command], {
    encoding: "utf8",
    stdio: "pipe",
  });

/** @param {() => unknown} holds @param {string} what */
async function until(holds, what) {
  for (let second = 0; second < PATIENCE; second++) {
    try {
      if (await holds()) return console.log(`ok      ${what} (${second} s)`);
    } catch {
      // Not yet.
    }
    await sleep(1000);
  }
  throw new Error(`${what}: not within ${PATIENCE} seconds`);
}
const health = async () => (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).json();
const isReady = async () => (await health()).status === "ready";
const countMigrations = () => Number(psql("SELECT count(*) FROM _prisma_migrations", "tracker"));

/** @type {import("node:child_process").ChildProcess | undefined} */
let systemd;
let failure = "";
try {
  await ensureBuilt({ log: console.log });
  execFileSync("useradd", ["--system", "tracker"], { stdio: "ignore" });
  asPostgres(path.join(bin, "initdb"), "-D", data, "-A", "trust");
  startPostgres();
  for (const role of ["tracker", "tracker_app"])
    psql(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
  psql("CREATE DATABASE tracker OWNER tracker");
  const settings = [
    `DATABASE_URL=${url("tracker_app")}`,
    ...[
      "AUTH_SECRET=a secret of more than 32 characters",
      "EMBEDDED_DATABASE=off",
      "HOST=127.0.0.1",
    ],
    `PORT=${port}`,
  ];
  fs.writeFileSync("/etc/tracker.env", settings.join("\n"), { mode: 0o600 });
  fs.writeFileSync("/etc/tracker-owner.env", `DATABASE_URL_OWNER=${url("tracker")}`, {
    mode: 0o600,
  });
  const all = readMigrations().length;
  install(NEWER);
  const log = fs.openSync(path.join(dir, "systemd.log"), "w");
  systemd = spawn(
    "unshare",
    [
      "--fork",
      "--kill-child",
      "--pid",
      "--mount-proc",
      "--mount",
      "--cgroup",
      "--uts",
      "--ipc",
      fromRoot("tests/operations/boot-systemd.sh"),
      fromRoot("ops/systemd"),
    ],
    { stdio: ["ignore", log, log] },
  );
  await until(() => {
    pid = Number(execFileSync("pgrep", ["-P", String(systemd?.pid)], { encoding: "utf8" }));
    return inside("systemctl", "is-active", "basic.target").trim() === "active";
  }, "systemd has started");

  inside("systemctl", "start", "--no-block", "tracker");
  // The older checkout cannot serve the present schema, but migrates as far as it knows.
  await until(() => countMigrations() === all - NEWER, "an older installation has migrated");
  inside("systemctl", "stop", "tracker");
  install(0);
  inside("systemctl", "start", "--no-block", "tracker");
  await until(isReady, "the update has migrated and serves");
  if (countMigrations() !== all) throw new Error("The update did not migrate.");

  inside("systemctl", "restart", "tracker");
  await until(isReady, "it serves after a restart");

  asPostgres(path.join(bin, "pg_ctl"), "-D", data, "-m", "fast", "stop");
  await until(
    async () => (await health()).database === "away",
    "the health says that the database is away",
  );
  inside("systemctl", "kill", "-s", "KILL", "tracker");
  await sleep(10_000);
  startPostgres();
  await until(isReady, "it serves again by itself after the database was away at its start");

  inside("systemctl", "start", "tracker-backup");
  console.log("ok      a backup was made and verified");
} catch (error) {
  failure = /** @type {Error} */ (error).message;
  console.log(`FAILED  ${failure}`);
  console.log(fs.readFileSync(path.join(dir, "systemd.log"), "utf8").slice(-4000));
} finally {
  systemd?.kill("SIGKILL");
  try {
    asPostgres(path.join(bin, "pg_ctl"), "-D", data, "-m", "immediate", "stop");
  } catch {
    // It is stopped already.
  }
  for (const place of [
    INSTALLED,
    data,
    "/etc/tracker.env",
    "/etc/tracker-owner.env",
    "/var/lib/tracker-backups",
    "/var/lib/tracker",
  ]) {
    fs.rmSync(place, { recursive: true, force: true });
  }
  execFileSync("userdel", ["tracker"], { stdio: "ignore" });
  remove();
}
console.log(failure === "" ? "1 passed, 0 failed" : "0 passed, 1 failed");
process.exitCode = failure === "" ? 0 : 1;
