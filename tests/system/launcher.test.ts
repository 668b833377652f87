import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type NpmStart, npmStart } from "../../scripts/lib/npm-start.mjs";
import { freePort } from "../../scripts/lib/ports.mjs";
import { descendantsOf, living } from "../../scripts/lib/processes.mjs";
import { temporaryFolder } from "../../scripts/lib/temporary-database.mjs";
import { openStreams } from "../support/open-streams";

const folder = temporaryFolder("launcher");
const ADDRESS = "The tracker is at http://localhost:";
const SOON = { timeout: 20_000, interval: 50 };
let port = 0;
let running: NpmStart | null = null;

/** Starts it and waits until it serves. */
async function start(): Promise<NpmStart> {
  running = npmStart(folder.dir, port);
  await running.says(ADDRESS);
  return running;
}

/** The pids below npm: the launcher, the app's server, PostgreSQL. */
const pidsOf = (started: NpmStart) => descendantsOf(started.npm.pid ?? 0).map(({ pid }) => pid);

/** The pid of the process below npm whose command holds those words; npm's shell repeats what it runs. */
function pidOf(started: NpmStart, ...words: string[]): number {
  const found = descendantsOf(started.npm.pid ?? 0)
    .filter(({ command }) => words.every((word) => command.includes(word)))
    .at(-1);
  if (!found) throw new Error(`No process says ${words.join(" ")}.`);
  return found.pid;
}

const ready = async () =>
  (await fetch(`http://localhost:${port}/api/health/ready`).catch(() => null))?.status ?? 0;

beforeAll(async () => {
  port = await freePort();
});

afterAll(async () => {
  running?.npm.kill("SIGTERM");
  await running?.ended;
  folder.remove();
});

describe("stopping", () => {
  afterEach(async () => {
    running?.npm.kill("SIGTERM");
    await running?.ended;
  });

  const ways = {
    "TERM to npm": (pid: number) => process.kill(pid, "SIGTERM"),
    "Ctrl-C in a terminal": (pid: number) => process.kill(-pid, "SIGINT"),
    "npm's sudden end": (pid: number) => process.kill(pid, "SIGKILL"),
  };

  test.each(Object.entries(ways))(
    "by %s ends everything within ten seconds, with streams open",
    async (_, tell) => {
      const started = await start();
      const pids = pidsOf(started);
      expect(pids.length).toBeGreaterThanOrEqual(3);
      const streams = await openStreams(`http://localhost:${port}`, 5);
      // One that a browser opened in advance, and one whose head was begun.
      const [silent, half] = [0, 1].map(() => net.connect(port, "127.0.0.1").on("error", () => {}));
      half?.write("GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n");

      const began = Date.now();
      tell(started.npm.pid ?? 0);
      await started.ended;
      await expect.poll(() => living(pids), SOON).toEqual([]);
      expect(Date.now() - began).toBeLessThan(10_000);
      await expect.poll(streams.closed, SOON).toBe(5);
      silent?.destroy();
      half?.destroy();
      expect(fs.existsSync(path.join(folder.dir, "launcher.lock"))).toBe(false);
      expect(fs.existsSync(path.join(folder.dir, "server.json"))).toBe(false);
    },
    60_000,
  );
});

describe("running", () => {
  afterEach(async () => {
    await expect.poll(ready, SOON).toBe(200);
  });

  test("the second start is quick and seeds nothing again", async () => {
    const began = Date.now();
    const started = await start();
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(started.said()).not.toContain("Migrated the database");
    expect(started.said()).not.toContain("Building");
    for (const host of ["localhost", "127.0.0.1"]) {
      const answer = await fetch(`http://${host}:${port}/api/health/live`);
      expect(await answer.json()).toEqual({ status: "live" });
    }
  });

  test("a second launcher on the same folder is refused with a sentence", async () => {
    const other = npmStart(folder.dir, await freePort());
    await other.ended;
    expect(other.said()).toContain("The tracker is running already on");
  });

  test("the database's sudden end is a pause and not an end", async () => {
    process.kill(pidOf(running as NpmStart, "postgres ", folder.dir), "SIGKILL");
    await running?.says("It is back.");
  });

  test("the server's sudden end is a pause and not an end", async () => {
    process.kill(pidOf(running as NpmStart, "next-server"), "SIGKILL");
    await running?.says("The server ended (SIGKILL); starting it again in 0.25 s…");
    await running?.says("The server is back.");
  });

  test("what a killed launcher leaves is taken over at once, and ended with the next", async () => {
    const left = pidsOf(running as NpmStart);
    process.kill(pidOf(running as NpmStart, "scripts/start.mjs"), "SIGKILL");
    const next = await start();
    expect(next.said()).toContain("Joined the PostgreSQL that was running");
    const pids = [...left, ...pidsOf(next)];
    next.npm.kill("SIGTERM");
    await next.ended;
    await expect.poll(() => living(pids), SOON).toEqual([]);
    await start();
  });

  test("a server whose launcher was killed ends by itself", async () => {
    const server = pidOf(running as NpmStart, "next-server");
    await openStreams(`http://localhost:${port}`, 3);
    process.kill(pidOf(running as NpmStart, "scripts/start.mjs"), "SIGKILL");
    await expect.poll(() => living([server]), SOON).toEqual([]);
    await start();
  });
});
