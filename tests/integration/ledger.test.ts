import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ZoneFieldKey } from "../../lib/catalogue/fields";
import type { NewClaim, NewDecision, WriteResult } from "../../lib/server/ledger/types";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { requireWritten } from "../support/write-result";

const database = testDatabase("seeded");
const BY = { author: "tester", purpose: "a test" };

async function record(claims: readonly NewClaim[]): Promise<WriteResult> {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  return writeLedger({ ...BY, claims });
}

async function decide(decisions: readonly NewDecision[]): Promise<WriteResult> {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  return writeLedger({ ...BY, decisions });
}

async function getShown(field: ZoneFieldKey, slug = "rashakai-sez") {
  const { registryAt } = await import("../../lib/server/registry/registry-at");
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  const zone = answer.view.registry.zones.find((item) => item.slug === slug);
  if (!zone) throw new Error(`${slug} is not in the registry.`);
  return zone.fields[field];
}

async function count(table: "revision" | "claim" | "decision"): Promise<number> {
  const [row] = await sql(database.url, `SELECT count(*)::int AS n FROM ${table}`);
  return Number(row?.n);
}

describe("recording", () => {
  test("a claim is one revision with its publication and is displayed at once", async () => {
    const before = await count("decision");
    const claim = newClaim();
    const { recorded, revision } = requireWritten(await record([claim]));
    expect(recorded).toBe(1);
    expect(await count("decision")).toBe(before + 1);
    const resolution = await getShown("electricity");
    expect(resolution.value).toBe("available");
    expect(resolution.evidence?.claim.id).toBe(claim.id);
    expect(resolution.evidence?.claim.revision).toBe(revision);
  });

  test("the zone's columns change in the same transaction", async () => {
    const { revision } = requireWritten(
      await record([newClaim({ field: "water", value: "partial" })]),
    );
    const [row] = await sql(
      database.url,
      "SELECT water, projected_revision FROM zone WHERE slug = 'rashakai-sez'",
    );
    expect(row).toEqual({ water: "partial", projected_revision: revision });
  });

  test("a claim sent twice is recorded once, in one revision", async () => {
    const claim = newClaim();
    const first = requireWritten(await record([claim]));
    const again = requireWritten(await record([claim]));
    expect(again).toEqual({ ok: true, recorded: 0, revision: first.revision });
  });

  test("a write with the id of another claim is rejected as a whole", async () => {
    const claim = newClaim();
    requireWritten(await record([claim]));
    const before = await count("claim");
    const result = await record([newClaim(), { ...claim, value: "absent" }]);
    expect(result).toMatchObject({ ok: false, code: "claim-id-reused", issues: [{ index: 1 }] });
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
  ] as const)("%o is rejected at %s", async (part, param) => {
    const before = await count("revision");
    const result = await record([newClaim(part)]);
    expect(result).toMatchObject({ ok: false, code: "invalid", issues: [{ index: 0, param }] });
    expect(await count("revision")).toBe(before);
  });

  test("a claim based on a value that is no longer displayed is a conflict", async () => {
    const seen = (await getShown("gas")).evidence?.claim.id ?? null;
    const mine = newClaim({ field: "gas", value: "available", basedOn: seen });
    requireWritten(await record([mine]));
    const late = newClaim({ field: "gas", value: "absent", basedOn: seen });
    expect(await record([late])).toMatchObject({
      ok: false,
      code: "conflict",
      conflicts: [
        { index: 0, current: { id: mine.id, value: "available" }, yours: { id: late.id } },
      ],
    });
    requireWritten(await record([{ ...late, basedOn: mine.id }]));
  });

  test("a claim based on unknown is a conflict once a value is displayed", async () => {
    const first = newClaim({ field: "customsOffice", value: "planned", basedOn: null });
    requireWritten(await record([first]));
    const second = newClaim({ field: "customsOffice", value: "absent", basedOn: null });
    expect(await record([second])).toMatchObject({ ok: false, code: "conflict" });
  });
});

describe("decisions", () => {
  test("a withdrawn claim is not displayed until it is published again", async () => {
    const before = await getShown("sewerage");
    const claim = newClaim({ field: "sewerage", value: "absent" });
    requireWritten(await record([claim]));
    expect((await getShown("sewerage")).value).toBe("absent");
    requireWritten(await decide([{ claimId: claim.id, kind: "retracted", reason: "Wrong zone." }]));
    const after = await getShown("sewerage");
    expect(after.value).toBe(before.value);
    expect(after.rivals.some(({ evidence }) => evidence.claim.id === claim.id)).toBe(false);
    requireWritten(await decide([{ claimId: claim.id, kind: "published", reason: null }]));
    expect((await getShown("sewerage")).value).toBe("absent");
  });

  test("a decision that is valid already is not recorded again", async () => {
    const claim = newClaim();
    requireWritten(await record([claim]));
    const decision = { claimId: claim.id, kind: "deprecated", reason: "Hearsay." } as const;
    const { revision } = requireWritten(await decide([decision]));
    expect(await decide([decision])).toEqual({ ok: true, recorded: 0, revision });
  });

  test("a decision without a reason or on an unknown claim is rejected", async () => {
    const claim = newClaim();
    requireWritten(await record([claim]));
    const decision = { claimId: claim.id, kind: "deprecated", reason: "Hearsay." } as const;
    expect(await decide([{ ...decision, kind: "retracted", reason: " " }])).toMatchObject({
      code: "invalid",
      issues: [{ param: "reason" }],
    });
    expect(await decide([{ ...decision, claimId: randomUUID() }])).toMatchObject({
      code: "invalid",
      issues: [{ param: "claimId" }],
    });
  });

  test("publish a claim of the same write again only with a reason", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const claim = newClaim({ field: "gas", value: "available" });
    const publishAgain = (reason: string | null) =>
      writeLedger({
        ...BY,
        claims: [claim],
        decisions: [
          { claimId: claim.id, kind: "deprecated", reason: "A plan" },
          { claimId: claim.id, kind: "published", reason },
        ],
      });
    expect(await publishAgain(null)).toMatchObject({
      code: "invalid",
      issues: [{ index: 1, param: "reason" }],
    });
    requireWritten(await publishAgain("It was built"));
    expect((await getShown("gas")).evidence?.claim.id).toBe(claim.id);
  });
});

test("50 writers in 5 processes record each claim once, in revisions without gaps", async () => {
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

test("the columns agree with the claims after all writes", async () => {
  const { listColumnDifferences } = await import("../../lib/server/ledger/projection");
  expect(await listColumnDifferences()).toEqual([]);
  await sql(database.url, "UPDATE zone SET electricity = 'absent' WHERE slug = 'rashakai-sez'");
  expect(await listColumnDifferences()).toEqual([
    expect.stringContaining('rashakai-sez electricity: the table has "absent"'),
  ]);
});
