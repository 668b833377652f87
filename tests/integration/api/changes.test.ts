import { describe, expect, it } from "vitest";
import type { ChangeRow, ListMeta, ProblemDocument } from "../../../lib/contract/answer-schemas";
import { ANSWER_SCHEMAS } from "../../../lib/contract/answer-schemas";
import { get, getJson } from "../../support/api";
import { newClaim } from "../../support/new-claim";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

interface Changes {
  readonly data: readonly ChangeRow[];
  readonly meta: ListMeta & Readonly<Record<"from" | "to", { asOf: string; knownOn: string }>>;
}

const ask = (query: string) => getJson<Changes>(`changes?${query}`);

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
}

async function feed(query = "") {
  const response = await get(`changes.atom${query}`, { headers: { host: "sez.example.org" } });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const xml = await response.text();
  const [head = "", ...rest] = xml.split("<entry>");
  const text = (part: string, name: string) =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(part)?.[1] ?? "";
  const entries = rest.map(
    (part): Entry => ({
      id: text(part, "id"),
      title: text(part, "title"),
      updated: text(part, "updated"),
    }),
  );
  return { head, id: text(head, "id"), updated: text(head, "updated"), entries };
}

describe("changes between days", () => {
  it("have their claim and the compared days", async () => {
    const { data, meta } = await ask(
      "from=2022-12-31&to=2023-01-31&zone=rashakai-sez&field=gas,electricity",
    );
    expect(meta).toMatchObject({
      matched: data.length,
      from: { asOf: "2022-12-31", knownOn: expect.stringMatching(/^r1-[0-9a-f]{8}$/) },
      to: { asOf: "2023-01-31", knownOn: expect.stringMatching(/^r1-[0-9a-f]{8}$/) },
    });
    expect(meta.total).toBeGreaterThan(meta.matched);
    expect(data[0]).toMatchObject({
      kind: "moved-up",
      zone: "rashakai-sez",
      province: "khyber-pakhtunkhwa",
      before: "under-construction",
      after: "available",
      on: "2023-01-01",
      sourceId: "nni-rashakai-95",
    });
  });

  it("agree with the registry of both days", async () => {
    const [from, to] = ["2020-12-31", "2022-12-31"];
    const { data } = await ask(`from=${from}&to=${to}&limit=1000`);
    const added = data.filter(({ kind }) => kind === "approval-evidenced");
    const counted = async (day: string) =>
      (await getJson<Changes>(`zones?scope=evidenced&asOf=${day}`)).meta.matched;
    expect(added).toHaveLength((await counted(to)) - (await counted(from)));
  });

  it("can be filtered by province and kind, and paged", async () => {
    const query = "from=2020-12-31&to=2023-06-30&province=sindh&kind=moved-up,first-known";
    const whole = await ask(`${query}&limit=1000`);
    expect(whole.data.every(({ province }) => province === "sindh")).toBe(true);
    expect(new Set(whole.data.map(({ kind }) => kind))).toEqual(
      new Set(["moved-up", "first-known"]),
    );
    const first = await get(`changes?${query}&limit=2`);
    expect(first.headers.get("link")).toContain('rel="next"');
    expect(((await first.json()) as Changes).data).toEqual(whole.data.slice(0, 2));
  });

  it("can be those of a quarter; a day compared with itself has none", async () => {
    expect((await ask("quarter=2025-Q4")).meta).toMatchObject({
      from: { asOf: "2025-09-30" },
      to: { asOf: "2025-12-31" },
    });
    expect((await ask("from=2023-01-01&to=2023-01-01")).data).toEqual([]);
  });

  it.each([
    ["from=2023-13-01", "from", /Give a day/],
    ["from=2023-01-01&to=r1", "to", /2 days or 2 revisions/],
    ["to=r999", "to", /no such revision/],
    ["to=2999-01-01", "to", /Data is shown up to/],
    ["quarter=2025", "quarter", /2025-Q4/],
    ["zone=rashakai-se", "zone", /Did you mean “rashakai-sez”/],
    ["kind=moved_up", "kind", /Did you mean “moved-up”/],
    ["form=2020-01-01", "form", /Did you mean “from”/],
  ])("reject %s and say what to do", async (query, param, detail) => {
    const response = await get(`changes?${query}`);
    expect(response.status).toBe(400);
    const problem = (await response.json()) as ProblemDocument;
    expect(problem.param).toBe(param);
    expect(problem.detail).toMatch(detail);
  });
});

