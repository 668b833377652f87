import { describe, expect, test } from "vitest";
import { readGolden } from "../support/golden";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const BY = { author: "tester", purpose: "a test" };

const store = () => import("../../lib/server/registry/store");

const moments = () => import("../../lib/server/registry/registry-at");

async function view(moment: Parameters<Awaited<ReturnType<typeof moments>>["registryAt"]>[0] = {}) {
  const answer = await (await moments()).registryAt(moment);
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  return answer.view;
}

describe("the registry at a moment", () => {
  test("has the zones of that day", async () => {
    const countZones = async (asOf: string) => (await view({ asOf })).rows.length;
    const golden = readGolden();
    for (const [day, { zones }] of Object.entries(golden)) {
      expect(await countZones(day), day).toBe(Object.keys(zones).length);
    }
    expect(await countZones("2011-01-01")).toBe(0);
  });

  test("is empty before the first revision", async () => {
    expect((await view({ knownOn: "r0" })).rows).toEqual([]);
    expect((await view({ knownOn: "2026-11-23" })).rows).toEqual([]);
    expect((await view({ knownOn: "2026-11-24" })).rows).not.toEqual([]);
    expect((await view({ knownOn: "2026-11-23T18:59:59Z" })).revision).toBe(0);
    expect((await view({ knownOn: "2026-11-23T19:00:00Z" })).revision).toBe(1);
  });

  test("rejects a day in the future and a revision that does not exist", async () => {
    const { registryAt } = await moments();
    for (const moment of [{ asOf: "2999-01-01" }, { knownOn: "r999" }]) {
      const answer = await registryAt(moment);
      expect("problem" in answer && answer.problem).toMatchObject({
        param: Object.keys(moment)[0],
        reason: { code: expect.stringMatching(/^(future-day|no-revision)$/) },
      });
    }
  });

  test("is the same object until a write", async () => {
    const before = await view();
    expect(await view()).toBe(before);
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    await writeLedger({ ...BY, claims: [newClaim()] });
    const after = await view();
    expect(after.latestRevision).toBe(before.latestRevision + 1);
    expect(after.current).toBe(true);
    const pinned = await view({ asOf: before.asOf, knownOn: `r${before.revision}` });
    expect(pinned.rows).toEqual(before.rows);
    expect(pinned.current).toBe(false);
  });
});

describe("a write of another instance", () => {
  /** Writes like another process, by SQL. */
  const writeElsewhere = (id: number) =>
    sql(
      database.url,
      `INSERT INTO revision VALUES (${id}, now(), 'elsewhere', 'a test');
       INSERT INTO claim (id, revision_id, zone_slug, field, value, as_of, source_id, origin, confidence)
       VALUES (gen_random_uuid(), ${id}, 'hattar-sez', 'jobs', '${id}', '2026-11-01', 'pid-2026-01-16', 'official', 'high');
       INSERT INTO decision (revision_id, claim_id, kind)
       SELECT ${id}, id, 'published' FROM claim WHERE revision_id = ${id};
       SELECT pg_notify('cpec_sez_tracker_version', '${id}')`,
    );

  test("is shown after its notification", async () => {
    const { latestRevision } = await view();
    const { registryStore } = await store();
    await expect.poll(() => registryStore().listening).toBe(true);
    const noticed = new Promise<number>((resolve) => {
      registryStore().follow({ revision: (state) => resolve(state.revision), listening: () => {} });
    });
    await writeElsewhere(latestRevision + 1);
    expect(await noticed).toBe(latestRevision + 1);
    const hattar = (await view()).registry.zones.find(({ slug }) => slug === "hattar-sez");
    expect(hattar?.values.jobs).toBe(latestRevision + 1);
  });

  test("is read by who names its revision, with or without a notification", async () => {
    const { latestRevision } = await view();
    await writeElsewhere(latestRevision + 1);
    const { revision, current } = await view({ knownOn: `r${latestRevision + 1}` });
    expect({ revision, current }).toEqual({ revision: latestRevision + 1, current: true });
  });

  test("is found after the connection for notifications was lost", async () => {
    const { latestRevision } = await view();
    await sql(
      database.adminUrl,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '%listen' AND datname = current_database()",
    );
    await writeElsewhere(latestRevision + 1);
    await expect
      .poll(async () => (await view()).latestRevision, { timeout: 5000 })
      .toBe(latestRevision + 1);
  });
});
