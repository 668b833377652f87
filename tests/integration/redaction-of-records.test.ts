import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { TextKind, TextSubject } from "../../lib/contract/redaction";
import { getJson } from "../support/api";
import { requests, retirement, sent, viewOf, writer } from "../support/desk";
import { sql } from "../support/sql";
import { listTablesWith } from "../support/tables-with";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const by = writer("reviewer");

let secret = "";
let slug = "";
beforeEach(() => {
  slug = randomUUID().slice(0, 8);
  secret = `Mr X of 12 Mall Road ${slug}`;
});

/** The texts of a record that are the secret. */
async function listTexts(subject: TextSubject) {
  const { listRemovableTexts } = await import("../../lib/server/redaction/removable-texts");
  return (await listRemovableTexts(subject)).filter(({ text }) => text === secret);
}

/** Asks for a removal as one reviewer, and confirms it as another. @returns the number of places */
async function remove(kind: TextKind, row: string): Promise<number> {
  const { confirmRemoval, requestRemoval } = await import("../../lib/server/redaction/redactions");
  const { listOpenRemovals } = await import("../../lib/server/redaction/removable-texts");
  const other = writer("reviewer").actor;
  expect(await requestRemoval({ kind, row, reason: "personal-data" }, by.actor)).toMatchObject({
    ok: true,
  });
  const open = await listOpenRemovals();
  const request = open.find((one) => one.kind === kind && one.row === row);
  expect(request).toMatchObject({ text: secret, subject: expect.anything() });
  const confirmed = await confirmRemoval(request?.id ?? "", { ...other, name: "Another reviewer" });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed));
  return confirmed.value;
}

/** Removes the one text of a record that is the secret; nothing may have it then. */
async function removeAll(subject: TextSubject, kind: TextKind): Promise<void> {
  const before = await listTablesWith(database.url, secret);
  expect(before.length).toBeGreaterThan(0);
  const texts = await listTexts(subject);
  expect(texts.map((text) => text.kind)).toEqual([kind]);
  await remove(kind, String(texts[0]?.row));
  expect(await listTablesWith(database.url, secret)).toEqual([]);
  expect(await listTexts(subject)).toEqual([]);
  const { listRedactionDifferences } = await import("../../lib/server/redaction/redactions");
  expect(await listRedactionDifferences()).toEqual([]);
}

const must = (result: unknown, recorded = expect.any(Number)) =>
  expect(result).toMatchObject({ ok: true, recorded });

const latest = async () =>
  Number((await sql(database.url, "SELECT max(id) AS last FROM revision"))[0]?.last);

const SENTENCE = /^This text was removed on .* \(personal data\)\.$/;