describe("the feed", () => {
  it("has absolute addresses, an author, the time of the newest entry and a link to the next part", async () => {
    const { head, updated, entries } = await feed();
    expect(head).toContain(
      'rel="self" type="application/atom+xml" href="http://sez.example.org/api/v1/changes.atom"',
    );
    expect(head).toContain("<author>");
    expect(head).toContain('rel="next"');
    expect(entries).toHaveLength(100);
    expect(updated).toBe(entries[0]?.updated);
    const instants = entries.map((entry) => entry.updated);
    expect(instants).toEqual([...instants].sort().reverse());
  });

  it("has the same entries and parts as JSON", async () => {
    const response = await get("changes.json?province=sindh&limit=20", {
      headers: { host: "sez.example.org" },
    });
    expect(response.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
    const json = await response.json();
    const atom = await feed("?province=sindh&limit=20");
    expect(json).toMatchObject({
      feed_url: "http://sez.example.org/api/v1/changes.json?province=sindh&limit=20",
      home_page_url: "http://sez.example.org/news?tab=learned&province=sindh",
      next_url: "http://sez.example.org/api/v1/changes.json?province=sindh&limit=20&offset=20",
    });
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(
      atom.entries.map(({ id }) => id),
    );
  });

  it("has different ids for all entries and feeds", async () => {
    const { id, entries } = await feed("?limit=1000");
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    const ofZone = await feed("?zone=rashakai-sez");
    const ofProvince = await feed("?province=sindh");
    expect(new Set([id, ofZone.id, ofProvince.id]).size).toBe(3);
    // A new method concerns every zone.
    const ofChanges = ofZone.entries.filter(({ id }) => !id.includes("method"));
    expect(ofChanges.length).toBeGreaterThan(0);
    expect(ofChanges.every(({ title }) => title.startsWith("Rashakai"))).toBe(true);
    for (const entry of [...entries, { id }])
      expect(entry.id).toMatch(/^tag:cpec-sez-tracker,2026:\S+$/);
  });

  it("gets new entries at its start, also for older days", async () => {
    const before = await feed("?zone=hattar-sez&limit=1000");
    const { writeLedger } = await import("../../../lib/server/ledger/ledger");
    const claim = newClaim({
      zone: "hattar-sez",
      field: "water",
      value: "partial",
      asOf: "2015-06-01",
    });
    await writeLedger({ author: "tester", purpose: "a test", claims: [claim] });
    const { version } = (await ask("knownOn=r2")).meta;
    const after = await feed("?zone=hattar-sez&limit=1000");
    expect(after.entries.slice(-before.entries.length)).toEqual(before.entries);
    const added = after.entries.slice(0, after.entries.length - before.entries.length);
    expect(added.length).toBeGreaterThan(0);
    expect(added[0]?.id).toContain(claim.id);
    expect(after.updated > before.updated).toBe(true);

    const { data, meta } = await ask(`from=r${version - 1}&to=r${version}`);
    const earlier = new RegExp(`^r${version - 1}(-|$)`);
    expect(meta.from).toMatchObject({ knownOn: expect.stringMatching(earlier) });
    expect(data.length).toBeGreaterThan(0);
    expect(data.every(({ zone }) => zone === "hattar-sez")).toBe(true);
    expect(ANSWER_SCHEMAS.changes.safeParse({ data, meta }).error?.issues ?? []).toEqual([]);
    expect((await ask(`to=r${version}`)).data).toEqual(data);
  });
});
