import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { TARGET_KEYS } from "../../../lib/targets/targets";
import { get } from "../../support/api";
import { sql } from "../../support/sql";
import { testDatabase } from "../../support/test-database";

const database = testDatabase("seeded");

/** The entries of the calendar of a query, as a calendar program reads them. */
async function listEntries(query: string) {
  const response = await get(`targets.ics${query}`, { headers: { host: "sez.example.org" } });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  return new ICAL.Component(ICAL.parse(await response.text()))
    .getAllSubcomponents("vevent")
    .map((one) => ({
      uid: String(one.getFirstPropertyValue("uid")),
      day: String(one.getFirstPropertyValue("dtstart")),
      sequence: Number(one.getFirstPropertyValue("sequence")),
      title: String(one.getFirstPropertyValue("summary")),
      words: String(one.getFirstPropertyValue("description")),
      url: String(one.getFirstPropertyValue("url")),
    }));
}

describe("the calendar of targets", () => {
  it("has an entry for each kind of target that PostgreSQL has of a zone", async () => {
    const keys = TARGET_KEYS.map((key) => `'${key}'`).join(", ");
    const kept = await sql(
      database.url,
      `select distinct zone_slug || '/' || field as id from claim
       where field in (${keys}) and value <> 'null'::jsonb`,
    );
    const entries = await listEntries("?scope=all");
    expect(kept.length).toBeGreaterThan(5);
    expect(entries.map(({ uid }) => uid).sort()).toEqual(
      kept.map(({ id }) => `${id}@cpec-sez-tracker`).sort(),
    );
  });

  it("says the latest date, its outcome and its source, and leads to the evidence", async () => {
    const entries = await listEntries("?scope=all&asOf=2026-11-24");
    expect(entries.find(({ uid }) => uid.startsWith("dhabeji-sez/targetElectricity"))).toEqual(
      expect.objectContaining({ title: expect.stringContaining("Dhabeji") }),
    );
    for (const { words, url, day } of entries) {
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(words).toMatch(/^On 24 Nov 2026: .+\.\nAnnounced .+\.\nSource: .+/);
      expect(url).toMatch(/^http:\/\/sez\.example\.org\/zones\/[\w-]+#/);
    }
  });

  it("has the zones that match, on the day asked for", async () => {
    const all = await listEntries("?scope=all");
    const sindh = await listEntries("?scope=all&province=sindh");
    expect(sindh.length).toBeGreaterThan(0);
    expect(sindh.length).toBeLessThan(all.length);
    expect(await listEntries("?asOf=2012-01-01")).toEqual([]);
  });

  it("refuses a wrong parameter", async () => {
    expect((await get("targets.ics?provnce=sindh")).status).toBe(400);
  });
});
