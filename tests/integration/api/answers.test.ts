import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { LedgerEntry, ListMeta, ZoneAnswer } from "../../../lib/contract/answer-schemas";
import { ANSWER_SCHEMAS } from "../../../lib/contract/answer-schemas";
import type { Event, Source } from "../../../lib/evidence/ledger-records";
import { get, getJson } from "../../support/api";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

interface List<T> {
  readonly data: readonly T[];
  readonly meta: ListMeta;
}

const ANSWERS: readonly (readonly [string, keyof typeof ANSWER_SCHEMAS])[] = [
  ["zones", "zones"],
  ["zones?scope=all&limit=1000", "zones"],
  ["zones?scope=all&asOf=2019-01-01&knownOn=r1", "zones"],
  ["zones?fields=name,status", "someFields"],
  ["zones/rashakai-sez", "zone"],
  ["zones/rashakai-sez?asOf=2020-06-30&weights=legal:50", "zone"],
  ["zones/moqpondass-sez", "zone"],
  ["zones/rashakai-sez/claims", "claims"],
  ["zones/allama-iqbal-industrial-city/claims", "claims"],
  ["zones/allama-iqbal-industrial-city/tenancies", "zoneTenancies"],
  ["tenancies", "tenancies"],
  ["facets", "facets"],
  ["readiness", "readiness"],
  ["readiness?province=sindh", "readiness"],
  ["facets?scope=all&province=sindh&readinessMin=10", "facets"],
  ["changes", "changes"],
  ["changes?from=2012-01-01&limit=1000", "changes"],
  ["changes?from=r0&to=r1&limit=1000", "changes"],
  ["sources?limit=1000", "sources"],
  ["events?limit=1000", "events"],
  ["context", "context"],
  ["fields", "fields"],
  ["rows", "rows"],
];

describe("every answer has its schema", () => {
  it.each(ANSWERS)("%s", async (address, name) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    const schema: z.ZodType = ANSWER_SCHEMAS[name];
    const parsed = schema.safeParse(await response.json());
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

describe("zones", () => {
  it("are the 44 announced zones by default, with the number of matches", async () => {
    const { data, meta } = await getJson<List<unknown>>("zones?province=sindh&limit=3");
    expect(meta).toMatchObject({ matched: 11, total: 44, version: 1, method: 3 });
    expect(meta).toMatchObject({ knownOn: expect.stringMatching(/^r1-[0-9a-f]{8}$/) });
    expect(data).toHaveLength(3);
  });

  it("can be paged by the links of each answer", async () => {
    const whole = await getJson<List<{ slug: string }>>("zones?sort=name");
    const pages: { slug: string }[] = [];
    let address: string | undefined = "zones?sort=name&limit=20";
    while (address) {
      const response = await get(address);
      pages.push(...((await response.json()) as List<{ slug: string }>).data);
      address = /<\/api\/v1\/([^>]*)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    }
    expect(pages).toEqual(whole.data);
  });

  it("have the same answer at the permalink as today", async () => {
    const { data, meta } = await getJson<List<unknown>>("zones?gas=unknown");
    const address = `zones?gas=unknown&asOf=${meta.asOf}&knownOn=${meta.knownOn}`;
    expect(await getJson(address)).toEqual({ data, meta });
  });
});

describe("one zone", () => {
  it("has the claim, source, date and rivals of each value", async () => {
    const { data } = await getJson<{ data: ZoneAnswer }>("zones/allama-iqbal-industrial-city");
    expect(data.fields.areaAcres.mark).toBe("contested");
    expect(data.fields.areaAcres.rivals.map(({ value }) => value)).toContain(2800);
    const ledger = await getJson<List<LedgerEntry>>("zones/allama-iqbal-industrial-city/claims");
    const claims = new Map(ledger.data.map((entry) => [entry.id, entry]));
    for (const [field, shown] of Object.entries(data.fields)) {
      if (shown.claimId === null) {
        expect(shown.value).toBeNull();
        continue;
      }
      const claim = claims.get(shown.claimId);
      expect(claim).toMatchObject({
        field,
        value: shown.value,
        asOf: shown.asOf,
        effectiveOn: shown.effectiveOn,
        standing: "shown",
      });
      expect(claim?.source.id).toBe(shown.sourceId);
      for (const rival of shown.rivals) {
        expect(claims.get(rival.claimId ?? "")).toMatchObject({
          field,
          value: rival.value,
          standing: rival.standing,
          contradicts: rival.contradicts,
          reason: rival.reason,
        });
      }
    }
  });

  it("lists every claim in effect on a day", async () => {
    const all = await getJson<List<LedgerEntry>>("zones/rashakai-sez/claims");
    const then = await getJson<List<LedgerEntry>>("zones/rashakai-sez/claims?asOf=2020-06-30");
    const expected = all.data.filter(({ effectiveOn }) => effectiveOn <= "2020-06-30");
    expect(then.data.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(all.data.length).toBeGreaterThan(then.data.length);
  });

  it("has a reason for every deprecated claim", async () => {
    const { data } = await getJson<List<LedgerEntry>>("zones/dhabeji-sez/claims");
    const deprecated = data.filter(({ standing }) => standing === "deprecated");
    expect(deprecated.length).toBeGreaterThan(0);
    expect(deprecated.every(({ reason }) => reason !== null)).toBe(true);
  });
});

describe("other answers", () => {
  it("filter sources, events, context and tenancies", async () => {
    const sources = await getJson<List<Source>>("sources?kind=research,government");
    expect(sources.meta).toMatchObject({ matched: 7, total: 262 });
    const events = await getJson<List<Event>>("events?zone=hattar-sez&asOf=2020-01-01");
    expect(events.data.length).toBeGreaterThan(0);
    expect(events.data.every(({ zones }) => zones.includes("hattar-sez"))).toBe(true);
    expect(events.data.every(({ date }) => date < "2020-01-02")).toBe(true);
    const context = await getJson<List<{ constraint: string }>>("context?constraint=power");
    expect(new Set(context.data.map(({ constraint }) => constraint))).toEqual(new Set(["power"]));
    const before = await getJson<List<{ key: string }>>("context?asOf=2026-01-15");
    expect(before.data.length).toBeGreaterThan(0);
    expect(before.data.map(({ key }) => key)).not.toContain("approved-zones");
    const then = await getJson<List<{ key: string }>>("context?asOf=2026-01-16");
    expect(then.data.map(({ key }) => key)).toContain("approved-zones");
    const firms = await getJson<List<{ zone: string }>>("tenancies?zone=rashakai-sez");
    const ofZone = await getJson<List<unknown>>("zones/rashakai-sez/tenancies");
    const two = await getJson<List<{ id: string }>>("tenancies?firm=century-steel,vivo");
    expect(two.data.map(({ id }) => id)).toEqual([
      "m-3-industrial-city--vivo",
      "rashakai-sez--century-steel",
    ]);
    expect(firms.meta.matched).toBe(ofZone.meta.matched);
  });
});
