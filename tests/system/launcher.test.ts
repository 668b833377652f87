import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { clusterFolder, findServer, readState } from "../../scripts/lib/embedded-postgres.mjs";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { type NpmStart, npmStart } from "../support/npm-start.mjs";
import { openStreams } from "../support/open-streams";
import { filterRunning, listDescendants } from "../support/processes.mjs";

const folder = createTemporaryFolder("launcher");
const READY_LINE = "The tracker is at http://localhost:";
const FIRST_PASSWORD = "a password of the first admin";
const SOON = { timeout: 20_000, interval: 50 };
let port = 0;
let running: NpmStart | null = null;

/** Starts the tracker and waits until it serves and has its first admin: one start makes it, the later ones say that it is there. */
async function start(): Promise<NpmStart> {
  running = npmStart(folder.dir, port, {
    BOOTSTRAP_ADMIN_EMAIL: "first@example.org",
    BOOTSTRAP_ADMIN_PASSWORD: FIRST_PASSWORD,
  });
  await running.waitForOutput(READY_LINE);
  await running.waitForOutput(" admin");
  return running;
}

/** The pid of PostgreSQL, which is not below npm. */
function findPostmaster(): number {
  const state = readState(folder.dir);
  const server = state && findServer(clusterFolder(state));
  if (!server) throw new Error("PostgreSQL is not running.");
  return server.pid;
}

/** The pids of the launcher, the server and PostgreSQL. */
function listPids(started: NpmStart): number[] {
  const postmaster = findPostmaster();
  const below = [started.npm.pid ?? 0, postmaster].flatMap(listDescendants).map(({ pid }) => pid);
  return [postmaster, ...below];
}

/** The pid below npm whose command contains all words. The last one, because npm's shell repeats the command. */
function findPid(started: NpmStart, ...words: string[]): number {
  const found = listDescendants(started.npm.pid ?? 0)
    .filter(({ command }) => words.every((word) => command.includes(word)))
    .at(-1);
  if (!found) throw new Error(`No process has a command with ${words.join(" ")}.`);
  return found.pid;
}

const readyStatus = async () =>
  (await fetch(`http://localhost:${port}/api/health/ready`).catch(() => null))?.status ?? 0;

/** Asks over one connection, as fast as it is answered, until it is refused. Resolves to the number of answers. */
async function askUntilRefused(): Promise<number> {
  for (let answers = 0; ; answers++) {
    const response = await fetch(`http://localhost:${port}/api/health/live`).catch(() => null);
    if (response === null) return answers;
    await response.text();
  }
}

beforeAll(async () => {
  port = await findFreePort();
});

afterAll(async () => {
  const pids = listPids(running as NpmStart);
  running?.npm.kill("SIGTERM");
  await running?.exited;
  // A launcher that still runs would make a new database in the folder.
  await vi.waitFor(() => expect(filterRunning(pids)).toEqual([]), SOON);
  folder.remove();
});

describe("stopping", () => {
  afterEach(async () => {
    running?.npm.kill("SIGTERM");
    await running?.exited;
  });

  const ways = {
    "TERM to npm": (pid: number) => process.kill(pid, "SIGTERM"),
    "Ctrl-C in a terminal": (pid: number) => process.kill(-pid, "SIGINT"),
    "KILL to npm": (pid: number) => process.kill(pid, "SIGKILL"),
  };

  test.each(Object.entries(ways))(
    "%s ends every process within 10 seconds, with streams open and a busy connection",
    async (_, stop) => {
      const started = await start();
      const pids = listPids(started);
      expect(pids.length).toBeGreaterThanOrEqual(3);
      const streams = await openStreams(`http://localhost:${port}`, 5);
      // A connection that a browser opened in advance, and one with incomplete headers.
      const [silent, half] = [0, 1].map(() => net.connect(port, "127.0.0.1").on("error", () => {}));
      half?.write("GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n");

      const answers = askUntilRefused();

      const startedAt = Date.now();
      stop(started.npm.pid ?? 0);
      await started.exited;
      await expect.poll(() => filterRunning(pids), SOON).toEqual([]);
      expect(Date.now() - startedAt).toBeLessThan(10_000);
      await expect.poll(streams.closed, SOON).toBe(5);
      expect(await answers).toBeGreaterThan(0);
      expect(started.output()).not.toContain("is killed");
      silent?.destroy();
      half?.destroy();
      expect(fs.readFileSync(path.join(folder.dir, "launcher.lock"), "utf8")).toBe("");
    },
    60_000,
  );
});

describe("a running tracker", () => {
  afterEach(async () => {
    await expect.poll(readyStatus, SOON).toBe(200);
  });

  test("starts a second time without building or migrating", async () => {
    const started = await start();
    expect(started.output()).not.toContain("Migrated the database");
    expect(started.output()).not.toContain("Building");
    for (const host of ["localhost", "127.0.0.1"]) {
      const answer = await fetch(`http://${host}:${port}/api/health/live`);
      expect(await answer.json()).toEqual({ status: "live" });
    }
  });

  test.runIf(process.platform === "linux")(
    "keeps the first admin's password from the server, and asks to remove it",
    () => {
      const pid = findPid(running as NpmStart, "server.mjs");
      expect(fs.readFileSync(`/proc/${pid}/environ`, "utf8")).not.toContain(FIRST_PASSWORD);
      expect(running?.output()).toContain("Remove BOOTSTRAP_ADMIN_PASSWORD from the settings");
    },
  );

  test.runIf(process.platform === "linux" && process.getuid?.() === 0)(
    "serves as a user who cannot read the database's files where root starts it",
    () => {
      const pids = [findPid(running as NpmStart, "server.mjs"), findPostmaster()];
      const [server, postgres] = pids.map(
        (pid) => /^Uid:\t(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1],
      );
      expect(["0", postgres]).not.toContain(server);
    },
  );

  test("prevents a second launcher with the same folder", async () => {
    const other = npmStart(folder.dir, await findFreePort());
    await other.exited;
    expect(other.output()).toContain("The tracker is already running with");
  });

  test("restarts PostgreSQL after it was killed", async () => {
    process.kill(findPostmaster(), "SIGKILL");
    await running?.waitForOutput("PostgreSQL is running again.");
  });

  test("ends with its server, with every process and a sentence", async () => {
    const pids = listPids(running as NpmStart);
    process.kill(findPid(running as NpmStart, "scripts/server.mjs"), "SIGKILL");
    await running?.exited;
    expect(running?.npm.exitCode).toBe(1);
    expect(running?.output()).toContain("The server stopped unexpectedly (SIGKILL)");
    await expect.poll(() => filterRunning(pids), SOON).toEqual([]);
    await start();
  });

  test("a start after the launcher was killed ends what it left, and later stops everything", async () => {
    const left = listPids(running as NpmStart);
    process.kill(findPid(running as NpmStart, "scripts/start.mjs"), "SIGKILL");
    const next = await start();
    expect(filterRunning(left)).toEqual([]);
    const pids = listPids(next);
    next.npm.kill("SIGTERM");
    await next.exited;
    await expect.poll(() => filterRunning(pids), SOON).toEqual([]);
    await start();
  });

  test("the server exits after its launcher was killed", async () => {
    const server = findPid(running as NpmStart, "scripts/server.mjs");
    await openStreams(`http://localhost:${port}`, 3);
    process.kill(findPid(running as NpmStart, "scripts/start.mjs"), "SIGKILL");
    await expect.poll(() => filterRunning([server]), SOON).toEqual([]);
    await start();
  });
});
