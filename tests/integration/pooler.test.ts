import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

let proxy: TcpProxy;
beforeAll(async () => {
  proxy = await startTcpProxy(database.url, { dropNotifications: true });
  process.env.DATABASE_URL = proxy.url;
});
afterAll(() => proxy.close());

test("an address that does not pass on notifications is detected at the first connection", async () => {
  const { watchRevision } = await import("../../lib/server/registry/revision-watch");
  const deaf = await new Promise<boolean>((resolve) => {
    const watch = watchRevision({
      onLast: () => {},
      onListening: () => {},
      onDeaf: () => {
        resolve(true);
        void watch.stop();
      },
    });
  });
  expect(deaf).toBe(true);
}, 30_000);

test("it is detected also where the first notification could not be sent", async () => {
  const { pool } = await import("../../lib/server/database/db");
  const query = vi.spyOn(pool(), "query").mockImplementationOnce(() => {
    throw new Error("timeout exceeded when trying to connect");
  });
  const { watchRevision } = await import("../../lib/server/registry/revision-watch");
  await new Promise<void>((resolve) => {
    const watch = watchRevision({
      onLast: () => {},
      onListening: () => {},
      onDeaf: () => {
        resolve();
        void watch.stop();
      },
    });
  });
  expect(query).toHaveBeenCalledTimes(2);
}, 30_000);
