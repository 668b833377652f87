import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { HeavyQueue, queueHeavy } from "../../../lib/server/http/heavy-queue";

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

describe("an answer whose body is read from a file", () => {
  /** A body of 3 chunks, with what happened to it. */
  function makeBody() {
    const seen = { read: 0, isStopped: false };
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          seen.read += 1;
          if (seen.read > 3) controller.close();
          else controller.enqueue(Uint8Array.of(seen.read));
        },
        cancel() {
          seen.isStopped = true;
        },
      },
      { highWaterMark: 0 },
    );
    return { seen, answer: () => new Response(body, { headers: { etag: "a" } }) };
  }

  const makeRequest = (signal?: AbortSignal) =>
    new Request("http://tracker.test/file", {
      headers: { "x-client-network": "a client" },
      ...(signal ? { signal } : {}),
    });

  test("is not held in memory, and is whole for its reader", async () => {
    const { seen, answer } = makeBody();
    const response = await queueHeavy(makeRequest(), answer, true);
    expect(seen.read).toBe(1);
    expect(response.headers.get("etag")).toBe("a");
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
    const other = makeBody();
    await queueHeavy(makeRequest(), other.answer);
    expect(other.seen.read).toBe(4);
  });

  test("keeps its turn until its work has stopped, also where the client has left", async () => {
    const steps: string[] = [];
    const client = new AbortController();
    let isAtWork = () => {};
    const atWork = new Promise<void>((resolve) => {
      isAtWork = resolve;
    });
    const source = {
      pull: () => {
        isAtWork();
        return new Promise<void>(() => {});
      },
      async cancel() {
        await new Promise((resolve) => setTimeout(resolve, 20));
        steps.push("the work of the first has stopped");
      },
    };
    const body = new ReadableStream<Uint8Array>(source, { highWaterMark: 0 });
    const first = queueHeavy(makeRequest(client.signal), () => new Response(body), true);
    const second = queueHeavy(makeRequest(), () => {
      steps.push("the second starts");
      return new Response("");
    });
    await atWork;
    client.abort(new Error("the client left"));
    await Promise.allSettled([first, second]);
    expect(steps).toEqual(["the work of the first has stopped", "the second starts"]);
  });

  test("stops when its reader does or the client leaves, and does not end as if it were complete", async () => {
    const stopped = makeBody();
    const response = await queueHeavy(makeRequest(), stopped.answer, true);
    await response.body?.cancel();
    expect(stopped.seen.isStopped).toBe(true);
    const left = makeBody();
    const client = new AbortController();
    const unread = await queueHeavy(makeRequest(client.signal), left.answer, true);
    client.abort(new Error("the client left"));
    expect(left.seen.isStopped).toBe(true);
    await expect(unread.arrayBuffer()).rejects.toThrow("the client left");
  });
});
