import { describe, expect, it } from "vitest";
import { ZONE_FIELD_KEYS } from "../../../lib/catalogue/fields";
import { buildRegistry, indexEvidence } from "../../../lib/evidence/registry";
import { EXPORTED_FIELDS } from "../../../lib/formats/columns";
import { fileName, fileNotes } from "../../../lib/formats/file-notes";
import { flatRow, geojsonChunks, ndjsonChunks } from "../../../lib/formats/json-files";
import { listSourceUses } from "../../../lib/formats/xlsx";
import { DEFAULT_QUERY } from "../../../lib/query/query";
import { englishText } from "../../../lib/text/english-text";
import { createClaim, createFacts, createRow, createSource } from "../../support/facts";

const META = { asOf: "2026-11-24", knownOn: "r3", version: 3, method: 1, matched: 2, total: 2 };
const NOTES = fileNotes(englishText, DEFAULT_QUERY, META, "https://x.test/zones.geojson");
const ROWS = [
  { ...createRow({ name: "Hub", location: { lon: 66.88, lat: 25.03 } }), readiness: null },
  { ...createRow({ name: "Nowhere" }, { slug: "nowhere" }), readiness: null },
];

describe("a flat row", () => {
  it("has one key for each field, unknown as null", () => {
    const row = flatRow(ROWS[1] ?? never());
    expect(Object.keys(row)).toEqual(["slug", ...ZONE_FIELD_KEYS, "readiness"]);
    expect(row.gas).toBeNull();
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
  const collection = JSON.parse([...geojsonChunks(ROWS, NOTES)].join(""));

  it("includes a zone without a place, without geometry", () => {
    expect(collection.type).toBe("FeatureCollection");
    expect(collection.features.map((feature: { id: string }) => feature.id)).toEqual([
      "test-zone",
      "nowhere",
    ]);
    expect(collection.features[0].geometry).toEqual({ type: "Point", coordinates: [66.88, 25.03] });
    expect(collection.features[1].geometry).toBeNull();
    expect(collection.features[1].properties).toEqual(flatRow(ROWS[1] ?? never(), EXPORTED_FIELDS));
  });

  it("includes licence, citation and boundary note", () => {
    expect(collection.meta).toEqual(META);
    expect(collection.licence.name).toBe("CC BY 4.0");
    expect(collection.citation).toContain("revision 3");
    expect(collection.boundaryNote).toContain("Line of Control");
  });

  it("is valid without zones", () => {
    expect(JSON.parse([...geojsonChunks([], NOTES)].join("")).features).toEqual([]);
  });
});

describe("an NDJSON file", () => {
  it("has one zone per line", () => {
    const lines = [...ndjsonChunks(ROWS, ["name"])].join("").split("\n");
    expect(lines).toEqual([
      '{"slug":"test-zone","name":"Hub","readiness":null}',
      '{"slug":"nowhere","name":"Nowhere","readiness":null}',
      "",
    ]);
  });
});

describe("the name of a file", () => {
  it("has the day and the revision", () => {
    expect(fileName(META, "ndjson")).toBe("cpec-sez-zones_2026-11-24_r3.ndjson");
  });
});

describe("the sources of a file", () => {
  it("are those of the displayed claims, the most used first", () => {
    const facts = createFacts({
      claims: [
        createClaim({ field: "status", value: "serviced", sourceId: "new", asOf: "2024" }),
        createClaim({ field: "status", value: "not-started", sourceId: "old", asOf: "2019" }),
        createClaim({ field: "gas", value: "none", sourceId: "new" }),
        createClaim({ field: "water", value: "none", sourceId: "other" }),
        createClaim({ field: "telecom", value: "none", sourceId: "unasked" }),
      ],
    });
    const sources = ["unasked", "other", "old", "new"].map((id) => createSource({ id }));
    const moment = { asOf: "2026-11-24", revision: 1 };
    const { zones } = buildRegistry(facts, indexEvidence(facts), moment);
    const used = listSourceUses(zones, ["status", "gas", "water"], sources);
    expect(used.map(({ source, values }) => [source.id, values])).toEqual([
      ["new", 2],
      ["other", 1],
    ]);
  });
});

function never(): never {
  throw new Error("no such row");
}
