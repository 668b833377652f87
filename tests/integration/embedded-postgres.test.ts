import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import {
  type EmbeddedDatabase,
  startEmbeddedPostgres,
} from "../../scripts/lib/embedded-postgres.mjs";
import { acquireLock } from "../../scripts/lib/file-lock.mjs";
import { createTemporaryFolder, ROOT } from "../../scripts/lib/paths.mjs";
import { CONTAINER_ARGS, canUnshare } from "../support/container";
import { isLocked } from "../support/is-locked";
import { filterRunning } from "../support/processes.mjs";
import { sql } from "../support/sql";

const { dir, remove } = createTemporaryFolder("embedded");
const pidFile = path.join(dir, "postgres-18/postmaster.pid");
const lockFile = path.join(dir, "postgres-18.lock");
const NEEDS = "in use by another tracker";
let database: EmbeddedDatabase;
let pidFileText = "";

const start = () => startEmbeddedPostgres({ dataDir: dir, waitMs: 1500 });
async function restart(): Promise<void> {
  database = await start();
  pidFileText = fs.readFileSync(pidFile, "utf8");
}
const readPid = () => Number(pidFileText.split("\n")[0]);

/** The postmaster.pid of the running server with another pid and port. */
const writePidFile = (pid: number, port = 1) => {
  const lines = pidFileText.split("\n");
  lines[0] = String(pid);
  lines[3] = String(port);
  fs.writeFileSync(pidFile, lines.join("\n"));
};

/** Starts the server of the same folder as another container would; returns what it prints. */
function startElsewhere(): string {
  const code = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.join(ROOT, "scripts/lib/embedded-postgres.mjs"))};
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dir)}, waitMs: 1500 })
      .then(() => console.log("started"), (error) => console.log(error.message));`;
  const args = [...CONTAINER_ARGS, "--net", process.execPath, "--input-type=module", "-e", code];
  const child = spawnSync("unshare", args, { encoding: "utf8" });
  return `${child.stdout}${child.stderr}`;
}

beforeAll(async () => {
  await restart();
});

afterAll(async () => {
  await database.stop();
  remove();
});

/** Puts back the pid file, and the server if a test killed it. */
beforeEach(async () => {
  if (isLocked(lockFile)) {
    fs.writeFileSync(pidFile, pidFileText);
  } else {
    await restart();
  }
});

test("the server holds the lock and its file names who started it", () => {
  expect(acquireLock(lockFile)).toEqual({
    holder: expect.stringContaining(`process ${process.pid} on host ${os.hostname()}, since `),
  });
});

test("a start stops the server that a killed start has left, and its address stays", async () => {
  const left = readPid();
  const [{ id } = { id: 0 }] = await sql(database.adminUrl, "SELECT pg_backend_pid() AS id");
  const next = await start();
  expect(next.url).toBe(database.url);
  expect(filterRunning([left, Number(id)])).toEqual([]);
  expect(database.isRunning()).toBe(false);
  expect(next.isRunning()).toBe(true);
  await restart();
});

test("a folder of an earlier version, with one role, gets the role that serves at the next start", async () => {
  const stateFile = path.join(dir, "database.json");
  const { servingPassword: _, ...older } = JSON.parse(fs.readFileSync(stateFile, "utf8"));
  fs.writeFileSync(stateFile, JSON.stringify(older));
  await sql(database.adminUrl, "DROP ROLE tracker_app");
  await restart();
  expect(await sql(database.url, "SELECT current_user AS role")).toEqual([{ role: "tracker_app" }]);
  expect(await sql(database.ownerUrl, "SELECT current_user AS role")).toEqual([
    { role: "tracker" },
  ]);
});

test.runIf(canUnshare("--net"))(
  "a start in another container with the same folder refuses and says who holds it",
  () => {
    const output = startElsewhere();
    expect(output).toContain(NEEDS);
    expect(output).toContain(`process ${process.pid} on host ${os.hostname()}, since `);
    expect(output).not.toContain("started");
  },
);

test.each([
  ["a process that has exited", () => spawnSync(process.execPath, ["--version"]).pid],
  ["another program", () => process.pid],
])("a start refuses while a server runs, also if the pid file names %s", async (_, getPid) => {
  writePidFile(getPid());
  await expect(start()).rejects.toThrow(NEEDS);
  fs.writeFileSync(pidFile, pidFileText);
  expect(await sql(database.adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("after a crash a start succeeds, also if another PostgreSQL now has the old pid", async () => {
  const [{ pid: postmaster } = { pid: 0 }] = await sql(
    inject("databaseServer").adminUrl,
    "SELECT pg_read_file('postmaster.pid', 0, 20) AS pid",
  );
  process.kill(readPid(), "SIGKILL");
  await expect.poll(() => isLocked(lockFile), { timeout: 20_000 }).toBe(false);
  writePidFile(Number.parseInt(String(postmaster), 10));
  await restart();
});

test("a start that is stopped, early or late, leaves no server, and the next one succeeds", async () => {
  await database.stop();
  const outcomes: string[] = [];
  for (const ms of [1, 30, 90]) {
    const stopping = new AbortController();
    const starting = startEmbeddedPostgres({ dataDir: dir, signal: stopping.signal });
    setTimeout(() => stopping.abort(), ms);
    // A start that was faster than its end is a server like any other.
    outcomes.push(
      await starting.then(
        (started) => started.stop().then(() => "started"),
        (error: Error) => error.message,
      ),
    );
    await expect.poll(() => isLocked(lockFile), { timeout: 20_000 }).toBe(false);
  }
  expect(outcomes[0]).toContain("aborted");
  for (const outcome of outcomes) expect(outcome).toMatch(/aborted|^started$/);
  await restart();
});

test("a cluster of another major version is neither ignored nor opened", async () => {
  const old = createTemporaryFolder("major");
  try {
    fs.mkdirSync(path.join(old.dir, "postgres-17"));
    await expect(startEmbeddedPostgres({ dataDir: old.dir })).rejects.toThrow(
      "was made by PostgreSQL 17, and this version of the tracker has PostgreSQL 18",
    );
    expect(fs.existsSync(path.join(old.dir, "postgres-18"))).toBe(false);
  } finally {
    old.remove();
  }
});

test("a first start that is killed at any moment starts again", async () => {
  const code = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.join(ROOT, "scripts/lib/embedded-postgres.mjs"))};
    const [dataDir] = process.argv.slice(1);
    await startEmbeddedPostgres({ dataDir });
    console.log("started");
    setInterval(() => {}, 1000);`;
  for (const after of [0, 400, 1_600]) {
    const first = createTemporaryFolder("killed");
    try {
      const child = spawn(process.execPath, ["--input-type=module", "-e", code, first.dir]);
      // Node itself may take long to begin.
      await expect.poll(() => fs.readdirSync(first.dir), { timeout: 30_000 }).not.toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, after));
      child.kill("SIGKILL");
      const next = await startEmbeddedPostgres({ dataDir: first.dir });
      expect(await sql(next.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      await next.stop();
    } finally {
      first.remove();
    }
  }
}, 300_000);
