import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { HeavyQueue } from "../../../lib/server/http/heavy-queue";

/** A job with its own end. */
function makeJob() {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { job: () => finished, finish };
}

describe("the queue of heavy answers", () => {
  test("makes one at a time, in the order of arrival", async () => {
    const queue = new HeavyQueue();
    let running = 0;
    const done: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map((index) =>
        queue.add(`client ${index}`, async () => {
          running += 1;
          expect(running).toBe(1);
          await sleep(5);
          running -= 1;
          done.push(index);
        }),
      ),
    );
    expect(done).toEqual([1, 2, 3, 4]);
  });

  test("takes turns between clients", async () => {
    const queue = new HeavyQueue();
    const done: string[] = [];
    const add = (client: string) => queue.add(client, async () => void done.push(client));
    await Promise.all(["a", "a", "a", "a", "b", "c"].map(add));
    expect(done).toEqual(["a", "b", "a", "c", "a", "a"]);
  });

  test("pauses after each for twice the time that it took", async () => {
    const queue = new HeavyQueue();
    const times: number[] = [];
    const note = async () => {
      times.push(performance.now());
      await sleep(60);
    };
    await Promise.all([queue.add("a", note), queue.add("a", note)]);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(175);
  });

  test("refuses the 10th of one client and still takes another client’s", async () => {
    const queue = new HeavyQueue();
    const first = makeJob();
    const added = [queue.add("a", first.job)];
    for (let index = 0; index < 8; index++) added.push(queue.add("a", async () => {}));
    expect(queue.add("a", async () => {})).toBeNull();
    const other = queue.add("b", async () => "made");
    expect(other).not.toBeNull();
    first.finish();
    await Promise.all(added);
    expect(await other).toBe("made");
    expect(queue.add("a", async () => {})).not.toBeNull();
  });

  test("refuses more than 100 that wait", () => {
    const queue = new HeavyQueue();
    void queue.add("first", () => new Promise(() => {}));
    for (let index = 0; index < 100; index++) {
      expect(queue.add(`client ${index}`, async () => {})).not.toBeNull();
    }
    expect(queue.add("last", async () => {})).toBeNull();
  });

  test("goes on after one that fails", async () => {
    const queue = new HeavyQueue();
    const failing = queue.add("a", async () => {
      throw new Error("broken");
    });
    const next = queue.add("a", async () => "made");
    await expect(failing).rejects.toThrow("broken");
    expect(await next).toBe("made");
  });
});
