import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addZone, requests, retirement, sent, viewOf, writer, zoneOf } from "../support/desk";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

describe("adding records", () => {
  test("a zone needs its name and what admits it, and comes once", async () => {
    const { recordRequest } = await requests();
    const by = writer("analyst");
    const name = sent({ zone: "lasbela-sez", field: "name", value: "Lasbela SEZ" });
    expect(
      await recordRequest({ zones: [{ slug: "lasbela-sez" }], claims: [name] }, by),
    ).toMatchObject({ ok: false, code: "invalid", issues: [{ param: "claims" }] });
    const cohort = sent({ zone: "lasbela-sez", field: "cohort", value: "unconfirmed" });
    const whole = { zones: [{ slug: "lasbela-sez" }], claims: [name, cohort] };
    expect(await recordRequest(whole, by)).toMatchObject({ ok: true, recorded: 3 });
    expect(await recordRequest(whole, by)).toMatchObject({ ok: true, recorded: 0 });
    expect((await zoneOf("lasbela-sez"))?.values.name).toBe("Lasbela SEZ");
    const other = [
      sent({ zone: "lasbela-sez", field: "name", value: "Another" }),
      sent({ zone: "lasbela-sez", field: "cohort", value: "unconfirmed" }),
    ];
    expect(
      await recordRequest({ zones: [{ slug: "lasbela-sez" }], claims: other }, by),
    ).toMatchObject({ ok: false, issues: [{ param: "slug" }] });
  });

  test("a firm that exists elsewhere is the same firm in another zone", async () => {
    const { recordRequest } = await requests();
    const firm = "Century Steel";
    const claim = sent({
      zone: "hattar-sez",
      tenancy: "hattar-sez--century-steel",
      field: "tenancyStage",
      value: "mou",
    });
    const request = { tenancies: [{ zone: "hattar-sez", firm }], claims: [claim] };
    expect(await recordRequest(request, writer("analyst"))).toMatchObject({
      ok: true,
      recorded: 2,
    });
    const { listFirmsAt } = await import("@/lib/firms/firm-register");
    const view = await viewOf();
    const firms = listFirmsAt(view.facts, view.registry.zones, view.registry);
    expect(firms.find(({ id }) => id === "century-steel")?.zones).toEqual(
      expect.arrayContaining(["hattar-sez", "rashakai-sez"]),
    );
  });

  test("an event, a figure and a source come once, and are changed from the version that was seen", async () => {
    const { recordRequest, changeRecordRequest } = await requests();
    const by = writer("analyst");
    const source = {
      id: "a-gazette",
      title: "A gazette",
      publisher: "A ministry",
      url: null,
      publishedOn: "2026-11-01",
      kind: "government" as const,
    };
    const event = {
      id: "2026-11-signing",
      date: "2026-11-02",
      kind: "agreement" as const,
      title: "A lease was signed",
      body: "The developer and the firm signed a lease.",
      zones: ["hattar-sez"],
      sourceId: source.id,
      quotation: { text: "زمین کی لیز پر دستخط ہو گئے", lang: "ur" },
    };
    const figure = {
      key: "zone-power-2026",
      constraint: "power",
      label: "Power promised to zones",
      value: 500,
      unit: "MW",
      statement: null,
      period: "2026",
      sourceId: source.id,
      sourceNote: null,
    };
    const whole = { claims: [], sources: [source], events: [event], context: [figure] };
    const first = await recordRequest(whole, by);
    expect(first).toMatchObject({ ok: true, recorded: 3 });
    expect(await recordRequest(whole, by)).toMatchObject({ recorded: 0 });
    expect(
      await recordRequest({ claims: [], events: [{ ...event, title: "Other" }] }, by),
    ).toMatchObject({ ok: false, issues: [{ param: "id" }] });
    const basedOn = first.ok ? first.revision : 0;
    const change = { id: randomUUID(), basedOn, reason: "The title.", title: "A lease of land" };
    expect(await changeRecordRequest("event", event.id, change, by)).toMatchObject({ recorded: 1 });
    expect(await changeRecordRequest("event", event.id, change, by)).toMatchObject({ recorded: 0 });
    expect(
      await changeRecordRequest("event", event.id, { ...change, title: "Third" }, by),
    ).toMatchObject({ ok: false, code: "record-changed" });
    const view = await viewOf();
    expect(view.events.find(({ id }) => id === event.id)?.title).toBe("A lease of land");
    expect(view.events.find(({ id }) => id === event.id)?.quotation).toEqual(event.quotation);
    expect(view.context.find(({ key }) => key === figure.key)).toMatchObject({
      value: 500,
      quotation: null,
    });
    const quotation = { text: "500 MW for the zones", lang: "en" };
    const quoted = { id: randomUUID(), basedOn, reason: "The words of the source.", quotation };
    expect(await changeRecordRequest("figure", figure.key, quoted, by)).toMatchObject({
      recorded: 1,
    });
    expect((await viewOf()).context.find(({ key }) => key === figure.key)).toMatchObject({
      quotation,
    });
    const rows = await sql(
      database.url,
      `SELECT quotation_lang FROM event_version WHERE event_id = '${event.id}'
       UNION ALL SELECT quotation_lang FROM context_figure_version WHERE key = '${figure.key}'`,
    );
    expect(rows).toEqual([{ quotation_lang: "ur" }, { quotation_lang: "en" }]);
  });
});

