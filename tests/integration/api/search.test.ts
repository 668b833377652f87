import { describe, expect, it } from "vitest";
import type { HitAnswer, ListMeta, SearchMeta } from "../../../lib/contract/answer-schemas";
import { ANSWER_SCHEMAS } from "../../../lib/contract/answer-schemas";
import { get, getJson } from "../../support/api";
import { newClaim } from "../../support/new-claim";
import { testDatabase } from "../../support/test-database";
import { requireWritten } from "../../support/write-result";

testDatabase("seeded");

interface Answer {
  readonly data: readonly HitAnswer[];
  readonly meta: ListMeta & SearchMeta;
}

const search = (params: string) => getJson<Answer>(`search?${params}`);

describe("GET /api/v1/search", () => {
  it.each(["q=rashakai", "q=Rashki", "q=zzzzqq", "q=a&kind=zone,firm&limit=3&offset=2"])(
    "%s has its schema",
    async (params) => {
      const answer = await search(params);
      expect(ANSWER_SCHEMAS.search.safeParse(answer).error?.issues ?? []).toEqual([]);
    },
  );

  it("gives the best result first, with what matched and the address of its page", async () => {
    const { data, meta } = await search("q=Boostan");
    expect(data[0]).toEqual({
      kind: "zone",
      id: "bostan-sez",
      name: "Bostan Special Economic Zone",
      about: "Balochistan · Under development, last reported 21 Apr 2025",
      path: "/zones/bostan-sez",
      matched: {
        part: "other-name",
        text: "Boostan SEZ",
        ranges: [[0, 7]],
        misspelled: false,
      },
    });
    expect(meta.kinds.zone).toBe(1);
    expect(meta.matched).toBe(data.length);
  });

  it("names pages and terms in the language asked for", async () => {
    const { data } = await search("q=%E5%AF%B9%E6%AF%94&lang=zh");
    expect(data.map(({ kind }) => kind)).toContain("page");
  });

  it.each([
    ["Gwadar Free Zone", "Gwadar Port Authority"],
    ["gwadar", "Gwadar Port Authority"],
    ["export processing zone", "Export Processing Zones Authority Ordinance 1980"],
    ["special technology zone", "Special Technology Zones Authority Act 2021"],
  ])("says why %s is not in the list", async (typed, reason) => {
    const { data } = await search(new URLSearchParams({ q: typed }).toString());
    const found = data.find(({ about }) => about.startsWith("Not in the list:"));
    expect(found?.about).toContain(reason);
    expect(found?.path).toMatch(/^\/glossary#.+-zone$/);
  });

  it("finds the parts of the method, and pages about the site", async () => {
    const [limits] = (await search("q=limits+of+the+data")).data;
    expect(limits).toMatchObject({ path: "/method#limits", about: "Part of the method" });
    const { data } = await search("q=accessibility&kind=page");
    expect(data.map(({ path }) => path)).toContain("/accessibility");
  });

  it("lists only the kinds and the number asked for, and counts all", async () => {
    const { data, meta } = await search("q=rashakai&kind=source&limit=2");
    expect(data.map(({ kind }) => kind)).toEqual(["source", "source"]);
    expect(meta.kinds.zone).toBe(1);
    expect(meta.matched).toBe(meta.kinds.source);
    expect(meta.total).toBeGreaterThan(meta.matched);
  });

  it("suggests the nearest names where nothing is found", async () => {
    const { data, meta } = await search("q=Rashki");
    expect(data).toEqual([]);
    expect(meta.nearest[0]).toMatchObject({ id: "rashakai-sez", path: "/zones/rashakai-sez" });
  });

  it("finds only what was known on a day, at addresses of that day", async () => {
    const { data, meta } = await search("q=rashakai&asOf=2020-06-30&knownOn=r1");
    expect(meta).toMatchObject({ asOf: "2020-06-30", version: 1 });
    expect(data[0]?.path).toBe("/zones/rashakai-sez?asOf=2020-06-30&knownOn=r1");
    expect(data.some(({ name }) => name === "Rashakai inaugurated")).toBe(false);
    const today = await search("q=Rashakai+inaugurated&asOf=2026-11-24");
    expect(today.data[0]?.path).toMatch(/^\/news\?scope=all&item=[^&]+&asOf=2026-11-24#/);
    // The glossary is of no day.
    const term = await search("q=confirmed+score&kind=term&asOf=2020-06-30");
    expect(term.data[0]?.path).toBe("/glossary#confirmed-score");
  });

  it.each([
    ["no words", "", "Say what to search for, for example q=rashakai."],
    ["empty words", "q=", "Say what to search for, for example q=rashakai."],
    ["201 letters", `q=${"x".repeat(201)}`, /200/],
    ["2,001 letters", `q=${"x".repeat(2_001)}`, /2,?000/],
    ["an unknown kind", "q=rashakai&kind=zones", /zones/],
    ["an unknown parameter", "q=rashakai&scope=all", /no parameter/],
    ["a limit of 0", "q=rashakai&limit=0", /whole number/],
  ])("refuses %s with a sentence", async (_, params, detail) => {
    const response = await get(`search?${params}`);
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toMatch(detail);
  });

  it("has the same answer at the permalink after a name in Urdu was recorded", async () => {
    const { writeLedger } = await import("../../../lib/server/ledger/ledger");
    const pinned = "search?q=رشکئی&asOf=2026-11-24&knownOn=r1";
    const before = await (await get(pinned)).text();
    expect(JSON.parse(before).data).toEqual([]);
    requireWritten(
      await writeLedger({
        author: "tester",
        purpose: "a test",
        claims: [newClaim({ field: "aliases", value: ["رشکئی اقتصادی زون"], asOf: "2026-11-01" })],
      }),
    );
    // Typed with the letters of an Arabic keyboard.
    const { data, meta } = await search("q=رشكئي&knownOn=r2");
    expect(data[0]).toMatchObject({ id: "rashakai-sez", matched: { part: "other-name" } });
    expect(meta.version).toBe(2);
    expect(await (await get(pinned)).text()).toBe(before);
  });
});
