import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { get } from "../support/api";
import { addZone, requests, retirement, sent, viewOf, writer, zoneOf } from "../support/desk";
import { newClaim } from "../support/new-claim";
import { testDatabase } from "../support/test-database";

testDatabase("seeded");

const jobsOn = (zone: string, value: number, part: object = {}) =>
  sent({ zone, field: "jobs", value, asOf: "2026-10-01", ...part });

const showsJobs = async (slug: string) => (await zoneOf(slug))?.values.jobs;

/** The firms of a zone with what is displayed of them. */
const firmsIn = async (slug: string) =>
  (await zoneOf(slug))?.tenancies.map(({ tenancy, values }) => [
    tenancy.firmId,
    tenancy.firm,
    values.tenancyStage,
  ]);

/** A claim on a firm by the id that a request gives it. */
const stageOf = (zone: string, firm: string, value = "mou") =>
  sent({ zone, tenancy: `${zone}--${firm}`, field: "tenancyStage", value, asOf: "2026-11-02" });

const mergeZones = async (subject: string, into: string) => {
  const { retireRequest } = await requests();
  return retireRequest(retirement({ kind: "zone", subject, into }), writer("reviewer"));
};

const restore = async (kind: "zone" | "tenancy" | "firm", subject: string) => {
  const { retireRequest } = await requests();
  return retireRequest(retirement({ kind, subject, act: "restored" }), writer("reviewer"));
};