describe("names of firms", () => {
  test("a renamed firm keeps its address and is found by its revision's name", async () => {
    const { changeRecordRequest } = await requests();
    const by = writer("analyst");
    const before = await viewOf();
    const known = before.facts.firmVersions.find(({ id }) => id === "vivo");
    const change = {
      id: randomUUID(),
      basedOn: known?.revision ?? 0,
      reason: "The company has another name.",
      name: "Vivo Mobile",
      otherNames: ["Vivo"],
    };
    expect(await changeRecordRequest("firm", "vivo", change, by)).toMatchObject({ recorded: 1 });
    const nameOf = (view: typeof before) =>
      view.registry.zones
        .flatMap(({ tenancies }) => tenancies)
        .find(({ tenancy }) => tenancy.firmId === "vivo")?.tenancy.firm;
    expect(nameOf(await viewOf())).toBe("Vivo Mobile");
    expect(nameOf(await viewOf({ knownOn: before.registry.knownOn }))).toBe("Vivo");
    const taken = { ...change, id: randomUUID(), basedOn: 1, name: "Century Steel" };
    expect(await changeRecordRequest("firm", "hayat-kimya", taken, by)).toMatchObject({
      ok: false,
      issues: [{ param: "name" }],
    });
  });
});

describe("merging, retiring and restoring", () => {
  test("a merged zone leaves its claims and firms to the one that stays", async () => {
    const { retireRequest, recordRequest } = await requests();
    const by = writer("reviewer");
    await addZone("twin-one", "Twin One", "Firm Of Twins");
    await addZone("twin-two", "Twin Two");
    const before = await viewOf();
    const merge = retirement({ kind: "zone", subject: "twin-one", into: "twin-two" });
    expect(await retireRequest(merge, by)).toMatchObject({ ok: true });
    expect(await retireRequest(merge, by)).toMatchObject({ recorded: 0 });
    expect(await zoneOf("twin-one")).toBeUndefined();
    const stays = await zoneOf("twin-two");
    expect(stays?.tenancies.map(({ tenancy }) => tenancy.firm)).toEqual(["Firm Of Twins"]);
    // The zone that stays keeps its own name.
    expect(stays?.fields.name.rivals).toEqual([]);
    const then = await viewOf({ knownOn: before.registry.knownOn });
    expect(then.registry.zones.some(({ slug }) => slug === "twin-one")).toBe(true);
    const late = sent({ zone: "twin-one", field: "jobs", value: 5 });
    expect(await recordRequest({ claims: [late] }, by)).toMatchObject({
      ok: false,
      issues: [{ param: "zone" }],
    });
    const back = retirement({
      kind: "zone",
      subject: "twin-one",
      act: "restored",
    });
    expect(await retireRequest(back, by)).toMatchObject({ ok: true });
    expect((await zoneOf("twin-one"))?.tenancies).toHaveLength(1);
    const apart = await zoneOf("twin-two");
    expect(apart?.tenancies).toHaveLength(0);
    expect(apart?.fields.name.rivals).toHaveLength(0);
  });

  test("a retired zone stays on the days before", async () => {
    const { retireRequest } = await requests();
    const by = writer("reviewer");
    await addZone("passing-zone", "Passing Zone");
    const retire = retirement({
      kind: "zone",
      subject: "passing-zone",
      act: "retired",
    });
    expect(await retireRequest(retire, by)).toMatchObject({ ok: true });
    expect(await zoneOf("passing-zone")).toBeUndefined();
    expect(await zoneOf("passing-zone", { asOf: "2026-11-10" })).toBeDefined();
    const again = retirement({
      kind: "zone",
      subject: "passing-zone",
      act: "retired",
    });
    expect(await retireRequest(again, by)).toMatchObject({ ok: false, code: "invalid" });
  });

  test("a merged firm leaves its zones to the firm that stays", async () => {
    const { retireRequest } = await requests();
    const by = writer("reviewer");
    await addZone("firm-zone", "Firm Zone", "Sino Tex");
    await addZone("firm-zone-b", "Firm Zone B", "Sino Tex Ltd");
    const merge = retirement({ kind: "firm", subject: "sino-tex-ltd", into: "sino-tex" });
    expect(await retireRequest(merge, by)).toMatchObject({ ok: true });
    const [tenancy] = (await zoneOf("firm-zone-b"))?.tenancies ?? [];
    expect(tenancy?.tenancy).toMatchObject({ firmId: "sino-tex", firm: "Sino Tex" });
    const self = retirement({ kind: "firm", subject: "sino-tex", into: "sino-tex" });
    expect(await retireRequest(self, by)).toMatchObject({ ok: false, issues: [{ param: "into" }] });
  });

  test("open pages of the zones of a renamed firm and of a retired zone hear of it", async () => {
    const { registryStore } = await import("@/lib/server/registry/store");
    const { changeRecordRequest, retireRequest } = await requests();
    await addZone("heard-zone", "Heard Zone", "Heard Firm");
    const heard: (readonly string[] | null)[] = [];
    const stop = registryStore().follow({
      revision: (_, zones) => heard.push(zones),
      listening: () => {},
    });
    const known = (await viewOf()).facts.firmVersions.find(({ id }) => id === "heard-firm");
    const rename = {
      id: randomUUID(),
      basedOn: known?.revision ?? 0,
      reason: "New.",
      name: "Heard",
    };
    await changeRecordRequest("firm", "heard-firm", rename, writer("analyst"));
    const retire = retirement({ kind: "zone", subject: "heard-zone", act: "retired" });
    await retireRequest(retire, writer("reviewer"));
    stop();
    expect(heard).toEqual([["heard-zone"], ["heard-zone"]]);
  });

  test("what cites a merged source is with the one that stays, and nothing new cites it", async () => {
    const { retireRequest, recordRequest } = await requests();
    const by = writer("reviewer");
    const source = (id: string) => ({
      ...{ id, title: `Title of ${id}`, publisher: "A paper", url: "https://example.org/twice" },
      ...{ publishedOn: "2026-11", kind: "news" as const },
    });
    const claim = sent({ zone: "hub-sez", field: "jobs", value: 12, sourceId: "paper-twice" });
    const sources = [source("paper-twice")];
    expect(await recordRequest({ claims: [claim], sources }, by)).toMatchObject({ ok: true });
    expect(await recordRequest({ claims: [], sources: [source("paper-once")] }, by)).toMatchObject({
      ok: true,
    });
    const merge = retirement({ kind: "source", subject: "paper-twice", into: "paper-once" });
    expect(await retireRequest(merge, by)).toMatchObject({ ok: true });
    const { buildSourceRows } = await import("@/lib/evidence/source-rows");
    const rows = buildSourceRows(await viewOf());
    expect(rows.some((row) => row.source.id === "paper-twice")).toBe(false);
    expect(rows.find((row) => row.source.id === "paper-once")?.claims).toBe(1);
    const late = sent({ zone: "hub-sez", field: "jobs", value: 13, sourceId: "paper-twice" });
    expect(await recordRequest({ claims: [late] }, by)).toMatchObject({
      ok: false,
      issues: [{ param: "sourceId" }],
    });
  });

  test("the columns of every zone agree with its claims, and the rows stay", async () => {
    const { listColumnDifferences } = await import("@/lib/server/ledger/projection");
    expect(await listColumnDifferences()).toEqual([]);
    const [row] = await sql(
      database.url,
      "SELECT in_registry FROM zone WHERE slug = 'passing-zone'",
    );
    expect(row).toEqual({ in_registry: false });
    await expect(sql(database.url, "DELETE FROM retirement")).rejects.toThrow();
  });
});