describe("of a firm", () => {
  const firmOf = (name: string) => ({ firms: [{ id: `firm-${slug}`, name }], claims: [] });
  const change = async (parts: object, basedOn: number, reason = "A test") => {
    const { changeRecordRequest } = await requests();
    const request = { id: randomUUID(), basedOn, reason, ...parts };
    must(await changeRecordRequest("firm", `firm-${slug}`, request, by));
    return { request, revision: await latest() };
  };

  test("a name goes from all versions, also where it became one of its other names", async () => {
    const { recordRequest } = await requests();
    const stage = {
      zone: "hub-sez",
      tenancy: `hub-sez--firm-${slug}`,
      field: "tenancyStage",
    } as const;
    must(await recordRequest(firmOf(secret), by));
    must(
      await recordRequest(
        {
          tenancies: [{ zone: "hub-sez", firm: secret }],
          claims: [sent({ ...stage, value: "mou" })],
        },
        by,
      ),
    );
    const renamed = { name: `Mills ${slug}`, otherNames: [`Older ${slug}`, secret] };
    const { revision } = await change(renamed, (await latest()) - 1);
    await change({ otherNames: [secret] }, revision);
    await removeAll({ kind: "firm", id: `firm-${slug}` }, "firm.name");
    const rows = await sql(
      database.url,
      `SELECT name, other_names FROM firm_version WHERE firm_id = 'firm-${slug}' ORDER BY revision_id`,
    );
    const sentence = expect.stringMatching(SENTENCE);
    expect(rows).toEqual([
      { name: `Mills ${slug}`, other_names: [`Older ${slug}`, sentence] },
      { name: `Mills ${slug}`, other_names: [sentence] },
    ]);
    const { facts } = await viewOf();
    expect(
      facts.tenancies.find(({ zone, firmId }) => zone === "hub-sez" && firmId === `firm-${slug}`),
    ).toMatchObject({
      firm: sentence,
    });
  });

  test("one of its other names goes, the others stay, and the same change sent again changes nothing", async () => {
    const { changeRecordRequest, recordRequest } = await requests();
    must(await recordRequest(firmOf(`Works ${slug}`), by));
    const names = { otherNames: [`Older ${slug}`, secret, `Oldest ${slug}`] };
    const { request } = await change(names, await latest());
    await removeAll({ kind: "firm", id: `firm-${slug}` }, "firm_version.other_names");
    const [row] = await sql(
      database.url,
      `SELECT other_names FROM firm_version WHERE firm_id = 'firm-${slug}'`,
    );
    expect(row?.other_names).toEqual([
      `Older ${slug}`,
      expect.stringMatching(SENTENCE),
      `Oldest ${slug}`,
    ]);
    must(await changeRecordRequest("firm", `firm-${slug}`, request, by), 0);
    expect(await listTablesWith(database.url, secret)).toEqual([]);
  });

  test("the name of another firm stays, and so does a title with the same words", async () => {
    const { recordRequest } = await requests();
    must(await recordRequest(firmOf(secret), by));
    const [{ id = "" } = {}] = await listTexts({ kind: "firm", id: `firm-${slug}` }).then((texts) =>
      texts.map(({ row }) => ({ id: row })),
    );
    const other = { id: `other-${slug}`, name: `Other ${slug}`, otherNames: [secret] };
    must(await recordRequest({ firms: [other], claims: [] }, by));
    expect(await remove("firm.name", id)).toBe(2);
    expect(await listTablesWith(database.url, secret)).toEqual(["firm_version"]);
    await removeAll({ kind: "firm", id: other.id }, "firm_version.other_names");
  });
});

describe("of an event", () => {
  const event = () => ({
    id: `event-${slug}`,
    date: "2026-10-01",
    kind: "policy" as const,
    title: secret,
    body: `About ${slug}`,
    zones: ["hub-sez"],
    sourceId: "geonames",
  });

  test("a title goes from its versions, its audit and the API, and does not come back with the data set", async () => {
    const { changeRecordRequest, recordRequest } = await requests();
    must(await recordRequest({ events: [event()], claims: [] }, by));
    const body = { id: randomUUID(), basedOn: await latest(), reason: "A test", body: "Other" };
    must(await changeRecordRequest("event", event().id, body, by));
    await removeAll({ kind: "event", id: event().id }, "event.title");
    const { data } = await getJson<{ data: unknown }>("events");
    expect(JSON.stringify(data)).not.toContain(secret);
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const subjects = {
      ...{ zones: [], sources: [], tenancies: [], context: [] },
      events: [{ ...event(), quotation: null, reason: null }],
    };
    must(await writeLedger({ author: "data set", purpose: "a test", subjects }), 0);
    must(await recordRequest({ events: [event()], claims: [] }, by), 0);
    expect(await listTablesWith(database.url, secret)).toEqual([]);
  });

  test("a quotation goes from its versions, and the same change sent again is the same", async () => {
    const { changeRecordRequest, recordRequest } = await requests();
    const quoted = { ...event(), title: slug, quotation: { text: secret, lang: "en" } };
    must(await recordRequest({ events: [quoted], claims: [] }, by));
    const basedOn = await latest();
    const body = { id: randomUUID(), basedOn, reason: "A test", body: "Other" };
    must(await changeRecordRequest("event", quoted.id, body, by));
    const changed = await latest();
    await removeAll({ kind: "event", id: quoted.id }, "event.quotation");
    must(await recordRequest({ events: [quoted], claims: [] }, by), 0);
    const again = { id: randomUUID(), basedOn: changed, reason: "A test" };
    const { quotation } = quoted;
    must(await changeRecordRequest("event", quoted.id, { ...again, quotation }, by), 0);
    expect(await listTablesWith(database.url, secret)).toEqual([]);
    const { facts } = await viewOf();
    const versions = facts.events.filter(({ id }) => id === quoted.id);
    expect(versions.map(({ quotation }) => quotation)).toEqual([
      { text: expect.stringMatching(SENTENCE), lang: "en" },
      { text: expect.stringMatching(SENTENCE), lang: "en" },
    ]);
  });

  test("a quotation that only a version has goes", async () => {
    const { changeRecordRequest, recordRequest } = await requests();
    must(await recordRequest({ events: [{ ...event(), title: slug }], claims: [] }, by));
    const change = { id: randomUUID(), basedOn: await latest(), reason: "A test" };
    const quotation = { text: secret, lang: "en" };
    must(await changeRecordRequest("event", event().id, { ...change, quotation }, by));
    await removeAll({ kind: "event", id: event().id }, "event_version.quotation");
    must(await changeRecordRequest("event", event().id, { ...change, quotation }, by), 0);
    expect(await listTablesWith(database.url, secret)).toEqual([]);
  });

  test("the reason of a change goes from its version and the audit", async () => {
    const { changeRecordRequest, recordRequest } = await requests();
    must(await recordRequest({ events: [{ ...event(), title: "A title" }], claims: [] }, by));
    const change = { id: randomUUID(), basedOn: await latest(), reason: secret, body: "Other" };
    must(await changeRecordRequest("event", event().id, change, by));
    await removeAll({ kind: "event", id: event().id }, "event_version.reason");
    must(await changeRecordRequest("event", event().id, change, by), 0);
  });
});