describe("merging zones", () => {
  // First, because its revisions are of a past day.
  test("a past day shows an undated report of an undated source as before", async () => {
    const { writeLedger } = await import("@/lib/server/ledger/ledger");
    const record = (slug: string, jobs: number | null) =>
      writeLedger({
        author: "A data set",
        purpose: "Zones",
        recordedAt: new Date("2026-11-25T10:00:00Z"),
        subjects: {
          zones: [{ slug, order: 0 }],
          ...{ sources: [], tenancies: [], events: [], context: [] },
        },
        claims: [
          newClaim({ zone: slug, field: "name", value: slug, asOf: "2024-01-01" }),
          newClaim({ zone: slug, field: "cohort", value: "unconfirmed", asOf: "2024-01-01" }),
          ...(jobs === null
            ? []
            : [newClaim({ zone: slug, field: "jobs", value: jobs, asOf: null })]),
        ],
      });
    const [a, b] = [`l-${randomUUID()}`, `l-${randomUUID()}`];
    expect(await record(a, 5)).toMatchObject({ ok: true });
    expect(await record(b, null)).toMatchObject({ ok: true });
    const before = (await zoneOf(a))?.fields.jobs.evidence;
    expect(await mergeZones(a, b)).toMatchObject({ ok: true });
    const after = (await zoneOf(b))?.fields.jobs.evidence;
    expect(after?.effectiveOn).toBe(before?.effectiveOn);
  });

  test("the preview says what the merge then does, and records nothing", async () => {
    const { recordRequest } = await requests();
    const { previewZoneRetirement } = await import("@/lib/server/ledger/preview-retirement");
    await addZone("pre-a", "Pre A", "Preview Mills");
    await recordRequest({ claims: [jobsOn("pre-a", 4_321)] }, writer("analyst"));
    const before = await viewOf();
    const request = { subject: "pre-a", act: "merged", into: "hub-sez" } as const;
    const found = await previewZoneRetirement(request, before);
    if (!found.ok) throw new Error(found.issues[0]?.message);
    const { rows, fields, firms, reports } = found.value;
    expect((await viewOf()).revision).toBe(before.revision);
    expect(fields.find(({ field }) => field === "jobs")?.after.value).toBe(4_321);
    expect(firms).toEqual(["Preview Mills"]);
    expect(reports).toBe(3);
    expect(fields.filter(({ field }) => field === "name")).toEqual([]);

    expect((await get("zones/pre-a/claims")).status).toBe(200);
    expect(await mergeZones("pre-a", "hub-sez")).toMatchObject({ ok: true });
    const moved = await get("zones/pre-a/claims?asOf=2026-11-30");
    expect(moved.status).toBe(308);
    expect(moved.headers.get("location")).toBe("/api/v1/zones/hub-sez/claims?asOf=2026-11-30");
    expect(moved.headers.get("cache-control")).toBe("no-store");
    const earlier = await get(`zones/pre-a?knownOn=r${before.revision}`);
    expect(earlier.status).toBe(200);
    const after = await viewOf();
    expect(rows).toEqual(after.rows);
    expect(after.facts.claims.length - before.facts.claims.length).toBe(reports);
    for (const { field, after: shown } of fields)
      expect((await zoneOf("hub-sez"))?.fields[field as "jobs"].value).toEqual(shown.value);
  });

  test("the preview of a retirement counts the zone no more, and says what prevents one", async () => {
    const { previewZoneRetirement } = await import("@/lib/server/ledger/preview-retirement");
    const view = await viewOf();
    const retired = { subject: "rashakai-sez", act: "retired" } as const;
    const found = await previewZoneRetirement(retired, view);
    if (!found.ok) throw new Error(found.issues[0]?.message);
    const { rows, readiness, reports, firms, fields } = found.value;
    expect(rows.map(({ slug }) => slug)).toEqual(
      view.rows.map(({ slug }) => slug).filter((slug) => slug !== "rashakai-sez"),
    );
    expect({ reports, firms, fields }).toEqual({ reports: 0, firms: [], fields: [] });
    expect(readiness.before).not.toBeNull();
    expect(readiness.after).toBeNull();
    expect(found.value.funnels).not.toEqual([]);
    const self = { subject: "hub-sez", act: "merged", into: "hub-sez" } as const;
    expect(await previewZoneRetirement(self, view)).toMatchObject({ ok: false });
  });

  test("merged again after a restore, the facts come again", async () => {
    const { recordRequest } = await requests();
    await addZone("one-a", "One A");
    await addZone("one-b", "One B");
    await recordRequest({ claims: [jobsOn("one-a", 77)] }, writer("analyst"));
    expect(await mergeZones("one-a", "one-b")).toMatchObject({ ok: true });
    expect(await restore("zone", "one-a")).toMatchObject({ ok: true });
    expect(await showsJobs("one-b")).toBeNull();
    expect(await mergeZones("one-a", "one-b")).toMatchObject({ ok: true });
    expect(await showsJobs("one-b")).toBe(77);
  });

  test("of a chain, the last merge is taken back first", async () => {
    const { recordRequest } = await requests();
    for (const slug of ["two-a", "two-b", "two-c"]) await addZone(slug, slug);
    await recordRequest({ claims: [jobsOn("two-a", 78)] }, writer("analyst"));
    await mergeZones("two-a", "two-b");
    await mergeZones("two-b", "two-c");
    expect(await restore("zone", "two-a")).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining("“two-b” was merged too") }],
    });
    expect(await restore("zone", "two-b")).toMatchObject({ ok: true });
    expect(await restore("zone", "two-a")).toMatchObject({ ok: true });
    expect([await showsJobs("two-a"), await showsJobs("two-b"), await showsJobs("two-c")]).toEqual([
      78,
      null,
      null,
    ]);
  });

  test("a preferred report of the zone that stays is preferred to what comes with the merge", async () => {
    const { recordRequest, decideRequest } = await requests();
    await addZone("ten-a", "Ten A");
    await addZone("ten-b", "Ten B");
    const preferred = jobsOn("ten-b", 10, { asOf: "2025-01-01" });
    const later = jobsOn("ten-a", 900, { asOf: "2025-02-01" });
    await recordRequest({ claims: [preferred, later] }, writer("analyst"));
    const decision = { claimId: preferred.id, decision: "preferred" as const, reason: "Counted." };
    await decideRequest({ decisions: [decision] }, writer("reviewer"));
    await mergeZones("ten-a", "ten-b");
    expect(await showsJobs("ten-b")).toBe(10);
  });
});

