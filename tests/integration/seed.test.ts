import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOfDay } from "../../lib/time/day";
import { readDataSet } from "../../seed/read-data-set";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

/** The folders of the editions. */
const FIRST = "2026-11-24";
const SECOND = "2026-11-25";
const DATA = path.join(import.meta.dirname, "../../seed/data");

describe("the data set", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "tracker-data-"));
    await cp(DATA, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function change(file: string, from: string, to: string, edition = FIRST) {
    const name = path.join(folder, edition, file);
    const text = await readFile(name, "utf8");
    expect(text).toContain(from);
    await writeFile(name, text.replace(from, to));
  }

  test("is read whole", async () => {
    const [data] = await readDataSet(folder);
    for (const name of ["zones", "claims", "sources", "tenancies", "events", "context"] as const) {
      const records: { decision?: unknown }[] = JSON.parse(
        await readFile(path.join(folder, FIRST, `${name}.json`), "utf8"),
      );
      expect(records.length, name).toBeGreaterThan(0);
      expect(data?.[name], name).toHaveLength(records.length);
      if (name === "claims") {
        const decided = records.filter(({ decision }) => decision !== undefined);
        expect(data?.decisions).toHaveLength(decided.length);
      }
    }
  });

  test.each([
    [
      "claims.json",
      '"field":"aliases"',
      '"field":"alias"',
      /claims\.json:3 field: “alias” is not a field of a zone/,
    ],
    [
      "claims.json",
      '"value":438,',
      '"value":"many",',
      /claims\.json:8 value: .*needs a number from 0.1 to 100,000/,
    ],
    [
      "claims.json",
      '"asOf":"2022-03-09"',
      '"asOf":"2022-02-30"',
      /claims\.json:8 asOf: must be a year, month or day that exists/,
    ],
    [
      "claims.json",
      '"sourceId":"compiler-register"',
      '"sourceId":"nobody"',
      /claims\.json:3 sourceId: “nobody” does not exist/,
    ],
    ["claims.json", '"origin":"official"', '"origin":"rumour"', /claims\.json:2 origin: /],
    ["zones.json", '"order":2', '"order":1', /zones\.json:3 order: “1” is used twice/],
    ["zones.json", '"order":2', '"ordre":2', /zones\.json:3 (order|ordre): /],
    [
      "tenancies.json",
      '"zone":"hattar-sez"',
      '"zone":"nowhere"',
      /tenancies\.json:2 zone: “nowhere” does not exist/,
    ],
    [
      "sources.json",
      '"publishedOn":"2026-03-13"',
      '"publishedOn":"soon"',
      /sources\.json:2 publishedOn: /,
    ],
    ["context.json", '"value":44', '"value":"44"', /context\.json:2 value: /],
  ])(
    "in %s, changing %s to %s is reported with its file, line and reason",
    async (file, from, to, message) => {
      await change(file, from, to);
      await expect(readDataSet(folder)).rejects.toThrow(message);
    },
  );

  test("a syntax error is reported with its line", async () => {
    await change("events.json", '"precision":"month"', '"precision" "month"');
    await expect(readDataSet(folder)).rejects.toThrow(/events\.json:\d+ \(file\): /);
  });

  test("all issues are reported together", async () => {
    await change("zones.json", '"order":2', '"order":0');
    await change("context.json", '"value":44', '"value":null');
    await expect(readDataSet(folder)).rejects.toThrow(/zones\.json:3[\s\S]*context\.json:2/);
  });

  test("issues of all editions are reported together, each with its edition", async () => {
    await change("zones.json", '"order":2', '"order":0');
    await change("claims.json", '"origin":"official"', '"origin":"rumour"', SECOND);
    await expect(readDataSet(folder)).rejects.toThrow(
      /2026-11-24\/zones\.json:3[\s\S]*2026-11-25\/claims\.json:\d+ origin/,
    );
  });

  test("a file that cannot be read is reported with the issues before it", async () => {
    await change("zones.json", '"order":2', '"order":0');
    await change("claims.json", "[", "{", SECOND);
    await expect(readDataSet(folder)).rejects.toThrow(
      /2026-11-24\/zones\.json:3[\s\S]*2026-11-25\/claims\.json:\d+ \(file\)/,
    );
  });

  test.each([
    [/"lang":"\w+"/, '"lang":null', /claims\.json:\d+ quotation: must be there with/],
    [/"quotation":"[^"]+"/, '"quotation":null', /claims\.json:\d+ quotation: must be there with/],
    [/"currency":"PKR"/, '"currency":null', /claims\.json:\d+ amount: must be there with/],
    [/"amount":\d+/, '"amount":null', /claims\.json:\d+ amount: must be there with/],
    [/"currency":"PKR"/, '"currency":"rupees"', /claims\.json:\d+ money: Give the currency/],
    [/"lang":"\w+"/, '"lang":"in English"', /claims\.json:\d+ lang: must be a code of BCP 47/],
  ])("a claim with %s changed to %s is reported", async (pattern, to, message) => {
    const text = await readFile(path.join(folder, SECOND, "claims.json"), "utf8");
    const from = pattern.exec(text)?.[0] ?? "";
    expect(from).not.toBe("");
    await change("claims.json", from, to, SECOND);
    await expect(readDataSet(folder)).rejects.toThrow(message);
  });
});