const figureOf = (label: string) => ({
  ...{ key: `figure-${slug}`, constraint: "power", label, value: 1, unit: "GW" },
  ...{ statement: null, period: "2026", sourceId: "geonames", sourceNote: null },
});

test("of a national figure a quotation goes from all versions, and one that only a version has", async () => {
  const { changeRecordRequest, recordRequest } = await requests();
  const quotation = { text: secret, lang: "en" };
  const figure = { ...figureOf(`Label ${slug}`), quotation };
  const subject = { kind: "figure", id: figure.key } as const;
  must(await recordRequest({ context: [figure], claims: [] }, by));
  const change = async (basedOn: number, parts: object) => {
    const body = { id: randomUUID(), basedOn, reason: "A test", ...parts };
    must(await changeRecordRequest("figure", figure.key, body, by));
    return latest();
  };
  const changed = await change(await latest(), { value: 2 });
  await removeAll(subject, "context_figure.quotation");
  must(await recordRequest({ context: [figure], claims: [] }, by), 0);
  expect(await listTablesWith(database.url, secret)).toEqual([]);
  const { facts } = await viewOf();
  const versions = facts.context.filter(({ key }) => key === figure.key);
  expect(versions.map(({ quotation }) => quotation)).toEqual([
    { text: expect.stringMatching(SENTENCE), lang: "en" },
    { text: expect.stringMatching(SENTENCE), lang: "en" },
  ]);
  secret = `${secret} says`;
  await change(changed, { quotation: { text: secret, lang: "en" } });
  await removeAll(subject, "context_figure_version.quotation");
});

test("of a national figure a label, a statement and a note go", async () => {
  const { changeRecordRequest, recordRequest } = await requests();
  const figure = figureOf(secret);
  must(await recordRequest({ context: [figure], claims: [] }, by));
  const subject = { kind: "figure", id: figure.key } as const;
  let basedOn = await latest();
  for (const parts of [
    { statement: `${secret} says` },
    { statement: null, sourceNote: `${secret} notes` },
  ]) {
    const change = { id: randomUUID(), basedOn, reason: "A test", ...parts };
    must(await changeRecordRequest("figure", figure.key, change, by));
    basedOn = await latest();
  }
  const label = secret;
  for (const [text, kind] of [
    [`${label} says`, "context_figure_version.statement"],
    [`${label} notes`, "context_figure_version.source_note"],
  ] as const) {
    secret = text;
    await removeAll(subject, kind);
  }
  secret = label;
  await removeAll(subject, "context_figure.label");
});