describe("firms that a request names", () => {
  test("a name leads to the firm that stays, and to its place in the zone", async () => {
    const { recordRequest, retireRequest } = await requests();
    const by = writer("reviewer");
    await addZone("four-a", "Four A", "Gamma Works");
    await addZone("four-b", "Four B", "Delta Works");
    await retireRequest(
      retirement({ kind: "firm", subject: "gamma-works", into: "delta-works" }),
      by,
    );
    const name = async (zone: string, firm: string, id: string, stage: string) =>
      recordRequest({ tenancies: [{ zone, firm }], claims: [stageOf(zone, id, stage)] }, by);
    expect(await name("four-a", "Delta Works", "delta-works", "building")).toMatchObject({
      ok: true,
    });
    expect(await firmsIn("four-a")).toEqual([["delta-works", "Delta Works", "building"]]);
    expect(await name("four-b", "Gamma Works", "gamma-works", "producing")).toMatchObject({
      ok: true,
    });
    expect(await firmsIn("four-b")).toEqual([["delta-works", "Delta Works", "producing"]]);
  });

  test("the id of another firm, a retired firm and a zone that does not exist are refused", async () => {
    const { recordRequest, retireRequest } = await requests();
    const by = writer("reviewer");
    await addZone("five-a", "Five A", "Epsilon Works");
    await addZone("five-b", "Five B", "Kappa Works");
    const send = (tenancy: { id?: string; zone: string; firm: string }) =>
      recordRequest({ tenancies: [tenancy], claims: [jobsOn("five-a", 9)] }, by);
    expect(
      await send({ id: "five-a--epsilon-works", zone: "five-a", firm: "Zeta Works" }),
    ).toMatchObject({ ok: false, issues: [{ param: "id" }] });
    await retireRequest(retirement({ kind: "firm", subject: "kappa-works", act: "retired" }), by);
    expect(await send({ zone: "five-a", firm: "Kappa Works" })).toMatchObject({
      ok: false,
      issues: [{ param: "firm" }],
    });
    expect(await send({ zone: "no-such-zone", firm: "Iota" })).toMatchObject({
      ok: false,
      issues: [{ param: "zone" }],
    });
  });

  test("two names that make one id are two firms, and one name twice is one", async () => {
    const { recordRequest } = await requests();
    await addZone("six-a", "Six A");
    await addZone("six-b", "Six B");
    const result = await recordRequest(
      {
        tenancies: [
          { zone: "six-a", firm: "Eta Works" },
          { zone: "six-b", firm: "Eta, Works" },
          { zone: "six-b", firm: "Eta, Works" },
        ],
        claims: [stageOf("six-a", "eta-works"), stageOf("six-b", "eta-works")],
      },
      writer("analyst"),
    );
    expect(result).toMatchObject({ ok: true, recorded: 4 });
    expect(await firmsIn("six-a")).toEqual([["eta-works", "Eta Works", "mou"]]);
    expect(await firmsIn("six-b")).toEqual([["eta-works-2", "Eta, Works", "mou"]]);
  });

  test("of two requests at once, one makes the zone, and one the firm", async () => {
    const { recordRequest, changeRecordRequest } = await requests();
    const makeZone = (name: string) =>
      recordRequest(
        {
          zones: [{ slug: "seven-a" }],
          claims: [
            sent({ zone: "seven-a", field: "name", value: name }),
            sent({ zone: "seven-a", field: "cohort", value: "unconfirmed" }),
          ],
        },
        writer("analyst"),
      );
    const zones = await Promise.all([makeZone("Seven"), makeZone("Another zone")]);
    expect(zones.filter(({ ok }) => ok)).toHaveLength(1);

    await recordRequest({ claims: [], firms: [{ name: "Rho Works" }] }, writer("analyst"));
    const last = (await viewOf()).facts.firmVersions.findLast(({ id }) => id === "rho-works");
    const rename = {
      id: randomUUID(),
      basedOn: last?.revision ?? 0,
      reason: "r",
      name: "Pi Works",
    };
    await Promise.all([
      changeRecordRequest("firm", "rho-works", rename, writer("analyst")),
      recordRequest(
        {
          tenancies: [{ zone: "hub-sez", firm: "Pi Works" }],
          claims: [stageOf("hub-sez", "pi-works")],
        },
        writer("analyst"),
      ),
    ]);
    const { listFirmsAt } = await import("@/lib/firms/firm-register");
    const now = await viewOf();
    const named = listFirmsAt(now.facts, now.registry.zones, now.registry).filter(
      ({ name }) => name === "Pi Works",
    );
    expect(named).toHaveLength(1);
  });

  test("other names of a known firm are not lost, and the name of a merged one is free", async () => {
    const { recordRequest, retireRequest, changeRecordRequest } = await requests();
    const by = writer("reviewer");
    const add = (name: string, otherNames: string[] = []) =>
      recordRequest({ claims: [], firms: [{ name, otherNames }] }, by);
    await add("Nu Ltd");
    expect(await add("Nu Ltd")).toMatchObject({ ok: true, recorded: 0 });
    expect(await add("Nu Ltd", ["Nu"])).toMatchObject({ ok: false, issues: [{ param: "name" }] });
    await add("Nu Limited");
    await retireRequest(retirement({ kind: "firm", subject: "nu-ltd", into: "nu-limited" }), by);
    const last = (await viewOf()).facts.firmVersions.findLast(({ id }) => id === "nu-limited");
    const rename = { id: randomUUID(), basedOn: last?.revision ?? 0, reason: "r", name: "Nu Ltd" };
    expect(await changeRecordRequest("firm", "nu-limited", rename, by)).toMatchObject({ ok: true });
  });
});

