import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { readDataSet } from "@/seed/read-data-set";

type Row = Readonly<Record<string, string>>;

const editions = await readDataSet("seed/data");
const third = editions.find(({ compiledOn }) => compiledOn === "2026-11-30");
if (!third) throw new Error("There is no third edition.");

const readRows = (table: string): Row[] =>
  parse(readFileSync(`docs/2026-11-30-${table}.csv`), { columns: true });
const facts = readRows("facts");
const searches = readRows("searches");

/** Everything that a table can refer to. */
const known = new Set(
  editions.flatMap((edition) => [
    ...edition.claims.map(({ id }) => `claim ${id}`),
    ...edition.decisions.map(({ claimId }) => `decision on ${claimId}`),
    ...edition.events.map(({ id }) => `event ${id}`),
    ...edition.context.map(({ key }) => `figure ${key}`),
    ...edition.sources.map(({ id }) => `source ${id}`),
  ]),
);
const listReferences = (rows: readonly Row[], column: string) =>
  rows.flatMap((row) => row[column]?.split("; ").filter((part) => part !== "") ?? []);

describe("the claims of the third edition", () => {
  test("have the words of the source, at most 40, unless the editors infer or count", () => {
    for (const { id, quotation, origin } of third.claims) {
      if (origin !== "inference") expect(quotation, id).not.toBeNull();
      expect(quotation?.text.split(/\s+/).length ?? 0, id).toBeLessThanOrEqual(40);
    }
  });

  test("search every zone and name it in Urdu and Chinese", () => {
    const zones = new Set(editions.flatMap((edition) => edition.zones.map(({ slug }) => slug)));
    for (const field of ["lastSearchedOn", "nameUr", "nameZh"]) {
      const found = third.claims.filter((claim) => claim.field === field);
      expect(new Set(found.map(({ zone }) => zone)), field).toEqual(zones);
    }
  });
});

describe("the table of facts", () => {
  test("has one row for each fact that was handed in", () => {
    expect(facts).toHaveLength(566);
    expect(new Set(facts.map(({ fact }) => fact)).size).toBe(566);
  });

  test("says of each fact why, and as what it is recorded or that it is left out", () => {
    for (const row of facts) {
      expect(row.why, row.fact).not.toBe("");
      const isLeftOut = row["what became of it"] === "left out";
      expect(row["recorded as"] === "", row.fact).toBe(isLeftOut);
    }
  });

  test("refers only to what the data set has", () => {
    expect(listReferences(facts, "recorded as").filter((one) => !known.has(one))).toEqual([]);
    expect(listReferences(searches, "recorded").filter((one) => !known.has(one))).toEqual([]);
  });

  test("records no claim whose page was not opened", () => {
    const unopened = facts.filter((row) => row["page opened"] === "no");
    const recorded = unopened.filter((row) => row["what became of it"] === "recorded");
    expect(
      listReferences(recorded, "recorded as").filter((one) => one.startsWith("claim")),
    ).toEqual([]);
  });
});

test("each zone has at least three searches of its own", () => {
  for (const { slug } of editions.flatMap((edition) => edition.zones)) {
    expect(searches.filter(({ zone }) => zone === slug).length, slug).toBeGreaterThanOrEqual(3);
  }
});
