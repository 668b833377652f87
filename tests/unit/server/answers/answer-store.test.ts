import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { AnswerStore, type Made } from "@/lib/server/http/answers/answer-store";
import { KeptAnswer } from "@/lib/server/http/answers/kept-answer";

const DAY = "2026-11-26";
const answerOf = (bytes: number) =>
  new KeptAnswer({ "content-type": "application/json" }, Buffer.alloc(bytes, "a"));
const asking = { acceptEncoding: undefined, ifNoneMatch: undefined, makeNonce: () => "" };

async function fill(store: AnswerStore, key: string, made: Made): Promise<void> {
  store.expect(key, Promise.resolve(made));
  await store.findPending(key);
}

test("an answer is kept until the registry or the day is another one", async () => {
  const store = new AnswerStore(1e6);
  const state = {};
  for (const [nextState, nextDay] of [
    [{}, DAY],
    [state, "2026-11-27"],
  ] as const) {
    store.turnTo(state, DAY);
    const answer = answerOf(10);
    await fill(store, "/", answer);
    store.turnTo(state, DAY);
    expect(store.find("/")).toBe(answer);
    store.turnTo(nextState, nextDay);
    expect(store.find("/")).toBeUndefined();
    expect(store.size).toBe(0);
  }
});

test("an answer that was begun before another state is not kept", async () => {
  const store = new AnswerStore(1e6);
  store.turnTo({}, DAY);
  let finish: (made: Made) => void = () => {};
  const making = new Promise<Made>((resolve) => {
    finish = resolve;
  });
  store.expect("/", making);
  store.turnTo({}, DAY);
  expect(store.findPending("/")).toBeUndefined();
  finish(answerOf(10));
  await making;
  expect(store.find("/")).toBeUndefined();
});

test("the answer that was asked for longest ago makes room", async () => {
  const store = new AnswerStore(3 * 10_000);
  store.turnTo({}, DAY);
  for (const key of ["a", "b"]) await fill(store, key, answerOf(9_000));
  store.find("a");
  await fill(store, "c", answerOf(9_000));
  expect(["a", "b", "c"].map((key) => store.find(key) instanceof KeptAnswer)).toEqual([
    true,
    false,
    true,
  ]);
  expect(store.size).toBeLessThan(store.maxBytes);
});

test("each further encoding counts", async () => {
  const store = new AnswerStore(1e6);
  store.turnTo({}, DAY);
  const answer = answerOf(9_000);
  await fill(store, "a", answer);
  const before = store.size;
  await answer.answer({ ...asking, acceptEncoding: "gzip" });
  await answer.answer({ ...asking, acceptEncoding: "gzip" });
  const after = store.size;
  expect(after).toBeGreaterThan(before);
  await answer.answer({ ...asking, acceptEncoding: "br" });
  expect(store.size).toBeGreaterThan(after);
});

test("an answer that failed, or whose reader left, says nothing of the next one", async () => {
  const store = new AnswerStore(1e6);
  store.turnTo({}, DAY);
  for (const made of ["failed", "left", "unkept"] as const) await fill(store, made, made);
  expect(["failed", "left", "unkept"].map((key) => store.find(key))).toEqual([
    undefined,
    undefined,
    "unkept",
  ]);
});

test("a client that has the answer gets 304 without a body", async () => {
  const answer = new KeptAnswer(
    { etag: 'W/"a"', "content-type": "text/csv", "content-disposition": "attachment", vary: "rsc" },
    Buffer.from("a"),
  );
  const sent = await answer.answer({ ...asking, ifNoneMatch: '"b", "a"' });
  const tag = ["etag", 'W/"a"'];
  const headers = [...tag, "vary", "rsc, Accept-Encoding", "accept-ranges", "bytes"];
  expect(sent).toEqual({ status: 304, headers, body: Buffer.alloc(0) });
  expect((await answer.answer({ ...asking, ifNoneMatch: '"b"' })).status).toBe(200);
});

test.each(["identity", "gzip"])(
  "each client gets a page as %s with a nonce of its own",
  async (as) => {
    const nonce = "AAAAAAAAAAAAAAAAAAAAAA==";
    const headers = {
      "content-type": "text/html",
      "content-security-policy": `script-src 'nonce-${nonce}'`,
    };
    const body = `<script nonce="${nonce}">"\0é"</script>`.repeat(40);
    const page = new KeptAnswer(headers, Buffer.from(body));
    for (const own of ["B".repeat(24), "q83vEjRWeJCrze8SNFZ4kA=="]) {
      const sent = await page.answer({ ...asking, acceptEncoding: as, makeNonce: () => own });
      expect(sent.headers).toContain(`script-src 'nonce-${own}'`);
      const read = as === "gzip" ? gunzipSync(sent.body) : sent.body;
      expect(read.toString()).toBe(body.replaceAll(nonce, own));
    }
  },
);

test("all who ask for the same file get the same bytes", async () => {
  const answer = answerOf(9_000);
  for (const acceptEncoding of ["br", "gzip", undefined]) {
    const first = await answer.answer({ ...asking, acceptEncoding });
    expect((await answer.answer({ ...asking, acceptEncoding })).body).toBe(first.body);
  }
});

test("an answer whose making fails does not hold up its address", async () => {
  const store = new AnswerStore(1e6);
  store.turnTo({}, DAY);
  const making = Promise.reject(new Error("broken"));
  store.expect("/", making);
  await making.catch(() => null);
  await Promise.resolve();
  expect(store.findPending("/")).toBeUndefined();
});
