import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { getPeriodEnd } from "../../../lib/context/context-figures";
import type { Facts } from "../../../lib/evidence/ledger-records";
import {
  buildRelease,
  type ReleaseContents,
  type ReleaseInput,
} from "../../../lib/formats/release";
import { databaseBytes } from "../../../lib/server/database-file";
import { englishText } from "../../../lib/text/english-text";
import { createRevision, createVersion } from "../../support/facts";
import { readCsv, readGeojson, readParquet, readXlsx } from "../../support/read-files";
import { COMPILED_ON, seedFacts } from "../../support/seed-facts";

/** The first edition, and both. */
let facts: Facts;
let both: Facts;

function inputAt(asOf: string, part: Partial<ReleaseInput> = {}): ReleaseInput {
  return {
    text: englishText,
    number: "2026.2",
    notes: "Figures of the autumn.",
    facts,
    moment: { asOf, revision: 1 },
    since: { number: "2025.1", asOf: "2025-06-30", version: 1, method: 1 },
    origin: "https://tracker.test",
    operator: null,
    toDatabase: databaseBytes,
    ...part,
  };
}

function getContent({ files }: ReleaseContents, name: string): Uint8Array<ArrayBuffer> {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`there is no ${name}`);
  return file.content;
}

const readText = (contents: ReleaseContents, name: string) =>
  new TextDecoder().decode(getContent(contents, name));
const readRecords = (content: Uint8Array<ArrayBuffer>): Record<string, string>[] =>
  parse(Buffer.from(content), { columns: true });
const listChecksums = ({ files }: ReleaseContents) =>
  files.map(({ name, content }) => [name, createHash("sha256").update(content).digest("hex")]);
const readLines = (contents: ReleaseContents, name: string) =>
  readText(contents, name).trimEnd().split("\n");

let made: ReleaseContents;

beforeAll(async () => {
  facts = await seedFacts();
  both = await seedFacts(2);
  made = await buildRelease(inputAt(COMPILED_ON));
});

