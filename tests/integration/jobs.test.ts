import { beforeEach, describe, expect, test } from "vitest";
import type { Job, JobKind, Outcome } from "../../lib/server/queue/queue";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");
const queue = () => import("../../lib/server/queue/queue");

beforeEach(() => sql(database.url, "DELETE FROM job"));

const BACKOFF = { firstMs: 60_000, factor: 2, lastMs: 300_000 };
const DONE: Outcome = { result: "done", dueAt: null };

const makeKind = (run: (job: Job) => Outcome | Promise<Outcome>): JobKind => ({
  name: "mail",
  concurrency: 1,
  leaseMs: 60_000,
  backoff: BACKOFF,
  prepare: async () => {},
  run: async (job) => run(job),
});

async function schedule(...keys: string[]): Promise<void> {
  const { scheduleJob } = await queue();
  const { db } = await import("../../lib/server/database/db");
  for (const key of keys) await scheduleJob(db(), "mail", key, new Date(Date.now() - 1000));
}

async function run(kind: JobKind): Promise<void> {
  const { runDueJobs } = await queue();
  await runDueJobs(kind);
}

const listJobs = () => sql(database.url, "SELECT * FROM job ORDER BY key");
const makeDue = () =>
  sql(database.url, "UPDATE job SET attempt_at = now() WHERE attempt_at IS NOT NULL");
/** Seconds until the next attempt of a job. */
const secondsUntil = (job: Awaited<ReturnType<typeof listJobs>>[number] | undefined) =>
  (Number(job?.attempt_at) - Date.now()) / 1000;

describe("the queue", () => {
  test("gives each job to one of many that look at the same time, the oldest first", async () => {
    const keys = Array.from({ length: 30 }, (_, n) => `job ${String(n).padStart(2, "0")}`);
    await schedule(...keys);
    const ran: string[] = [];
    const kind = makeKind(async ({ key }) => {
      ran.push(key);
      await new Promise(setImmediate);
      return DONE;
    });
    await Promise.all(Array.from({ length: 6 }, () => run(kind)));
    expect([...ran].sort()).toEqual(keys);
    expect(ran[0]).toBe(keys[0]);
    expect(await listJobs()).toMatchObject(keys.map(() => ({ due_at: null, attempts: 0 })));
  });

  test("gives a job to another after its lease, and lets the first store nothing then", async () => {
    await schedule("a");
    const kind = makeKind(async (job) => {
      if (job.attempts > 1) return { ...DONE, position: 2 };
      await makeDue();
      await run(kind);
      return { ...DONE, position: 1 };
    });
    await run(kind);
    expect(await listJobs()).toMatchObject([{ position: 2 }]);
  });

  test("tries again what fails or throws, later each time, and remembers since when it is due", async () => {
    await schedule("a", "b");
    const [{ due_at } = { due_at: null }] = await listJobs();
    const kind = makeKind(({ key }) => {
      if (key === "a") throw new Error("It cannot be made");
      return { result: "failed", waitMs: 600_000 };
    });
    await run(kind);
    const [first, patient] = await listJobs();
    expect(first).toMatchObject({ attempts: 1, due_at });
    expect(secondsUntil(first)).toBeGreaterThan(44);
    expect(secondsUntil(first)).toBeLessThan(76);
    expect(secondsUntil(patient)).toBeGreaterThan(590);
    await makeDue();
    await run(kind);
    const [second] = await listJobs();
    expect(second).toMatchObject({ attempts: 2, due_at });
    expect(secondsUntil(second)).toBeGreaterThan(89);
  });

  test("pauses a kind when nothing of it can be sent, without counting an attempt", async () => {
    await schedule("a", "b");
    await sql(
      database.url,
      "INSERT INTO job (kind, key, due_at, attempt_at) VALUES ('webhook', 'c', now(), now())",
    );
    const ran: string[] = [];
    const kind = makeKind(({ key }) => {
      ran.push(key);
      return { result: "away" };
    });
    await run(kind);
    expect(ran).toEqual(["a"]);
    const jobs = await listJobs();
    expect(jobs.map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
    const [a, b, other] = jobs.map(secondsUntil);
    for (const wait of [a, b]) expect(wait).toBeGreaterThan(55);
    expect(other).toBeLessThan(1);
  });

  test("deletes what is gone, and leaves to its lease what the database interrupts", async () => {
    await schedule("a", "b");
    const away = Object.assign(new Error("away"), { code: "ECONNREFUSED" });
    const kind = makeKind(({ key }) => {
      if (key === "b") throw away;
      return { result: "gone" };
    });
    await expect(run(kind)).rejects.toThrow("away");
    const jobs = await listJobs();
    expect(jobs).toMatchObject([{ key: "b", attempts: 1 }]);
    expect(secondsUntil(jobs[0])).toBeGreaterThan(55);
  });
});

test("the wait grows from the first to the last, with a quarter more or less", async () => {
  const { waitBeforeRetry } = await queue();
  const seconds = [1, 2, 3, 4, 2000].map((n) => waitBeforeRetry(n, BACKOFF, 0.5) / 1000);
  expect(seconds).toEqual([60, 120, 240, 300, 300]);
  expect([0, 1].map((random) => waitBeforeRetry(1, BACKOFF, random))).toEqual([45_000, 75_000]);
});
