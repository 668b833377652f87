import { describe, expect, it } from "vitest";
import { DOCUMENT_SCHEMAS } from "../../../lib/contract/answer-schemas";
import { PROGRESS_KEYS, ROW_KEYS } from "../../../lib/evidence/row";
import { listColumns } from "../../../lib/formats/columns";
import { fileName, fileNotes } from "../../../lib/formats/file-notes";
import { flatRow, geojsonChunks } from "../../../lib/formats/json-files";
import { DEFAULT_QUERY } from "../../../lib/query/query";
import { englishText } from "../../../lib/text/english-text";
import { createProgress, createRow } from "../../support/facts";

const META = { asOf: "2026-11-24", knownOn: "r3", version: 3, method: 1, matched: 2, total: 2 };
const NOTES = fileNotes(englishText, DEFAULT_QUERY, META, "https://x.test/zones.geojson");
const COLUMNS = listColumns(englishText);
const ROWS = [
  { ...createRow({ name: "Hub", location: { lon: 66.88, lat: 25.03 } }), readiness: null },
  { ...createRow({ name: "Nowhere" }, { slug: "nowhere" }), readiness: null },
];

describe("a flat row", () => {
  it("has one key for each field, unknown as null", () => {
    const row = flatRow(ROWS[1] ?? never());
    expect(Object.keys(row)).toEqual(["slug", ...ROW_KEYS, "readiness"]);
    expect(row.gas).toBeNull();
  });

  it("has the standing and the days of progress after its field", () => {
    const row = createRow(
      { status: "operational" },
      {
        progress: createProgress("operational", {
          ...{ since: "2021-08", lastReported: "2025-12-31", implied: true },
          ...{ producers: 7, recentProducers: 2 },
        }),
      },
    );
    const flat = flatRow({ ...row, readiness: null }, ["status", ...PROGRESS_KEYS]);
    expect(Object.entries(flat)).toEqual([
      ["slug", "test-zone"],
      ["status", "operational"],
      ["standing", "running"],
      ["progressSince", "2021-08"],
      ["progressLastReported", "2025-12-31"],
      ["progressImplied", true],
      ["producers", 7],
      ["recentProducers", 2],
      ["readiness", null],
    ]);
    expect(flatRow(ROWS[1] ?? never())).toMatchObject({
      ...{ standing: "unknown", progressSince: null, progressImplied: false, producers: 0 },
    });
  });

  it("has the chosen fields in the given order", () => {
    expect(flatRow(ROWS[0] ?? never(), ["gas", "name"])).toEqual({
      slug: "test-zone",
      gas: null,
      name: "Hub",
      readiness: null,
    });
    expect(Object.keys(flatRow(ROWS[0] ?? never(), ["gas", "name"]))[1]).toBe("gas");
  });
});

describe("a GeoJSON file", () => {
  const collection = JSON.parse([...geojsonChunks(ROWS, NOTES, COLUMNS)].join(""));

  it("is what the OpenAPI document says", () => {
    expect(DOCUMENT_SCHEMAS.features.safeParse(collection).error?.issues ?? []).toEqual([]);
  });

  it("includes a zone without a place, without geometry", () => {
    expect(collection.type).toBe("FeatureCollection");
    expect(collection.features.map((feature: { id: string }) => feature.id)).toEqual([
      "test-zone",
      "nowhere",
    ]);
    expect(collection.features[0].geometry).toEqual({ type: "Point", coordinates: [66.88, 25.03] });
    expect(collection.features[1].geometry).toBeNull();
    for (const [i, { properties }] of collection.features.entries()) {
      const row = ROWS[i] ?? never();
      expect(properties).toEqual(
        Object.fromEntries(COLUMNS.map(({ key, cell }) => [key, cell(row)])),
      );
    }
  });

  it("has the same flat properties with the same types, whatever is known of a zone", () => {
    const known = createRow({
      name: "Hub",
      aliases: ["Old", "Estate"],
      location: { lon: 66.88, lat: 25.03 },
      plotsAllottedPct: "not-applicable",
      plotsBuiltPct: 12.5,
      preExistingEstate: false,
    });
    const rows = [{ ...known, readiness: { low: 1, high: 2.5, coverage: 0.1 } }, ...ROWS];
    const { features } = JSON.parse([...geojsonChunks(rows, NOTES, COLUMNS)].join(""));
    const [first, ...others] = features.map((one: { properties: object }) => one.properties);
    for (const one of others) expect(Object.keys(one)).toEqual(Object.keys(first));
    expect(first).toMatchObject({
      aliases: "Old; Estate",
      plotsAllottedPct: null,
      plotsAllottedPctValueStatus: "not-applicable",
      plotsBuiltPct: 12.5,
      preExistingEstate: false,
      readinessHigh: 2.5,
    });
    const nested = features.flatMap((one: { properties: object }) =>
      Object.values(one.properties).filter((value) => value !== null && typeof value === "object"),
    );
    expect(nested).toEqual([]);
  });

  it("has the box around its places, longitude first, and none without a place", () => {
    const far = createRow({ location: { lon: 74.3, lat: 35.9 } }, { slug: "far" });
    const rows = [...ROWS, { ...far, readiness: null }];
    const read = (some: typeof rows) =>
      JSON.parse([...geojsonChunks(some, NOTES, COLUMNS)].join(""));
    expect(read(rows).bbox).toEqual([66.88, 25.03, 74.3, 35.9]);
    expect(read(ROWS.slice(1))).not.toHaveProperty("bbox");
  });

  it("includes licence, citation and boundary note", () => {
    expect(collection.meta).toEqual(META);
    expect(collection.licence.name).toBe("CC BY 4.0");
    expect(collection.citation).toContain("revision 3");
    expect(collection.boundaryNote).toContain("Line of Control");
  });

  it("is valid without zones", () => {
    expect(JSON.parse([...geojsonChunks([], NOTES, COLUMNS)].join("")).features).toEqual([]);
  });
});

describe("the name of a file", () => {
  it("has the day and the revision", () => {
    expect(fileName(META, "csv")).toBe("cpec-sez-zones_2026-11-24_r3.csv");
  });
});

function never(): never {
  throw new Error("no such row");
}
