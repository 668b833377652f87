import { expect, test } from "vitest";
import { FairTurns } from "../../../scripts/lib/fair-turns.mjs";

/** Turns with a clock that the test sets forward. @param share of the time in which the process works */
function startClock(share = 1) {
  let now = 0;
  const tasks: { readonly at: number; readonly run: () => void }[] = [];
  const later = (run: () => void, ms: number) => {
    tasks.push({ at: now + ms, run });
  };
  /** Lets time pass, task by task. */
  async function pass(ms: number): Promise<void> {
    const end = now + ms;
    for (;;) {
      await Promise.resolve();
      const due = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      tasks.splice(tasks.indexOf(due), 1);
      now = due.at;
      due.run();
    }
    now = end;
  }
  const turns = new FairTurns(
    () => now,
    () => now * share,
    later,
  );
  return { turns, later, pass };
}

/** A client asks again whenever one of its requests, which take 100 ms each, has ended. */
async function flood({ turns, later, pass }: Clock, name: string, atOnce: number, ms: number) {
  const counts = { running: 0, most: 0, ended: 0 };
  let stopped = false;
  async function ask(): Promise<void> {
    const end = await turns.take(name, () => {});
    if (end === null || stopped) {
      end?.();
      return;
    }
    counts.running += 1;
    counts.most = Math.max(counts.most, counts.running);
    later(() => {
      counts.running -= 1;
      counts.ended += 1;
      end();
      if (!stopped) void ask();
    }, 100);
  }
  for (let i = 0; i < atOnce; i++) void ask();
  await pass(ms);
  stopped = true;
  await pass(1_000);
  return counts;
}

type Clock = ReturnType<typeof startClock>;

test("a client that is alone has 16 turns at once, however long it asks", async () => {
  const clock = startClock();
  await flood(clock, "alone", 20, 5_000);
  expect((await flood(clock, "alone", 20, 5_000)).most).toBe(16);
});

test("a client that asks for one thing after the other never waits", async () => {
  const { turns, pass } = startClock();
  for (let i = 0; i < 100; i++) {
    (await turns.take("other", () => {}))?.();
    const end = await turns.take("patient", () => {
      throw new Error("It waits.");
    });
    await pass(100);
    end?.();
  }
});

test("a busy client has 1 turn at a time and pauses while another asks", async () => {
  const clock = startClock();
  await flood(clock, "busy", 20, 5_000);
  (await clock.turns.take("reader", () => {}))?.();
  const { most, ended } = await flood(clock, "busy", 20, 1_500);
  expect(most).toBe(1);
  // Turns of 100 ms begin after pauses of 200 ms: at 0, 300 … 1,500 ms.
  expect(ended).toBe(6);
});

test("a client whose requests wait for others, without work, is not busy", async () => {
  const clock = startClock(0.05);
  await flood(clock, "waiting", 20, 5_000);
  (await clock.turns.take("reader", () => {}))?.();
  expect((await flood(clock, "waiting", 20, 1_500)).most).toBe(16);
});

test("no other client pays for a busy one", async () => {
  const clock = startClock();
  await flood(clock, "busy", 20, 5_000);
  const reader = await flood(clock, "reader", 6, 500);
  expect(reader.most).toBe(6);
});

test("the pause ends when no other client asks any more", async () => {
  const clock = startClock();
  await flood(clock, "busy", 20, 5_000);
  (await clock.turns.take("reader", () => {}))?.();
  await clock.pass(2_500);
  expect((await flood(clock, "busy", 20, 500)).most).toBe(16);
});

test("a request that waits for 30 seconds gets no turn, and one whose client leaves neither", async () => {
  const { turns, pass } = startClock();
  const hold = () => turns.take("busy", () => {});
  // Turns end after 2 seconds at the latest, so that new ones are taken all the time.
  for (let i = 0; i < 16 * 17; i++) void hold();
  const late = turns.take("busy", () => {});
  let leave = () => {};
  const left = turns.take("busy", (listener) => {
    leave = listener;
  });
  leave();
  expect(await left).toBeNull();
  await pass(30_000);
  expect(await late).toBeNull();
});

test("a turn ends after 2 seconds for those who wait", async () => {
  const { turns, pass } = startClock();
  for (let i = 0; i < 16; i++) void turns.take("slow", () => {});
  let hasTurn = false;
  void turns
    .take("slow", () => {})
    .then((end) => {
      hasTurn = end !== null;
    });
  await pass(1_900);
  expect(hasTurn).toBe(false);
  await pass(200);
  expect(hasTurn).toBe(true);
});
