import http from "node:http";
import { afterEach, expect, test } from "vitest";
import { waitUntilReady } from "../../../scripts/lib/server-process.mjs";

let server: http.Server | null = null;
afterEach(() => server?.close());

/** A server that gives these answers about its health one after the other, and the last one again and again. */
async function serveHealth(...answers: readonly { status: string; database: string }[]) {
  let asked = 0;
  const made = http.createServer((_, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    response.statusCode = answer?.status === "ready" ? 200 : 503;
    response.end(JSON.stringify(answer));
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const address = made.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

/** Waits for a server. @returns is it ready, and how often did it say that it loads? */
async function wait(address: string) {
  const signal = AbortSignal.timeout(1_000);
  let loading = 0;
  const isReady = await waitUntilReady(address, {
    ...{ signal, isOver: () => signal.aborted },
    onLoading: () => {
      loading += 1;
    },
  });
  return { isReady, loading };
}

const LOADING = { status: "loading", database: "up" };

test("the launcher waits longer each time that the server says that it loads the registry", async () => {
  const address = await serveHealth(LOADING, LOADING, { status: "ready", database: "up" });
  expect(await wait(address)).toEqual({ isReady: true, loading: 2 });
});

test.each([
  { status: "failed", database: "up" },
  { status: "loading", database: "away" },
])(
  "the launcher does not wait longer for a server that is $status with a database that is $database",
  async (answer) => {
    expect(await wait(await serveHealth(LOADING, answer))).toEqual({ isReady: false, loading: 1 });
  },
);
