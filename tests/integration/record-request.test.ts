import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { SourceRequest } from "@/lib/contract/write-request";
import { requests, sent, writer } from "../support/desk";
import type { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

const newSource = (part: Partial<z.output<typeof SourceRequest>> = {}) => ({
  id: `a-source-${randomUUID()}`,
  title: "A new source",
  publisher: "A paper",
  url: "https://example.org/a",
  publishedOn: "2026-11",
  kind: "news" as const,
  ...part,
});

const step = (part: Parameters<typeof newClaim>[0] = {}) =>
  sent({
    zone: "dhabeji-sez",
    field: "status",
    value: "operational",
    origin: "official",
    ...part,
  });

const WORDS = { text: "Six firms produce.", lang: "en" };

describe("recording for a person", () => {
  test("requires the evidence for a step", async () => {
    const { recordRequest } = await requests();
    const by = writer("analyst");
    const bare = step({ note: null, asOf: null, quotation: null });
    expect(await recordRequest({ claims: [bare] }, by)).toMatchObject({
      ok: false,
      code: "invalid",
      issues: ["asOf", "quotation", "gateConfirmed", "origin"].map((param) => ({
        index: 0,
        param,
      })),
    });
    const full = { ...step(), quotation: WORDS, gateConfirmed: true };
    const producing = sent({ zone: "dhabeji-sez", field: "enterprisesProducing", value: 4 });
    expect(await recordRequest({ claims: [producing, full] }, by)).toMatchObject({
      issues: [{ index: 1, param: "origin" }],
    });
    const enough = { ...producing, value: 6 };
    expect(await recordRequest({ claims: [enough, full] }, by)).toMatchObject({
      ok: true,
      recorded: 2,
    });
  });

  test.each([
    ["legalStatus", "denotified", ["asOf", "sourceId", "quotation", "gateConfirmed"]],
    ["status", "cancelled", ["asOf", "sourceId", "quotation", "gateConfirmed"]],
    ["electricity", null, ["asOf", "sourceId", "quotation"]],
  ] as const)("requires the evidence for %s %s", async (field, value, parts) => {
    const { recordRequest } = await requests();
    const by = writer("analyst");
    const zone = "rashakai-sez";
    const source = newSource({ url: null });
    const bare = sent({ zone, field, value, asOf: null, quotation: null, sourceId: source.id });
    expect(await recordRequest({ claims: [bare], sources: [source] }, by)).toMatchObject({
      code: "invalid",
      issues: parts.map((param) => ({ index: 0, param })),
    });
    const full = {
      ...bare,
      asOf: "2026-11",
      quotation: WORDS,
      locator: "p. 2",
      gateConfirmed: true,
    };
    expect(await recordRequest({ claims: [full], sources: [source] }, by)).toMatchObject({
      ok: true,
    });
  });

  test("asks for a day where the source has none, or where a report with a day is displayed", async () => {
    const { recordRequest } = await requests();
    const by = writer("analyst");
    const zone = "hub-sez";
    const undated = sent({ zone, field: "water", value: "partial", asOf: null });
    const needsDay = { code: "invalid", issues: [{ index: 0, param: "asOf" }] };
    expect(await recordRequest({ claims: [undated] }, by)).toMatchObject(needsDay);
    const dated = { ...undated, asOf: "2026-10" };
    expect(await recordRequest({ claims: [dated] }, by)).toMatchObject({ recorded: 1 });
    const source = newSource();
    const later = sent({ zone, field: "water", asOf: null, sourceId: source.id });
    expect(await recordRequest({ claims: [later], sources: [source] }, by)).toMatchObject(needsDay);
    const older = newSource({ publishedOn: "2025" });
    const before = { ...later, sourceId: older.id };
    expect(await recordRequest({ claims: [before], sources: [older] }, by)).toMatchObject({
      ok: true,
    });
  });

  test("takes the former word of a value for the value, also where the ledger has it", async () => {
    const { recordRequest } = await requests();
    const claim = sent({ zone: "dhabeji-sez", field: "sewerage", value: "none" });
    expect(await recordRequest({ claims: [claim] }, writer("analyst"))).toMatchObject({
      recorded: 1,
    });
    const stored = () => sql(database.url, `SELECT value FROM claim WHERE id = '${claim.id}'`);
    expect(await stored()).toEqual([{ value: "absent" }]);

    await sql(
      database.ownerUrl,
      "ALTER TABLE claim DISABLE TRIGGER USER",
      `UPDATE claim SET value = '"none"' WHERE id = '${claim.id}'`,
      "ALTER TABLE claim ENABLE TRIGGER USER",
    );
    const { loadFacts, NO_FACTS } = await import("../../lib/server/registry/load-facts");
    const { claims } = await loadFacts(NO_FACTS);
    expect(claims.find(({ id }) => id === claim.id)?.value).toBe("absent");
    expect(await stored()).toEqual([{ value: "none" }]);
  });

  test("asks for a note on what contradicts another fact on the zone", async () => {
    const { recordRequest } = await requests();
    const by = writer("analyst");
    const zone = "bostan-sez";
    const admitted = sent({ zone, field: "enterprisesAdmitted", value: 5 });
    expect(await recordRequest({ claims: [admitted] }, by)).toMatchObject({ ok: true });
    const claim = sent({
      zone,
      field: "enterprisesProducing",
      value: 6,
      note: null,
      locator: "p. 2",
    });
    expect(await recordRequest({ claims: [claim] }, by)).toMatchObject({
      ok: false,
      code: "invalid",
      issues: [
        {
          index: 0,
          param: "note",
          message: expect.stringMatching(/^More firms are producing \(6\) than are admitted \(5\)/),
        },
      ],
    });
    const noted = { ...claim, note: "The report counts both." };
    expect(await recordRequest({ claims: [noted] }, by)).toMatchObject({ ok: true, recorded: 1 });
  });

  test("records and audits a new source with its claims in one revision", async () => {
    const { recordRequest } = await requests();
    const by = writer("analyst");
    const source = newSource();
    const claim = sent({ zone: "hub-sez", sourceId: source.id });
    const result = await recordRequest({ claims: [claim], sources: [source] }, by);
    expect(result).toMatchObject({ ok: true, recorded: 2 });
    const entries = await sql(
      database.url,
      `SELECT action, subject, actor_id, address FROM audit_entry
       WHERE revision_id = (SELECT revision_id FROM claim WHERE id = '${claim.id}') ORDER BY id`,
    );
    expect(entries).toEqual([
      { action: "source-added", subject: source.id, actor_id: by.person.id, address: "192.0.2.1" },
      {
        action: "claims-recorded",
        subject: "hub-sez",
        actor_id: by.person.id,
        address: "192.0.2.1",
      },
    ]);
  });

  test("rejects a claim on a day after its source was published, and keeps one recorded before", async () => {
    const { changeSourceRequest, recordRequest } = await requests();
    const by = writer("analyst");
    const source = newSource({ publishedOn: "2026-03" });
    const late = sent({ sourceId: source.id, asOf: "2026-04-01" });
    expect(await recordRequest({ claims: [late], sources: [source] }, by)).toMatchObject({
      ok: false,
      code: "invalid",
      issues: [
        {
          index: 0,
          param: "asOf",
          message:
            "The source is dated 2026-03 and cannot report on a later day; give a day up to that date.",
        },
      ],
    });
    const inTime = sent({ sourceId: source.id, asOf: "2026-03-31" });
    const target = sent({
      sourceId: source.id,
      asOf: "2026-04",
      field: "targetGas",
      value: "2030",
    });
    expect(await recordRequest({ claims: [inTime, target], sources: [source] }, by)).toMatchObject({
      ok: true,
      recorded: 3,
    });

    const redating = { id: randomUUID(), reason: "It is older.", publishedOn: "2026-02" };
    expect(await changeSourceRequest(source.id, redating, by)).toMatchObject({ ok: true });
    expect(await recordRequest({ claims: [inTime] }, by)).toMatchObject({ ok: true, recorded: 0 });
    expect(
      await recordRequest({ claims: [sent({ sourceId: source.id, asOf: "2026-03-31" })] }, by),
    ).toMatchObject({ ok: false, issues: [{ param: "asOf" }] });
    const { loadFacts, NO_FACTS } = await import("@/lib/server/registry/load-facts");
    const { listLateClaims } = await import("@/lib/evidence/late-claims");
    expect(listLateClaims(await loadFacts(NO_FACTS)).map(({ claim }) => claim.id)).toEqual([
      inTime.id,
    ]);
  });

  test.each([
    [{ field: "colour" }, "field"],
    [{ field: "electricity", value: "plenty" }, "value"],
    [{ sourceId: "nobody" }, "sourceId"],
  ])("%o is rejected at %s", async (part, param) => {
    const { recordRequest } = await requests();
    const claim = sent();
    expect(
      await recordRequest({ claims: [{ ...claim, ...part }] }, writer("analyst")),
    ).toMatchObject({
      code: "invalid",
      issues: [{ index: 0, param }],
    });
  });

  test.each([
    ["2999", "a source cannot be from the future"],
    ["2026-13", "a month or a day that exists"],
  ])("rejects a new source of %s", async (publishedOn, why) => {
    const { recordRequest } = await requests();
    const source = newSource({ publishedOn });
    const claims = [sent(), sent({ sourceId: source.id })];
    const message = expect.stringMatching(new RegExp(why, "i"));
    expect(await recordRequest({ claims, sources: [source] }, writer("analyst"))).toEqual({
      ok: false,
      code: "invalid",
      issues: [{ index: 1, param: "publishedOn", message }],
    });
  });

  test("rejects a new source that is sent twice", async () => {
    const { recordRequest } = await requests();
    const source = newSource();
    const claims = [sent({ sourceId: source.id })];
    const sources = [source, { ...source, title: "Again" }];
    expect(await recordRequest({ claims, sources }, writer("analyst"))).toMatchObject({
      code: "invalid",
      issues: [{ index: 0, param: "sourceId", message: expect.stringContaining("twice") }],
    });
  });

  test("rejects a new source with the id of another source", async () => {
    const { recordRequest } = await requests();
    const by = writer("analyst");
    const source = newSource();
    const first = { claims: [sent({ sourceId: source.id })], sources: [source] };
    expect(await recordRequest(first, by)).toMatchObject({ ok: true, recorded: 2 });
    const other = { ...source, title: "What somebody else wrote" };
    const claims = [sent({ sourceId: source.id })];
    expect(await recordRequest({ claims, sources: [other] }, by)).toMatchObject({
      code: "invalid",
      issues: [{ index: 0, param: "sourceId", message: expect.stringContaining(source.title) }],
    });
    // The same source can be sent again, in a repeated request or by another person.
    expect(await recordRequest(first, by)).toMatchObject({ ok: true, recorded: 0 });
    expect(await recordRequest({ claims, sources: [source] }, by)).toMatchObject({ recorded: 1 });
  });

  test("rejects a new source that no claim cites", async () => {
    const { recordRequest } = await requests();
    const request = { claims: [sent()], sources: [newSource()] };
    expect(await recordRequest(request, writer("analyst"))).toMatchObject({
      code: "invalid",
      issues: [{ param: "sourceId" }],
    });
  });
});

describe("deciding for a person", () => {
  async function recorded(by: ReturnType<typeof writer>) {
    const { recordRequest } = await requests();
    const claim = sent({ zone: "bostan-sez" });
    expect(await recordRequest({ claims: [claim] }, by)).toMatchObject({ ok: true });
    return claim.id;
  }

  test("allows an analyst to withdraw only their own claims", async () => {
    const { decideRequest } = await requests();
    const [mine, theirs] = [writer("analyst"), writer("analyst")];
    const [own, foreign] = [await recorded(mine), await recorded(theirs)];
    const retract = (claimId: string) => ({
      decisions: [{ claimId, decision: "retracted" as const, reason: "A mistake." }],
    });
    expect(await decideRequest(retract(foreign), mine)).toMatchObject({
      ok: false,
      code: "not-yours",
    });
    expect(await decideRequest(retract(own), mine)).toMatchObject({ ok: true, recorded: 1 });
    const seeded = await sql(database.url, "SELECT id FROM claim WHERE revision_id = 1 LIMIT 1");
    expect(await decideRequest(retract(String(seeded[0]?.id)), mine)).toMatchObject({
      code: "not-yours",
    });
  });

  test("allows only a reviewer to prefer a claim", async () => {
    const { decideRequest } = await requests();
    const by = writer("analyst");
    const claimId = await recorded(by);
    const prefer = {
      decisions: [{ claimId, decision: "preferred" as const, reason: "The best." }],
    };
    expect(await decideRequest(prefer, by)).toMatchObject({
      code: "not-yours",
      issues: [{ param: "decision" }],
    });
    expect(await decideRequest(prefer, writer("reviewer"))).toMatchObject({ ok: true });
  });
});

test("the columns agree with the claims after all writes", async () => {
  const { listColumnDifferences } = await import("@/lib/server/ledger/projection");
  expect(await listColumnDifferences()).toEqual([]);
});

test("a name of another zone is asked about, and what an analyst confirms waits for another person", async () => {
  const { recordRequest } = await requests();
  const claim = sent({ zone: "hub-sez", field: "name", value: "Rashakai SEZ" });
  expect(await recordRequest({ claims: [claim] }, writer("analyst"))).toMatchObject({
    code: "invalid",
    issues: [{ index: 0, param: "gateConfirmed", message: expect.stringContaining("Rashakai") }],
  });
  const confirmed = { ...claim, gateConfirmed: true };
  expect(await recordRequest({ claims: [confirmed] }, writer("analyst"))).toMatchObject({
    recorded: 0,
    submission: claim.id,
  });
  const district = sent({ zone: "hub-sez", field: "district", value: "Lahore" });
  expect(
    await recordRequest({ claims: [{ ...district, gateConfirmed: true }] }, writer("reviewer")),
  ).toMatchObject({ recorded: 1 });
});

test("the same fact twice in one save is recorded once, and two values of one source are asked about", async () => {
  const { recordRequest } = await requests();
  const by = writer("reviewer");
  const fact = { zone: "hub-sez", field: "jobs", value: 71, asOf: "2026-11-02" } as const;
  const twice = [sent(fact), sent({ ...fact, note: "On page 2 too." })];
  expect(await recordRequest({ claims: twice }, by)).toMatchObject({ ok: true, recorded: 1 });
  expect(await recordRequest({ claims: twice }, by)).toMatchObject({ ok: true, recorded: 0 });
  const two = [72, 73].map((value) => sent({ ...fact, value, asOf: "2026-11-03" }));
  expect(await recordRequest({ claims: two }, by)).toMatchObject({
    code: "invalid",
    issues: [
      { index: 0, param: "gateConfirmed" },
      { index: 1, param: "gateConfirmed" },
    ],
  });
  const confirmed = two.map((claim) => ({ ...claim, gateConfirmed: true }));
  expect(await recordRequest({ claims: confirmed }, by)).toMatchObject({ recorded: 2 });
});
