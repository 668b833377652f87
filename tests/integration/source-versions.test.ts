import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { SourceAnswer } from "../../lib/contract/answer-schemas";
import { SourceChangeRequest } from "../../lib/contract/write-request";
import type { Source } from "../../lib/evidence/ledger-records";
import type { WriteResult } from "../../lib/server/ledger/types";
import { get, getJson } from "../support/api";
import { createSource } from "../support/facts";
import { newClaim } from "../support/new-claim";
import { headersFrom, newPerson, signInAs } from "../support/people";
import { readWorkbook } from "../support/read-workbook";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { requireWritten } from "../support/write-result";

const database = testDatabase("seeded");
const SOURCE = "gwadarpro-2022-04-20";

const BY = {
  person: {
    id: randomUUID(),
    name: "An analyst",
    email: "a@example.org",
    role: "analyst",
    mustFirst: null,
  },
  actor: { id: "an-analyst", name: "An analyst", address: "192.0.2.1" },
} as const;

/** Sends a change like a program. */
async function change(part: Record<string, unknown>, source = SOURCE): Promise<WriteResult> {
  const { changeSourceRequest } = await import("../../lib/server/desk/record-request");
  const sent = { id: randomUUID(), reason: "The old address is dead.", ...part };
  return changeSourceRequest(source, SourceChangeRequest.parse(sent), BY);
}

const done = async (result: Promise<WriteResult>) => requireWritten(await result).revision;

const getAnswer = async (address: string) =>
  (await getJson<{ data: SourceAnswer }>(`sources/${address}`)).data;

async function readBytes(address: string): Promise<string> {
  const response = await get(address);
  expect(response.status, address).toBe(200);
  const bytes = await response.arrayBuffer();
  return address.startsWith("zones.xlsx")
    ? JSON.stringify(await readWorkbook(bytes))
    : Buffer.from(bytes).toString("base64");
}

describe("a permalink", () => {
  const MOMENT = "asOf=2026-11-24&knownOn=r1";
  const PINNED = [
    "sources?limit=1000&knownOn=r1",
    `sources/${SOURCE}?${MOMENT}`,
    `events?limit=1000&${MOMENT}`,
    "context?limit=1000&knownOn=r1",
    `zones?scope=all&limit=1000&${MOMENT}`,
    `zones/rashakai-sez?${MOMENT}`,
    `zones/rashakai-sez/claims?${MOMENT}`,
    `zones/rashakai-sez/claims?asOf=2022-12-31&knownOn=r1`,
    `zones.xlsx?scope=all&${MOMENT}`,
    `changes?from=2020-01-01&to=2026-11-24&knownOn=r1&limit=1000`,
  ];

  test("gives the same bytes after new sources, events and figures", async () => {
    const before = new Map<string, string>();
    for (const address of PINNED) before.set(address, await readBytes(address));
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    await done(change({ url: "https://archive.example/rashakai", accessed: "2026-11-25" }));
    await done(change({ title: "Eleven firms in Rashakai", publishedOn: "2021-01" }));
    await done(
      writeLedger({
        author: "tester",
        purpose: "a test",
        subjects: {
          zones: [],
          sources: [createSource({ id: "a-new-source", publishedOn: "2020-05" })],
          tenancies: [],
          events: [
            {
              id: "a-new-event",
              reason: null,
              date: "2020-05",
              kind: "policy",
              title: "A new event",
              body: "What happened.",
              zones: ["rashakai-sez"],
              sourceId: SOURCE,
              quotation: null,
            },
          ],
          context: [
            {
              key: "a-new-figure",
              reason: null,
              statement: null,
              constraint: "power",
              label: "A new figure",
              value: 1,
              unit: "MW",
              period: "2020",
              sourceId: SOURCE,
              sourceNote: null,
              quotation: null,
            },
          ],
        },
      }),
    );
    const changed: string[] = [];
    for (const address of PINNED) {
      if ((await readBytes(address)) !== before.get(address)) changed.push(address);
    }
    expect(changed).toEqual([]);
    const now = await getAnswer(SOURCE);
    expect(now.events).toContain("a-new-event");
    expect(now.context).toContain("a-new-figure");
    expect(now.url).toBe("https://archive.example/rashakai");
    expect(now.versions.map(({ url }) => url)).toEqual([
      expect.stringContaining("gwadarpro.pk"),
      "https://archive.example/rashakai",
      "https://archive.example/rashakai",
    ]);
  });
});

describe("a new date of publication", () => {
  test("changes the dates of claims from its revision on, in answers and columns", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const { listColumnDifferences } = await import("../../lib/server/ledger/projection");
    const id = "dawn-2025-08-15";
    const claim = newClaim({
      zone: "hub-sez",
      field: "jobs",
      value: 123,
      asOf: null,
      sourceId: id,
    });
    const recorded = await done(
      writeLedger({ author: "tester", purpose: "a test", claims: [claim] }),
    );
    const getJobs = async (moment = "") =>
      (
        await getJson<{
          data: { fields: { jobs: { effectiveOn: string; value: number | null } } };
        }>(`zones/hub-sez${moment}`)
      ).data.fields.jobs;
    expect(await getJobs()).toMatchObject({ value: 123, effectiveOn: "2025-08-15" });
    const redated = await done(change({ publishedOn: "2024-02" }, id));
    expect(await getJobs()).toMatchObject({ value: 123, effectiveOn: "2024-02-01" });
    expect(await getJobs("?asOf=2024-06-30")).toMatchObject({ value: 123 });
    expect(await getJobs(`?asOf=2024-06-30&knownOn=r${recorded}`)).toMatchObject({ value: null });
    expect(await getJobs(`?knownOn=r${recorded}`)).toMatchObject({ effectiveOn: "2025-08-15" });
    expect(await listColumnDifferences()).toEqual([]);
    const [zone] = await sql(database.url, "SELECT * FROM zone WHERE slug = 'hub-sez'");
    expect(zone).toMatchObject({ projected_revision: redated, jobs: 123 });
  });
});

