import { afterAll, beforeAll, expect, test } from "vitest";
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
  const { watchRevision } = await import("../../lib/server/revision-watch");
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