describe("restoring", () => {
  test("a firm comes back with its zones before a single place of it does", async () => {
    const { recordRequest, retireRequest } = await requests();
    const by = writer("reviewer");
    await addZone("three-a", "Three A", "Alpha Works");
    const jobs = sent({
      zone: "three-a",
      tenancy: "three-a--beta-works",
      field: "tenancyJobs",
      value: 5,
    });
    await recordRequest(
      { tenancies: [{ zone: "three-a", firm: "Beta Works" }], claims: [jobs] },
      by,
    );
    await retireRequest(
      retirement({ kind: "firm", subject: "alpha-works", into: "beta-works" }),
      by,
    );
    expect(await firmsIn("three-a")).toEqual([["beta-works", "Beta Works", "mou"]]);
    expect(await restore("tenancy", "three-a--alpha-works")).toMatchObject({ ok: false });
    expect(await restore("firm", "alpha-works")).toMatchObject({ ok: true });
    expect(await firmsIn("three-a")).toEqual([
      ["alpha-works", "Alpha Works", "mou"],
      ["beta-works", "Beta Works", null],
    ]);
  });

  test("a record of one kind does not hide one of another with its id", async () => {
    const { recordRequest, retireRequest } = await requests();
    const by = writer("reviewer");
    await addZone("eight-a", "Eight A");
    const source = {
      ...{ id: "eight-a", title: "A site", publisher: "A paper", url: null },
      ...{ publishedOn: "2026-01-01", kind: "news" as const },
    };
    await recordRequest({ claims: [], sources: [source] }, by);
    await retireRequest(retirement({ kind: "source", subject: "eight-a", act: "retired" }), by);
    expect(await recordRequest({ claims: [jobsOn("eight-a", 3)] }, by)).toMatchObject({ ok: true });
  });

  test("after the first zone was restored, a write names its zones again", async () => {
    const { recordRequest } = await requests();
    const { registryStore } = await import("@/lib/server/registry/store");
    const first = (await viewOf()).facts.zones[0]?.slug ?? "";
    const { retireRequest } = await requests();
    const by = writer("reviewer");
    await retireRequest(retirement({ kind: "zone", subject: first, act: "retired" }), by);
    await restore("zone", first);
    const heard: unknown[] = [];
    const stop = registryStore().follow({
      revision: (_, zones) => heard.push(zones),
      listening: () => {},
    });
    await recordRequest({ claims: [jobsOn("hub-sez", 31)] }, by);
    stop();
    expect(heard).toEqual([["hub-sez"]]);
  });
});