describe("the reason of a merge", () => {
  test("goes from the firms in zones, the decisions that it made, and the audit", async () => {
    const { decideRequest, recordRequest, retireRequest } = await requests();
    const names = [`from-${slug}`, `into-${slug}`];
    const claims = names.map((name) =>
      sent({
        zone: "hub-sez",
        tenancy: `hub-sez--${name}`,
        field: "tenancyStage",
        value: "mou",
        locator: name,
      }),
    );
    must(
      await recordRequest(
        { tenancies: names.map((firm) => ({ zone: "hub-sez", firm })), claims },
        by,
      ),
    );
    const prefer = {
      claimId: String(claims[1]?.id),
      decision: "preferred" as const,
      reason: "Better.",
    };
    must(await decideRequest({ decisions: [prefer] }, by));
    const [subject = "", into = ""] = names;
    const merge = retirement({ kind: "firm", subject, into, reason: secret });
    must(await retireRequest(merge, by));
    expect((await listTablesWith(database.url, secret)).sort()).toEqual([
      "audit_entry",
      "decision",
      "retirement",
    ]);
    await removeAll({ kind: "firm", id: subject }, "retirement.reason");
    must(await retireRequest(merge, by), 0);
    expect(await listTablesWith(database.url, secret)).toEqual([]);
  });

  test("of a zone goes, with what its restoration says", async () => {
    const { retireRequest } = await requests();
    const retired = retirement({
      kind: "zone",
      subject: "bostan-sez",
      act: "retired",
      reason: secret,
    });
    must(await retireRequest(retired, by));
    await removeAll({ kind: "zone", id: "bostan-sez" }, "retirement.reason");
    const first = secret;
    secret = `${first} again`;
    const restored = retirement({
      kind: "zone",
      subject: "bostan-sez",
      act: "restored",
      reason: secret,
    });
    must(await retireRequest(restored, by));
    await removeAll({ kind: "zone", id: "bostan-sez" }, "retirement.reason");
  });
});

describe("the database", () => {
  test.each([
    ["firm", "name = 'x'"],
    ["firm_version", "name = 'x'"],
    ["firm_version", "other_names = ARRAY['x']"],
    ["event", "title = 'x'"],
    ["event_version", "body = 'x'"],
    ["context_figure", "label = 'x'"],
    ["context_figure_version", "reason = 'x'"],
    ["retirement", "reason = 'x'"],
  ])("refuses to change %s by hand: %s", async (table, set) => {
    await expect(sql(database.adminUrl, `UPDATE ${table} SET ${set}`)).rejects.toThrow(
      "append-only",
    );
    await expect(sql(database.url, `UPDATE ${table} SET ${set}`)).rejects.toThrow(
      "permission denied",
    );
  });

  test("takes a redaction only of a text, and refuses copies of other records", async () => {
    const { recordRequest } = await requests();
    const { requestRemoval } = await import("../../lib/server/redaction/redactions");
    const firms = ["a", "b"].map((one) => ({
      id: `${one}-${slug}`,
      name: `${one} ${slug}`,
      otherNames: [secret],
    }));
    for (const firm of firms) must(await recordRequest({ firms: [firm], claims: [] }, by));
    const rows = await sql(
      database.url,
      `SELECT id FROM firm_version WHERE firm_id LIKE '%-${slug}' ORDER BY firm_id`,
    );
    const [own, other] = rows.map(({ id }) => String(id));
    const place = { kind: "firm_version.other_names", row: `${own}.0`, reason: "abuse" } as const;
    expect(await requestRemoval(place, by.actor)).toMatchObject({ ok: true });
    const [request] = await sql(
      database.url,
      `SELECT id, column_name FROM redaction_request WHERE row_id = '${own}'`,
    );
    expect(request?.column_name).toBe("other_names.0");
    await sql(database.url, `SELECT remove_text('${request?.id}', 1, 'B', 'b')`);
    const names = await sql(
      database.url,
      `SELECT id, other_names[1] AS name FROM firm_version WHERE firm_id LIKE '%-${slug}' ORDER BY firm_id`,
    );
    expect(names).toEqual([
      { id: own, name: expect.stringMatching(/^This text was removed on .* \(abuse\)\.$/) },
      { id: other, name: secret },
    ]);
    for (const [kind, row] of [
      ["firm_version.other_names", String(own)],
      ["firm_version.other_names", `${own}.7`],
      ["event_version.title", "nothing@1"],
    ] as const) {
      expect(await requestRemoval({ kind, row, reason: "abuse" }, by.actor), row).toMatchObject({
        ok: false,
      });
    }
    for (const column of ["id", "firm_id", "other_names", "other_names.x"]) {
      await expect(
        sql(
          database.ownerUrl,
          `INSERT INTO redaction_request (id, table_name, column_name, row_id, sha256, reason, requested_by, requested_by_id)
           VALUES ('${randomUUID()}', 'firm_version', '${column}', 'x', text_sha256('x'), 'abuse', 'A', 'a')`,
        ),
      ).rejects.toThrow("redaction_request_place_check");
    }
  });
});
