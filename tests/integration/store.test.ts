import { describe, expect, test } from "vitest";
import { readGolden } from "../support/golden";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const BY = { author: "tester", purpose: "a test" };

const store = () => import("../../lib/server/store");

async function view(moment: Parameters<Awaited<ReturnType<typeof store>>["registryAt"]>[0] = {}) {
  const answer = await (await store()).registryAt(moment);
  if ("problem" in answer) throw new Error(answer.problem.message);
  return answer.view;
}

describe("the registry at a moment", () => {
  test("holds the zones of that day", async () => {
    const inRegistry = async (asOf: string) => (await view({ asOf })).rows.length;
    const golden = readGolden();
    for (const [day, { zones }] of Object.entries(golden)) {
      expect(await inRegistry(day), day).toBe(Object.keys(zones).length);
    }
    expect(await inRegistry("2011-01-01")).toBe(0);
  });

  test("knows nothing before the first revision", async () => {
    expect((await view({ knownOn: "r0" })).rows).toEqual([]);
    expect((await view({ knownOn: "2026-11-23" })).rows).toEqual([]);
    expect((await view({ knownOn: "2026-11-24" })).rows).not.toEqual([]);
    expect((await view({ knownOn: "2026-11-23T18:59:59Z" })).revision).toBe(0);
    expect((await view({ knownOn: "2026-11-23T19:00:00Z" })).revision).toBe(1);
  });

  test("refuses a day in the future and a version that does not exist", async () => {
    const { registryAt } = await store();
    for (const moment of [{ asOf: "2999-01-01" }, { knownOn: "r999" }, { minVersion: 999 }]) {
      const answer = await registryAt(moment);
      expect("problem" in answer && answer.problem).toMatchObject({
        param: Object.keys(moment)[0],
        message: expect.stringMatching(/future|no such version/),
      });
    }
  });

  test("is the same object while nothing changes, and another after a write", async () => {
    const before = await view();
    expect(await view()).toBe(before);
    const { recordClaims } = await import("../../lib/server/ledger");
    await recordClaims([newClaim()], BY);
    const after = await view();
    expect(after.version).toBe(before.version + 1);
    expect(after.current).toBe(true);
    const pinned = await view({ asOf: before.asOf, knownOn: `r${before.revision}` });
    expect(pinned.rows).toEqual(before.rows);
    expect(pinned.current).toBe(false);
  });
});

describe("what another instance writes", () => {
  /** As another process would: a whole write of its own, by SQL. */
  const elsewhere = (id: number) =>
    sql(
      database.url,
      `INSERT INTO revision VALUES (${id}, now(), 'elsewhere', 'a test');
       INSERT INTO claim (id, revision_id, zone_slug, field, value, as_of, source_id, origin, confidence)
       VALUES (gen_random_uuid(), ${id}, 'hattar-sez', 'jobs', '${id}', '2026-11-01', 'pid-2026-01-16', 'official', 'high');
       INSERT INTO decision (revision_id, claim_id, kind)
       SELECT ${id}, id, 'published' FROM claim WHERE revision_id = ${id};
       SELECT pg_notify('cpec_sez_tracker_version', '${id}')`,
    );

  test("is shown within a second of its notice", async () => {
    const { version } = await view();
    const { registryStore } = await store();
    await expect.poll(() => registryStore().listening).toBe(true);
    const heard = new Promise<number>((resolve) => {
      registryStore().follow({ version: resolve, listening: () => {} });
    });
    await elsewhere(version + 1);
    expect(await heard).toBe(version + 1);
    const hattar = (await view()).registry.zones.find(({ slug }) => slug === "hattar-sez");
    expect(hattar?.values.jobs).toBe(version + 1);
  });

  test("is waited for by minVersion, heard of or not", async () => {
    const { version } = await view();
    await elsewhere(version + 1);
    expect((await view({ minVersion: version + 1 })).version).toBe(version + 1);
  });

  test("is found after the connection for notices was lost", async () => {
    const { version } = await view();
    await sql(
      database.adminUrl,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '%listen' AND datname = current_database()",
    );
    await elsewhere(version + 1);
    await expect.poll(async () => (await view()).version, { timeout: 5000 }).toBe(version + 1);
  });
});