const EMPTY = { claims: [], decisions: [], title: "" };

describe("loading the data set", () => {
  const database = testDatabase("seeded");

  test("makes a revision of each edition with its date, and columns that agree with the claims", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    for (const [i, { compiledOn, title, claims, decisions, ...subjects }] of (
      await readDataSet(DATA)
    ).entries()) {
      const result = await writeLedger({
        author: "data set",
        purpose: title,
        claims,
        decisions,
        subjects,
        neverAgain: true,
        recordedAt: startOfDay(compiledOn),
      });
      // The database has the first edition already.
      expect(result).toMatchObject({
        ok: true,
        revision: i + 1,
        recorded: i === 0 ? 0 : expect.any(Number),
      });
    }
    const revisions = await sql(
      database.url,
      "SELECT id, recorded_at, author FROM revision ORDER BY id",
    );
    const editions = await readDataSet(DATA);
    expect(revisions).toEqual(
      editions.map(({ compiledOn }, i) => ({
        id: i + 1,
        recorded_at: startOfDay(compiledOn),
        author: "data set",
      })),
    );
    const { listColumnDifferences } = await import("../../lib/server/ledger/projection");
    expect(await listColumnDifferences()).toEqual([]);
  });

  test("a second time records nothing", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const editions = await readDataSet(DATA);
    for (const { claims, decisions, compiledOn: _, title, ...subjects } of editions) {
      const write = {
        author: "data set",
        purpose: title,
        claims,
        decisions,
        subjects,
        neverAgain: true,
      };
      expect(await writeLedger(write)).toEqual({
        ok: true,
        recorded: 0,
        revision: editions.length,
      });
    }
  });

  test("later records new claims as a revision and keeps the decisions of people", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const editions = await readDataSet(DATA);
    const [{ claims, decisions, title } = EMPTY] = editions;
    const [first] = claims;
    if (!first) throw new Error("The data set has no claims");
    await writeLedger({
      author: "tester",
      purpose: "a test",
      decisions: [{ claimId: first.id, kind: "deprecated", reason: "A test." }],
    });
    const fresh = { ...first, id: "01890000-0000-7000-8000-000000000001", value: "Hattar" };
    const result = await writeLedger({
      author: "data set",
      purpose: title,
      claims: [...claims, fresh],
      decisions,
      neverAgain: true,
    });
    expect(result).toEqual({ ok: true, recorded: 1, revision: editions.length + 2 });
  });
});