describe("the files of a release", () => {
  it("contain everything on record", () => {
    const { zones, claims, tenancies, firmVersions, sourceVersions, events, context } = facts;
    expect(made.files.map(({ name, records }) => [name, records])).toEqual([
      ["README.md", null],
      ["zones.csv", zones.length],
      ["zones.xlsx", zones.length],
      ["zones.geojson", zones.length],
      ["zones.parquet", zones.length],
      ["zones.gpkg", zones.length],
      ["registry.sqlite", null],
      ...["csv", "parquet"].flatMap((format) => [
        [`sources.${format}`, sourceVersions.length],
        [`firms.${format}`, firmVersions.length],
        [`tenancies.${format}`, tenancies.length],
        [`claims.${format}`, claims.length],
        ...["evidence", "targets", "readiness", "coverage"].map((name) => [
          `${name}.${format}`,
          expect.any(Number),
        ]),
        [`events.${format}`, events.length],
        [`context.${format}`, context.length],
        [`changes.${format}`, made.changes],
      ]),
      ["dictionary.csv", expect.any(Number)],
      ["changes.md", null],
      ["LICENSE.txt", null],
      ["CITATION.cff", null],
      [".zenodo.json", null],
      ["datapackage.json", null],
    ]);
  });

  it("have the same zones in every format", async () => {
    const csv = readCsv(getContent(made, "zones.csv").buffer);
    expect(await readXlsx(getContent(made, "zones.xlsx").buffer)).toEqual(csv);
    expect(readGeojson(readText(made, "zones.geojson"))).toEqual(csv);
    expect(await readParquet(getContent(made, "zones.parquet").buffer)).toEqual(csv);
  });

  it("are the same byte for byte when made again later", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:10Z") });
    try {
      const again = await buildRelease(inputAt(COMPILED_ON));
      expect(listChecksums(again)).toEqual(listChecksums(made));
    } finally {
      vi.useRealTimers();
    }
  });

  it("list every claim with its decision, source and revision, and every source", async () => {
    const [head, ...claims] = readLines(made, "claims.csv");
    expect(head).toMatch(
      /^id,zone,tenancy,firm,field,about,value,.*,decision,.*,sourceId,revision,/,
    );
    expect(claims.filter((line) => line.includes(",deprecated,")).length).toBeGreaterThan(0);
    const ids = claims.map((line) => line.slice(0, 36));
    expect(new Set(ids)).toEqual(new Set(facts.claims.map(({ id }) => id)));
    const counted = readLines(made, "sources.csv").slice(1);
    const sum = counted.reduce((total, line) => total + Number(line.split(",").at(-1)), 0);
    expect(sum).toBe(facts.claims.length);
  });

  it("of a past day have no later zone, claim, event, figure or source", async () => {
    const past = await buildRelease(
      inputAt("2025-01-31", {
        facts: both,
        moment: { asOf: "2025-01-31", revision: 2 },
        since: null,
      }),
    );
    const read = (name: string) => readRecords(getContent(past, name));
    const isLater = (day: string | undefined) => day !== undefined && day > "2025-01-31";
    const claims = read("claims.csv");
    expect(claims.filter(({ effectiveOn }) => isLater(effectiveOn))).toEqual([]);
    expect(read("events.csv").filter(({ date }) => isLater(date))).toEqual([]);
    const zones = new Set(claims.map(({ zone }) => zone));
    expect(read("zones.csv").length).toBe(zones.size);

    const sources = new Map(read("sources.csv").map((source) => [source.id, source]));
    const context = read("context.csv");
    expect(context.length).toBeGreaterThan(0);
    // A figure has the day of its period, like a claim, or of its source.
    const days = context.map(({ sourceId = "", period = "" }) => {
      const published = sources.get(sourceId)?.publishedOn;
      const end = getPeriodEnd(period);
      return end !== null && end < (published ?? "9") ? end : published;
    });
    expect(days.filter((day) => day === undefined || isLater(day))).toEqual([]);
    expect(context.map(({ key }) => key)).not.toContain("approved-zones");

    // Only claims, events and figures, which have dates of their own, can cite a later text.
    const citing = new Set(
      [...claims, ...read("events.csv"), ...context].map(({ sourceId }) => sourceId),
    );
    const later = [...sources.values()].filter(
      ({ id, publishedOn }) => isLater(publishedOn) && !citing.has(id),
    );
    expect(later).toEqual([]);
    expect(readText(past, "changes.csv").trimEnd().split("\n")).toHaveLength(1);
    expect(readText(past, "changes.md")).toContain("the first release");
  });

  it.each(["2018-12-31", "2025-06-30", COMPILED_ON, "2026-11-25"])(
    "as of %s are the same byte for byte after later revisions",
    async (asOf) => {
      const part = { moment: { asOf, revision: 1 }, since: null };
      const before = listChecksums(await buildRelease(inputAt(asOf, part)));
      const after = await buildRelease(inputAt(asOf, { ...part, facts: both }));
      expect(listChecksums(after)).toEqual(before);
    },
  );

  it("list the former address of a source from the revision that changed it", async () => {
    const first = facts.sourceVersions.find(({ source }) => source.url !== null)?.source;
    if (!first) throw new Error("there are sources with an address");
    const moved = createVersion(
      { ...first, url: "https://archive.test/kept" },
      { revision: 2, reason: "The link is dead." },
    );
    const later = {
      ...facts,
      revisions: [...facts.revisions, createRevision(2, "2026-11-24T09:00:00Z")],
      sourceVersions: [...facts.sourceVersions, moved],
    };
    const readLineAt = async (revision: number) => {
      const moment = { asOf: COMPILED_ON, revision };
      const contents = await buildRelease(
        inputAt(COMPILED_ON, { facts: later, moment, since: null }),
      );
      return readLines(contents, "sources.csv").find((line) => line.startsWith(`${first.id},`));
    };
    expect(await readLineAt(2)).toContain(`,https://archive.test/kept,,${first.url},`);
    expect(await readLineAt(1)).toContain(`,${first.url},,,`);
  });

  it("list the changes in a table and in words", () => {
    expect(made.changes).toBeGreaterThan(50);
    expect(readLines(made, "changes.csv")).toHaveLength(made.changes + 1);
    const words = readText(made, "changes.md");
    expect(words).toContain(
      `Since release 2025.1 of 30 June 2025 (revision 1): ${made.changes} changes.`,
    );
    expect(words.match(/^- \d{4}-/gm)).toHaveLength(made.changes);
    expect(words).toMatch(
      /^- 2025-10-11: Khairpur: Progress on site advanced from Serviced .*\)\.$/m,
    );
  });
});
