import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Prisma } from "@/prisma/generated/client";
import { isDatabaseRefusal } from "../database/database-refusal";
import { db } from "../database/db";
import { log } from "../log/log";
import { processSingleton } from "../process-singleton";
import { registryStore } from "../registry/store";

/** How often each instance looks for jobs that are due, besides at each new revision. */
const LOOK_MS = 15_000;
/** How long all jobs of a kind wait after one of them found that nothing can be sent. */
const PAUSE_MS = 60_000;

/** A job that this instance has taken. */
export interface Job {
  readonly key: string;
  /** Since the last success, with this one. */
  readonly attempts: number;
  readonly position: number;
  /** Since when it waits. */
  readonly dueAt: Date;
  /** Until then no other instance takes it. */
  readonly leasedUntil: Date;
}

/** What became of a job. */
export type Outcome =
  /** It is due again at `dueAt`; null: when there is something new. */
  | { readonly result: "done"; readonly dueAt: Date | null; readonly position?: number }
  /** It is tried again after the wait of its kind, and not within `waitMs`. */
  | { readonly result: "failed"; readonly waitMs?: number; readonly position?: number }
  /** Nothing of its kind can be sent at the moment, which does not count as an attempt. */
  | { readonly result: "away" }
  /** It is deleted. */
  | { readonly result: "gone" };

/** One kind of jobs. */
export interface JobKind {
  readonly name: "mail" | "webhook" | "feed";
  /** Jobs that one instance runs at the same time. */
  readonly concurrency: number;
  /** Milliseconds for which a job is left to the instance that took it. Then it is due again, as after a sudden end. */
  readonly leaseMs: number;
  /** Milliseconds after the first failed attempt, how many times as long after each other one, and at most. */
  readonly backoff: { readonly firstMs: number; readonly factor: number; readonly lastMs: number };
  /** Adds what is new, before each look. */
  readonly prepare: () => Promise<unknown>;
  /** Does a job. What it throws counts as a failed attempt. */
  readonly run: (job: Job) => Promise<Outcome>;
}

/**
 * Milliseconds until a job is tried again, up to a quarter more or less than its backoff says.
 * @param attempts failed ones, from 1
 * @param random from 0 to 1
 */
export function waitBeforeRetry(
  attempts: number,
  { firstMs, factor, lastMs }: JobKind["backoff"],
  random: number,
): number {
  return Math.min(lastMs, firstMs * factor ** (attempts - 1)) * (0.75 + random / 2);
}

/** Adds a job, or makes it due at another time. */
export async function scheduleJob(
  tx: Prisma.TransactionClient,
  kind: JobKind["name"],
  key: string,
  dueAt: Date,
): Promise<void> {
  const times = { dueAt, attemptAt: dueAt, attempts: 0 };
  const where = { kind_key: { kind, key } };
  await tx.job.upsert({ where, create: { kind, key, ...times }, update: times });
}

/** Takes the job that has been due for the longest time and that no other instance takes; undefined: none is due. */
async function takeJob({ name, leaseMs }: JobKind): Promise<Job | undefined> {
  const [job] = await db().$queryRaw<Job[]>`
    UPDATE job SET attempts = attempts + 1, attempt_at = now() + ${leaseMs} * interval '1 millisecond'
    WHERE (kind, key) = (
      SELECT kind, key FROM job WHERE kind = ${name} AND attempt_at <= now()
      ORDER BY attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING key, attempts, position, due_at AS "dueAt", attempt_at AS "leasedUntil"`;
  return job;
}

/** Stores what became of a job, unless its lease has ended. */
async function finishJob({ name, backoff }: JobKind, job: Job, outcome: Outcome): Promise<void> {
  const { key, attempts, leasedUntil } = job;
  const where = { kind: name, key, attemptAt: leasedUntil };
  const finish = (data: Prisma.JobUpdateManyMutationInput) => db().job.updateMany({ where, data });
  if (outcome.result === "gone") {
    await db().job.deleteMany({ where });
  } else if (outcome.result === "away") {
    const attemptAt = new Date(Date.now() + PAUSE_MS);
    await finish({ attemptAt, attempts: attempts - 1 });
    const others = { kind: name, attemptAt: { lt: attemptAt } };
    await db().job.updateMany({ where: others, data: { attemptAt } });
  } else if (outcome.result === "failed") {
    const { waitMs = 0, position = job.position } = outcome;
    const wait = Math.max(waitMs, waitBeforeRetry(attempts, backoff, Math.random()));
    await finish({ attemptAt: new Date(Date.now() + wait), position });
  } else {
    const { dueAt, position = job.position } = outcome;
    await finish({ dueAt, attemptAt: dueAt, attempts: 0, position });
  }
}

/**
 * Runs the jobs of a kind that are due, one after another, until none is. Each is taken before and stored after: a sudden
 * end in between makes one run twice, and loses none.
 */
export async function runDueJobs(kind: JobKind): Promise<void> {
  for (let job = await takeJob(kind); job; job = await takeJob(kind)) {
    const { key } = job;
    const outcome = await kind.run(job).catch((error: unknown): Outcome => {
      if (isDatabaseRefusal(error)) throw error;
      log.error("A job failed", { kind: kind.name, key, error });
      return { result: "failed" };
    });
    await finishJob(kind, job, outcome);
  }
}

/**
 * Runs work in the background, one run at a time. What is asked for during a run follows it once. Never throws.
 * @param failed what the log says if the work throws
 */
export function coalesceRuns(work: () => Promise<void>, failed: string): () => void {
  let isRunning = false;
  let again = false;
  const run = async () => {
    isRunning = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } catch (error) {
      log[isDatabaseRefusal(error) ? "debug" : "warn"](failed, { error });
    } finally {
      isRunning = false;
    }
  };
  return () => {
    again = true;
    if (!isRunning) void run();
  };
}

/** What looks for due jobs in this process, by their kind. */
const looks = () => processSingleton("queue", () => new Map<JobKind["name"], () => void>());

/** Runs the jobs of a kind that are due, at each new revision and every 15 seconds. */
export function startQueue(kind: JobKind): void {
  const failed = `The queue of ${kind.name} jobs failed. The next attempt is in 15 seconds`;
  const workers = Array.from({ length: kind.concurrency }, () =>
    coalesceRuns(() => runDueJobs(kind), failed),
  );
  const prepare = coalesceRuns(async () => {
    await kind.prepare();
    for (const work of workers) work();
  }, failed);
  // A revision is announced within the request that wrote it, whose id must not be in the log of what follows.
  const look = AsyncLocalStorage.bind(prepare);
  looks().set(kind.name, look);
  setInterval(look, LOOK_MS).unref();
  registryStore().follow({ revision: look, listening: () => undefined });
  look();
}

/** Looks at once for jobs of a kind that are due, if this instance runs them. */
export function lookForJobs(kind: JobKind["name"]): void {
  looks().get(kind)?.();
}
