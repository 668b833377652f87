import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Facts } from "../../../lib/evidence/ledger-records";
import { getDatabaseRefusal } from "../../../lib/server/database/database-refusal";
import type * as loading from "../../../lib/server/registry/load-facts";
import { NO_FACTS } from "../../../lib/server/registry/load-facts";
import { registryStore } from "../../../lib/server/registry/store";

process.env.DATABASE_URL = "postgresql://tracker:secret@127.0.0.1:9/tracker";
process.env.LOG_LEVEL = "error";
// Vite sets it.
process.env.BASE_URL = "";

/** A read of the database that waits for its end. */
interface Read {
  readonly finish: (facts: Facts) => void;
  readonly fail: (error: Error) => void;
}

const { reads } = vi.hoisted(() => ({ reads: [] as Read[] }));

// Each call makes a new store, as in a process that has just started.
vi.mock("../../../lib/server/process-singleton", () => ({
  processSingleton: <T>(_: string, make: () => T) => make(),
}));
vi.mock("../../../lib/server/registry/revision-watch", () => ({
  watchRevision: () => ({ listening: true, stop: async () => {} }),
}));
vi.mock("../../../lib/server/registry/load-facts", async (importOriginal) => ({
  ...(await importOriginal<typeof loading>()),
  loadFacts: () =>
    new Promise<Facts>((finish, fail) => {
      reads.push({ finish, fail });
    }),
}));

/** A ledger with only its revisions. */
function factsAfter(revision: number): Facts {
  const revisions = Array.from({ length: revision }, (_, index) => ({
    number: index + 1,
    recordedAt: "2026-11-26T00:00:00.000Z",
    author: "tester",
    purpose: "a test",
    identity: String(index + 1).padStart(64, "0"),
  }));
  return { ...NO_FACTS, revision, revisions };
}

/** The read with this number, once it has started. */
async function startedRead(number: number): Promise<Read> {
  for (let turns = 0; turns < 20; turns++) await Promise.resolve();
  const read = reads[number - 1];
  if (!read) throw new Error(`${reads.length} reads have started, and not ${number}.`);
  return read;
}

/** A store that shows the first revision. */
async function loadedStore() {
  const store = registryStore();
  const first = store.current();
  (await startedRead(1)).finish(factsAfter(1));
  await first;
  return store;
}

beforeEach(() => {
  reads.length = 0;
});
afterEach(() => vi.useRealTimers());

test("each of a stream of questions for a later revision ends with the read after its own", async () => {
  const store = await loadedStore();
  const ended: number[] = [];
  const ask = (question: number) => store.reach(99).then(() => ended.push(question));
  const questions = [ask(1)];
  for (let number = 2; number <= 6; number++) {
    const read = await startedRead(number);
    // Others ask during each read.
    questions.push(ask(number), ask(number));
    read.finish(factsAfter(number));
    await sleep(0);
    expect(ended.filter((question) => question < number).length).toBe(number * 2 - 3);
  }
  expect(reads.length).toBe(7);
  (await startedRead(7)).finish(factsAfter(7));
  await Promise.all(questions);
});

test("a question during a read waits for the next, which has what was recorded meanwhile", async () => {
  const store = await loadedStore();
  const before = store.refresh();
  const read = await startedRead(2);
  const meanwhile = store.refresh();
  read.finish(factsAfter(1));
  expect((await before).facts.revision).toBe(1);
  (await startedRead(3)).finish(factsAfter(2));
  expect((await meanwhile).facts.revision).toBe(2);
});

test("the next read starts also after one that failed", async () => {
  const store = await loadedStore();
  const before = store.refresh();
  const read = await startedRead(2);
  const next = store.refresh();
  read.fail(new Error("broken"));
  await expect(before).rejects.toThrow("broken");
  (await startedRead(3)).finish(factsAfter(2));
  expect((await next).facts.revision).toBe(2);
});

test("a read that was given up does not take back what a later one read", async () => {
  const store = await loadedStore();
  vi.useFakeTimers();
  const abandoned = store.refresh();
  const old = await startedRead(2);
  const refused = abandoned.catch((error: unknown) => getDatabaseRefusal(error));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await refused).toBe("away");
  const later = store.refresh();
  (await startedRead(3)).finish(factsAfter(3));
  await later;
  const noticed: number[] = [];
  store.follow({ revision: (state) => noticed.push(state.revision), listening: () => {} });
  old.finish(factsAfter(2));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.revision).toBe(3);
  expect(noticed).toEqual([]);
});

test("a read that was given up and that says nothing new does not take back a later one", async () => {
  const store = await loadedStore();
  const known = (await store.current()).facts;
  vi.useFakeTimers();
  store.refresh().catch(() => {});
  const old = await startedRead(2);
  await vi.advanceTimersByTimeAsync(20_000);
  const later = store.refresh();
  (await startedRead(3)).finish(factsAfter(3));
  await later;
  old.finish(known);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.revision).toBe(3);
});

test("a read counts also where one that was given up has ended during it", async () => {
  const store = await loadedStore();
  vi.useFakeTimers();
  store.refresh().catch(() => {});
  const old = await startedRead(2);
  await vi.advanceTimersByTimeAsync(20_000);
  const later = store.refresh();
  const read = await startedRead(3);
  old.finish(factsAfter(2));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.revision).toBe(2);
  read.finish(factsAfter(3));
  expect((await later).facts.revision).toBe(3);
  expect(store.revision).toBe(3);
});

test("a store that stops waits for the reads that run, so that the database can be closed", async () => {
  const store = await loadedStore();
  const reading = store.reach(2);
  const waiting = store.reach(3);
  let stopped = false;
  const stopping = store.stop().then(() => {
    stopped = true;
  });
  (await startedRead(2)).finish(factsAfter(2));
  await reading;
  (await startedRead(3)).fail(new Error("The database is away."));
  await expect(waiting).rejects.toThrow("away");
  await stopping;
  expect(stopped).toBe(true);
  const last = store.reach(4);
  const again = store.stop();
  const ended = vi.fn();
  void again.then(ended);
  const read = await startedRead(4);
  expect(ended).not.toHaveBeenCalled();
  read.finish(factsAfter(4));
  await Promise.all([last, again]);
});
