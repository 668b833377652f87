import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ZoneFieldKey } from "../../lib/catalogue/fields";
import type { WriteResult } from "../../lib/server/ledger-types";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const BY = { author: "tester", purpose: "a test" };

const ledger = () => import("../../lib/server/ledger");

async function shown(field: ZoneFieldKey, slug = "rashakai-sez") {
  const { registryAt } = await import("../../lib/server/store");
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.message);
  const zone = answer.view.registry.zones.find((item) => item.slug === slug);
  if (!zone) throw new Error(`${slug} is not in the registry`);
  return zone.fields[field];
}

async function count(table: "revision" | "claim" | "decision"): Promise<number> {
  const [row] = await sql(database.url, `SELECT count(*)::int AS n FROM ${table}`);
  return Number(row?.n);
}

function done(result: WriteResult) {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

describe("recording", () => {
  test("a claim is one revision with its publication, and shows at once", async () => {
    const { recordClaims } = await ledger();
    const before = await count("decision");
    const claim = newClaim();
    const { recorded, version } = done(await recordClaims([claim], BY));
    expect(recorded).toBe(1);
    expect(await count("decision")).toBe(before + 1);
    const resolution = await shown("electricity");
    expect(resolution.value).toBe("available");
    expect(resolution.evidence?.claim.id).toBe(claim.id);
    expect(resolution.evidence?.claim.revision).toBe(version);
  });

  test("the zone's columns follow in the same transaction", async () => {
    const { recordClaims } = await ledger();
    const { version } = done(
      await recordClaims([newClaim({ field: "water", value: "partial" })], BY),
    );
    const [row] = await sql(
      database.url,
      "SELECT water, projected_revision FROM zone WHERE slug = 'rashakai-sez'",
    );
    expect(row).toEqual({ water: "partial", projected_revision: version });
  });

  test("sent twice, it is recorded once and makes no revision", async () => {
    const { recordClaims } = await ledger();
    const claim = newClaim();
    const first = done(await recordClaims([claim], BY));
    const again = done(await recordClaims([claim], BY));
    expect(again).toEqual({ ok: true, recorded: 0, version: first.version });
  });

  test("an id that stands for another claim is refused, and nothing of the write is kept", async () => {
    const { recordClaims } = await ledger();
    const claim = newClaim();
    done(await recordClaims([claim], BY));
    const before = await count("claim");
    const result = await recordClaims([newClaim(), { ...claim, value: "none" }], BY);
    expect(result).toMatchObject({ ok: false, code: "claim-id-reused", faults: [{ index: 1 }] });
    expect(await count("claim")).toBe(before);
  });

  test.each([
    [{ field: "electricity", value: "plenty" }, "value"],
    [{ field: "powerNeededMw", value: -1 }, "value"],
    [{ field: "jobs", value: 1.5 }, "value"],
    [{ asOf: "2026-02-30" }, "asOf"],
    [{ asOf: "2999-01-01" }, "asOf"],
    [{ zone: "atlantis" }, "zone"],
    [{ sourceId: "nobody" }, "sourceId"],
    [{ tenancy: "hattar-sez--optotec", field: "tenancyStage", value: "mou" }, "tenancy"],
    [{ field: "tenancyStage", value: "mou" }, "field"],
    [{ id: "not-a-uuid" }, "id"],
    [{ note: " " }, "note"],
  ] as const)("%o is refused at %s", async (part, at) => {
    const { recordClaims } = await ledger();
    const before = await count("revision");
    const result = await recordClaims([newClaim(part)], BY);
    expect(result).toMatchObject({ ok: false, code: "invalid", faults: [{ index: 0, part: at }] });
    expect(await count("revision")).toBe(before);
  });

  test("a claim over what does not show any more is a conflict that names what does", async () => {
    const { recordClaims } = await ledger();
    const seen = (await shown("gas")).evidence?.claim.id ?? null;
    const mine = newClaim({ field: "gas", value: "available", basedOn: seen });
    done(await recordClaims([mine], BY));
    const late = newClaim({ field: "gas", value: "none", basedOn: seen });
    expect(await recordClaims([late], BY)).toMatchObject({
      ok: false,
      code: "conflict",
      conflicts: [
        { index: 0, current: { id: mine.id, value: "available" }, yours: { id: late.id } },
      ],
    });
    done(await recordClaims([{ ...late, basedOn: mine.id }], BY));
  });

  test("“I saw unknown” holds only while unknown shows", async () => {
    const { recordClaims } = await ledger();
    const first = newClaim({ field: "customsOffice", value: "planned", basedOn: null });
    done(await recordClaims([first], BY));
    const second = newClaim({ field: "customsOffice", value: "none", basedOn: null });
    expect(await recordClaims([second], BY)).toMatchObject({ ok: false, code: "conflict" });
  });
});

describe("judging", () => {
  test("a retracted claim shows no more, and can be published again", async () => {
    const { decide, recordClaims } = await ledger();
    const before = await shown("sewerage");
    const claim = newClaim({ field: "sewerage", value: "none" });
    done(await recordClaims([claim], BY));
    expect((await shown("sewerage")).value).toBe("none");
    done(await decide([{ claimId: claim.id, kind: "retracted", reason: "Wrong zone." }], BY));
    const after = await shown("sewerage");
    expect(after.value).toBe(before.value);
    expect(after.rivals.some(({ evidence }) => evidence.claim.id === claim.id)).toBe(false);
    done(await decide([{ claimId: claim.id, kind: "published", reason: null }], BY));
    expect((await shown("sewerage")).value).toBe("none");
  });

  test("a judgement that holds already is not written again; one without its reason is refused", async () => {
    const { decide, recordClaims } = await ledger();
    const claim = newClaim();
    done(await recordClaims([claim], BY));
    const judgement = { claimId: claim.id, kind: "deprecated", reason: "Hearsay." } as const;
    const { version } = done(await decide([judgement], BY));
    expect(await decide([judgement], BY)).toEqual({ ok: true, recorded: 0, version });
    expect(await decide([{ ...judgement, kind: "retracted", reason: " " }], BY)).toMatchObject({
      code: "invalid",
      faults: [{ part: "reason" }],
    });
    expect(await decide([{ ...judgement, claimId: randomUUID() }], BY)).toMatchObject({
      code: "invalid",
      faults: [{ part: "claimId" }],
    });
  });
});

test("50 writers in five processes: each claim once, revisions without a gap, instants in their order", async () => {
  const before = await count("revision");
  const ids = Array.from({ length: 50 }, () => randomUUID());
  // Every claim is sent by two processes.
  const exits = await Promise.all(
    [0, 1, 2, 3, 4].map((i) => {
      const own = ids.slice(i * 10, i * 10 + 10);
      const next = ids.slice(((i + 1) % 5) * 10, ((i + 1) % 5) * 10 + 10);
      return runTypeScript("tests/support/write-claims.ts", {
        args: [...own, ...next],
        env: { DATABASE_URL: database.url, LOG_LEVEL: "error", BASE_URL: "" },
      });
    }),
  );
  expect(exits).toEqual([0, 0, 0, 0, 0]);
  const revisions = await sql(
    database.url,
    `SELECT id, recorded_at FROM revision WHERE id > ${before} ORDER BY id`,
  );
  expect(revisions.map(({ id }) => id)).toEqual(
    Array.from({ length: 50 }, (_, i) => before + i + 1),
  );
  const instants = revisions.map(({ recorded_at: at }) => Number(at));
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
  const recorded = await sql(database.url, `SELECT id FROM claim WHERE revision_id > ${before}`);
  expect(recorded.map(({ id }) => id).sort()).toEqual([...ids].sort());
});

test("after all this the columns still agree with the claims", async () => {
  const { columnDifferences } = await import("../../lib/server/verify");
  expect(await columnDifferences()).toEqual([]);
  await sql(database.url, "UPDATE zone SET electricity = 'none' WHERE slug = 'rashakai-sez'");
  expect(await columnDifferences()).toEqual([
    expect.stringContaining('rashakai-sez electricity: the table has "none"'),
  ]);
});
