import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { acquireLock } from "../../scripts/lib/file-lock.mjs";
import { NEUTRAL_ENV } from "../../scripts/lib/neutral-env.mjs";
import { createTemporaryFolder, launcherLockFile, ROOT } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { CONTAINER_ARGS, canUnshare } from "../support/container";
import { isLocked } from "../support/is-locked";
import { type SilentServer, startSilentServer } from "../support/silent-server";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");
let silent: SilentServer;
let folder = createTemporaryFolder("start");
let children: ChildProcess[] = [];

beforeAll(async () => {
  silent = await startSilentServer();
});

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  folder.remove();
  folder = createTemporaryFolder("start");
});

afterAll(() => {
  silent.close();
  folder.remove();
});

interface Start {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exitCode: Promise<number | null>;
}

/** Starts the launcher in development mode, which needs no build. It ends before it starts the server. */
async function start(env: Record<string, string>, ...prefix: string[]): Promise<Start> {
  const [program = "", ...args] = [...prefix, process.execPath];
  const child = spawn(program, [...args, path.join(ROOT, "scripts/start.mjs"), "--dev"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...NEUTRAL_ENV,
      npm_lifecycle_event: "",
      DATA_DIR: folder.dir,
      PORT: String(await findFreePort()),
      ...env,
    },
  });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  const exitCode = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, output: () => output, exitCode };
}

/** What a start has left in its folder, but for the lock file, which stays. */
const listWithoutLock = () =>
  fs.readdirSync(folder.dir).filter((name) => name !== path.basename(launcherLockFile("")));

test.each([
  [{ BASE_URL: "tracker.example.org", LOG_LEVEL: "loud" }, "BASE_URL must be an address"],
  [{ READS_PER_MINUTE: "-1" }, "READS_PER_MINUTE must be a whole number from 0 to 1000000"],
  [{ PORT: "many" }, 'PORT is "many"'],
  [{ EMBEDDED_DATABASE: "off" }, "DATABASE_URL is not set, and EMBEDDED_DATABASE is off"],
  [{ DATABASE_URL_OWNER: "postgresql://a@b/c" }, "DATABASE_URL_OWNER is set, and DATABASE_URL is"],
])("%o stops a start before anything is changed", async (env, sentence) => {
  const started = await start(env);
  expect(await started.exitCode).toBe(1);
  expect(started.output()).toContain(sentence);
  expect(listWithoutLock()).toEqual([]);
});

test("DATABASE_URL without AUTH_SECRET stops a start before the database is migrated", async () => {
  const started = await start({ DATABASE_URL: database.url });
  expect(await started.exitCode).toBe(1);
  expect(started.output()).toContain("AUTH_SECRET is not set");
});

test("a database that does not answer stops a start", async () => {
  const started = await start({ DATABASE_URL: silent.url, AUTH_SECRET });
  expect(await started.exitCode).toBe(1);
  expect(started.output()).toContain("did not answer within 5 s");
});

test("TERM ends a start that waits for the database", async () => {
  const connected = silent.nextConnection();
  const started = await start({ DATABASE_URL: silent.url, AUTH_SECRET });
  await connected;
  const stoppedAt = Date.now();
  started.child.kill("SIGTERM");
  expect(await started.exitCode).toBe(0);
  expect(Date.now() - stoppedAt).toBeLessThan(5_000);
  expect(listWithoutLock()).toEqual([]);
});

/** A moment at which Node may not yet have started the launcher, so that TERM ends Node itself. The others are after that. */
const EARLIEST_MS = 300;

test("TERM ends a start at any moment, and the next one is not stopped by what it left", async () => {
  for (const delay of [EARLIEST_MS, 0, 1500, 3000]) {
    const started = await start({});
    const lockFile = launcherLockFile(folder.dir);
    const isLate = delay !== EARLIEST_MS;
    if (isLate) await expect.poll(() => isLocked(lockFile), { timeout: 30_000 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, delay));
    const stoppedAt = Date.now();
    started.child.kill("SIGTERM");
    const exitCode = await started.exitCode;
    if (!isLate && exitCode === null) {
      expect(started.output()).toBe("");
    } else {
      expect(exitCode, started.output()).toBe(0);
    }
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
    expect(isLocked(launcherLockFile(folder.dir))).toBe(false);
    expect(fs.existsSync(path.join(folder.dir, "postgres-18/postmaster.pid"))).toBe(false);
  }
}, 90_000);

test("a start waits for a database command that stops its server", async () => {
  const lock = acquireLock(launcherLockFile(folder.dir));
  if ("holder" in lock) throw new Error("The lock is held.");
  const started = await start({ BASE_URL: "tracker.example.org" });
  setTimeout(lock.release, 2_000);
  expect(await started.exitCode).toBe(1);
  // It has the lock, and goes on to the settings.
  expect(started.output()).toContain("BASE_URL must be an address");
});

const NAMESPACES = ["unshare", ...CONTAINER_ARGS];

test.each([
  ["beside it", []],
  ...(canUnshare() ? [["in another container", NAMESPACES] as [string, string[]]] : []),
])(
  "a second start %s refuses and says who runs the first, whatever the lock file says",
  async (_, prefix) => {
    const lock = acquireLock(launcherLockFile(folder.dir));
    if ("holder" in lock) throw new Error("The lock is held.");
    const first = await start({}, ...prefix);
    expect(await first.exitCode).toBe(1);
    expect(first.output()).toContain(
      `already running with ${folder.dir} (process ${process.pid} on host ${os.hostname()}`,
    );
    const stale = "process 1 on host elsewhere, since yesterday";
    fs.writeFileSync(launcherLockFile(folder.dir), stale);
    const second = await start({}, ...prefix);
    expect(await second.exitCode).toBe(1);
    expect(second.output()).toContain(stale);
    lock.release();
  },
);
