import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";
import { testDatabase } from "../support/test-database";

vi.mock("../../lib/server/database/limits", async (importActual) => ({
  ...(await importActual<typeof import("../../lib/server/database/limits")>()),
  STATEMENT_MS: 1_000,
}));

const database = testDatabase("seeded");
let proxy: TcpProxy;

beforeAll(async () => {
  proxy = await startTcpProxy(database.url);
  process.env.DATABASE_URL = proxy.url;
});

afterAll(() => proxy.close());

test("a database that freezes while everything is read ends the read and its connection; the next one reads it", async () => {
  const { loadFacts, NO_FACTS } = await import("../../lib/server/registry/load-facts");
  const { pool } = await import("../../lib/server/database/db");
  const frozen = loadFacts(NO_FACTS, { onProgress: () => proxy.freeze() });
  await expect(frozen).rejects.toThrow(/timeout/i);
  expect(pool().totalCount).toBe(0);
  proxy.thaw();
  const facts = await loadFacts(NO_FACTS);
  expect(facts.claims.length).toBeGreaterThan(1_000);
});