describe("a change of a source", () => {
  const id = "ary-2024-11-15";

  test("is made once if sent twice, and audited", async () => {
    const sent = { id: randomUUID(), url: "https://example.org/once" };
    const first = await change(sent, id);
    expect(first).toMatchObject({ ok: true, recorded: 1 });
    expect(await change(sent, id)).toMatchObject({ ok: true, recorded: 0 });
    expect(await change({ ...sent, url: "https://example.org/other" }, id)).toMatchObject({
      ok: false,
      code: "change-id-reused",
    });
    const entries = await sql(
      database.url,
      `SELECT action, detail FROM audit_entry WHERE subject = '${id}'`,
    );
    expect(entries).toEqual([
      {
        action: "source-changed",
        detail: { changed: "url", reason: "The old address is dead." },
      },
    ]);
  });

  test("based on an earlier version is a conflict", async () => {
    const { versions } = await getAnswer(id);
    const present = versions.at(-1)?.version ?? 0;
    expect(await change({ basedOn: 1, title: "Mine" }, id)).toMatchObject({
      ok: false,
      code: "source-changed",
      current: { revision: present, source: { url: "https://example.org/once" } },
    });
    expect(await change({ basedOn: present, title: "Mine" }, id)).toMatchObject({ recorded: 1 });
  });

  test("without differences records nothing", async () => {
    const { title, url } = await getAnswer(id);
    expect(await change({ title, url }, id)).toMatchObject({ ok: true, recorded: 0 });
  });

  test.each([
    ["a date that does not exist", { publishedOn: "2024-13" }, "publishedOn"],
    ["a future date", { publishedOn: "2999" }, "publishedOn"],
    [
      "an estimate without a date",
      { publishedOn: null, publishedOnEstimated: true },
      "publishedOnEstimated",
    ],
    ["a future day of reading", { accessed: "2999-01-01" }, "accessed"],
    ["a month of reading", { accessed: "2024-05" }, "accessed"],
  ])("with %s is rejected", async (_, part, param) => {
    expect(await change(part, id)).toMatchObject({
      ok: false,
      code: "invalid",
      issues: [{ param }],
    });
  });

  test("of an unknown source is rejected", async () => {
    expect(await change({ url: null }, "no-such-source")).toMatchObject({ code: "unknown-source" });
  });

  test("needs a reason and a web address", () => {
    const parse = (part: object) =>
      SourceChangeRequest.safeParse({ id: randomUUID(), reason: "Why", ...part }).success;
    expect(parse({ url: "https://example.org" })).toBe(true);
    expect(parse({ url: "javascript:alert(1)" })).toBe(false);
    expect(parse({ reason: "  " })).toBe(false);
    expect(parse({ id: "7" })).toBe(false);
    expect(parse({ publisher: "" })).toBe(false);
  });

  test("does not change the order of the sources", async () => {
    const { loadFacts, NO_FACTS } = await import("../../lib/server/registry/load-facts");
    const { listSourcesAt } = await import("../../lib/evidence/source-versions");
    const facts = await loadFacts(NO_FACTS);
    const { data } = await getJson<{ data: Source[] }>("sources?limit=1000");
    expect(data).toEqual(listSourcesAt(facts.sourceVersions, facts.revision));
  });
});

describe("POST /api/v1/sources/{id}", () => {
  const id = "dna-2024-11-23";

  const post = async (headers: Headers, body: unknown, source = id) => {
    const { POST } = await import("../../app/api/v1/sources/[id]/route");
    headers.set("content-type", "application/json");
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const request = new Request(`http://localhost:3000/api/v1/sources/${source}`, init);
    return POST(request, { params: Promise.resolve({ id: source }) });
  };
  const makeChange = (part: object = {}) => ({ id: randomUUID(), reason: "It is dead.", ...part });

  test("gives each visitor and request its status", async () => {
    const cookie = await signInAs(await newPerson("analyst"));
    const reader = await signInAs(await newPerson("reader"));
    const once = makeChange({ url: "https://example.org/a" });
    const statuses = [
      (await post(headersFrom({}), once)).status,
      (await post(headersFrom({ cookie: reader }), once)).status,
      (await post(headersFrom({ cookie, origin: "https://elsewhere.example" }), once)).status,
      (await post(headersFrom({ cookie }), once)).status,
      (await post(headersFrom({ cookie }), once)).status,
      (await post(headersFrom({ cookie }), { ...once, url: null })).status,
      (await post(headersFrom({ cookie }), makeChange({ url: "ftp://example.org" }))).status,
      (await post(headersFrom({ cookie }), makeChange({ publishedOn: "soon" }))).status,
      (await post(headersFrom({ cookie }), makeChange({ colour: "red" }))).status,
      (await post(headersFrom({ cookie }), makeChange({ url: null }), "no-such-source")).status,
    ];
    expect(statuses).toEqual([401, 403, 403, 201, 200, 409, 422, 422, 422, 404]);
    const stale = await post(headersFrom({ cookie }), makeChange({ basedOn: 1, title: "Mine" }));
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({
      code: "source-changed",
      current: { id, url: "https://example.org/a", version: expect.any(Number) },
    });
  });
});
