import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../../scripts/lib/ports.mjs";
import { temporaryFolder } from "../../scripts/lib/temporary-database.mjs";
import { descendantsOf, living, type NpmStart, npmStart } from "../support/npm-start";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const folder = temporaryFolder("launcher");
const ADDRESS = "The tracker is at http://localhost:";
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

const ready = async () =>
  (await fetch(`http://localhost:${port}/api/health/ready`).catch(() => null))?.status ?? 0;

test.beforeAll(async () => {
  port = await freePort();
});

test.afterAll(async () => {
  running?.npm.kill("SIGTERM");
  await running?.ended;
  folder.remove();
});

test("TERM to npm ends everything, with a connection open", async () => {
  const started = await start();
  for (const host of ["localhost", "127.0.0.1"]) {
    const answer = await fetch(`http://${host}:${port}/api/health/live`);
    expect(await answer.json()).toEqual({ status: "live" });
  }
  const pids = pidsOf(started);
  expect(pids.length).toBeGreaterThanOrEqual(3);

  const open = net.connect(port, "127.0.0.1");
  open.on("error", () => {});
  open.write("GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n");
  started.npm.kill("SIGTERM");
  await started.ended;
  await expect.poll(() => living(pids), { timeout: 20_000 }).toEqual([]);
  open.destroy();
  expect(fs.existsSync(path.join(folder.dir, "launcher.lock"))).toBe(false);
});

test("the second start is quick and seeds nothing again", async () => {
  const began = Date.now();
  const started = await start();
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(started.said()).not.toContain("Migrated the database");
  expect(started.said()).not.toContain("Building");
});

test("a second launcher on the same folder is refused with a sentence", async () => {
  const other = npmStart(folder.dir, await freePort());
  await other.ended;
  expect(other.said()).toContain("The tracker is running already on");
  expect(await ready()).toBe(200);
});

test("the database's sudden end is a pause and not an end", async () => {
  const [database] = descendantsOf(running?.npm.pid ?? 0).filter(
    ({ command }) => command.includes("postgres ") && command.includes(folder.dir),
  );
  process.kill(database?.pid ?? 0, "SIGKILL");
  await running?.says("It is back.");
  await expect.poll(ready, { timeout: 20_000 }).toBe(200);
});

test("what a killed launcher leaves is taken over, and ended with the next", async () => {
  const left = pidsOf(running as NpmStart);
  for (const { pid, command } of descendantsOf(running?.npm.pid ?? 0)) {
    if (command.includes("scripts/start.mjs")) process.kill(pid, "SIGKILL");
  }
  // The app's server follows its launcher; the port is free again.
  await expect.poll(ready, { timeout: 20_000 }).toBe(0);
  const next = await start();
  expect(next.said()).toContain("Joined the PostgreSQL that was running");
  const pids = [...left, ...pidsOf(next)];
  next.npm.kill("SIGTERM");
  await next.ended;
  await expect.poll(() => living(pids), { timeout: 20_000 }).toEqual([]);
});
