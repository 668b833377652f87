import { describe, expect, it } from "vitest";
import { DOCUMENT_SCHEMAS, type ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { type CatalogueFacts, describeCatalogue } from "@/lib/contract/dcat";
import { releaseFilePath } from "@/lib/contract/release-answer";

type Node = Readonly<Record<string, unknown>>;

const file = (number: string, name: string, size: number) => ({
  name,
  type: "text/csv; charset=utf-8",
  records: 1,
  size,
  sha256: String(size % 10).repeat(64),
  path: releaseFilePath(number, name),
});

function release(number: string, since: string | null) {
  const made: ReleaseAnswer = {
    number,
    asOf: "2026-11-24",
    knownOn: "r1",
    version: 1,
    method: 2,
    since,
    madeAt: "2026-11-24T09:00:00.000Z",
    notes: null,
    counts: { zones: 44, claims: 1597, sources: 22, changes: 0 },
    files: [file(number, "zones.csv", 12), file(number, "claims.csv", 345)],
  };
  const archive = { ...file(number, "package.zip", 678), type: "application/zip" };
  return { release: made, title: `Zones, release ${number}`, archive };
}

const FACTS: CatalogueFacts = {
  origin: "https://tracker.test",
  publisher: "Tracker",
  title: "Zones",
  description: "All zones.",
  keywords: ["zones"],
  licence: "https://licence.test/",
  asOf: "2026-11-26",
  revision: 7,
  changedOn: "2026-11-25",
  extent: [61, 23, 77, 37],
  files: [{ name: "CSV", type: "text/csv", path: "/api/v1/zones.csv?scope=all" }],
  releasesTitle: "Releases",
  releasesDescription: "Fixed copies.",
  releases: [release("2026.3", "2026.1"), release("2026.2", null), release("2026.1", null)],
};

/** Every node of a document, with what is inside it. */
function listNodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(listNodes);
  if (value === null || typeof value !== "object") return [];
  const node = value as Node;
  return [node, ...Object.values(node).flatMap(listNodes)];
}

const read = (facts: CatalogueFacts) => {
  const document = describeCatalogue(facts);
  const { "@context": context, ...catalogue } = document;
  const nodes = listNodes(catalogue);
  const ofType = (type: string) => nodes.filter((node) => node["@type"] === type);
  return { context: context as Record<string, string>, catalogue, nodes, ofType };
};

const { context, catalogue, nodes, ofType } = read(FACTS);
const byId = (id: string) => nodes.find((node) => node["@id"] === id && node["@type"]);

describe("the catalogue", () => {
  it("is what the OpenAPI document says", () => {
    const parsed = DOCUMENT_SCHEMAS.catalogue.safeParse(describeCatalogue(FACTS));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it("is a catalogue with the data of today, the series and each release, and a service", () => {
    expect(catalogue).toMatchObject({ "@type": "dcat:Catalog", "dct:title": "Tracker" });
    expect(ofType("dcat:Dataset").map((node) => node["@id"])).toEqual([
      "https://tracker.test/data#today",
      ...["2026.3", "2026.2", "2026.1"].map((one) => `https://tracker.test/data/releases/${one}`),
    ]);
    expect(ofType("dcat:DatasetSeries")).toHaveLength(1);
    expect(ofType("dcat:DataService")).toHaveLength(1);
  });

  it("uses only words whose vocabulary it names", () => {
    const words = nodes.flatMap((node) => [...Object.keys(node), String(node["@type"] ?? "@type")]);
    const prefixes = words
      .filter((word) => !word.startsWith("@"))
      .map((word) => word.split(":")[0]);
    expect([...new Set(prefixes)].sort()).toEqual(Object.keys(context).sort());
  });

  it("gives each data set its title, description, licence and publisher", () => {
    for (const node of [...ofType("dcat:Dataset"), ...ofType("dcat:DatasetSeries"), catalogue]) {
      expect(node).toMatchObject({
        "dct:title": expect.stringMatching(/./),
        "dct:description": expect.stringMatching(/./),
        "dct:license": { "@id": "https://licence.test/" },
        "dct:publisher": { "foaf:name": "Tracker" },
      });
    }
  });

  it("gives each data set its place, time and contact, and today's the day on which it changed", () => {
    for (const node of ofType("dcat:Dataset")) {
      expect(node).toMatchObject({
        "dct:spatial": {
          "dcat:bbox": { "@value": expect.stringMatching(/^POLYGON\(\(61 23, 77 23/) },
        },
        "dct:temporal": { "dcat:startDate": { "@value": "2012-01-01" } },
        "dcat:contactPoint": { "vcard:hasURL": { "@id": "https://tracker.test/contact" } },
      });
    }
    expect(byId("https://tracker.test/data#today")).toMatchObject({
      "dct:modified": { "@value": "2026-11-25" },
      "dct:temporal": { "dcat:endDate": { "@value": "2026-11-26" } },
    });
  });

  it("gives each file of a release its media type, size and checksum", () => {
    const distributions = ofType("dcat:Distribution");
    expect(distributions).toHaveLength(1 + 3 * 3);
    for (const one of distributions.slice(1)) {
      expect(one).toMatchObject({
        "dcat:mediaType": {
          "@id": expect.stringMatching(/media-types\/(text\/csv|application\/zip)$/),
        },
        "dcat:byteSize": {
          "@type": "xsd:nonNegativeInteger",
          "@value": expect.stringMatching(/^\d+$/),
        },
        "spdx:checksum": {
          "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
          "spdx:checksumValue": {
            "@type": "xsd:hexBinary",
            "@value": expect.stringMatching(/^[0-9a-f]{64}$/),
          },
        },
      });
    }
    expect(byId("https://tracker.test/api/v1/releases/2026.2/claims.csv")).toMatchObject({
      "dcat:byteSize": { "@value": "345" },
      "spdx:checksum": { "spdx:checksumValue": { "@value": "5".repeat(64) } },
    });
  });

  it("links each release to the one before, to what it is compared with and to what it is a version of", () => {
    expect(byId("https://tracker.test/data/releases/2026.3")).toMatchObject({
      "dcat:version": "2026.3",
      "dcat:inSeries": { "@id": "https://tracker.test/data#releases" },
      "dcat:isVersionOf": { "@id": "https://tracker.test/data#today" },
      "dcat:prev": { "@id": "https://tracker.test/data/releases/2026.2" },
      "dcat:previousVersion": { "@id": "https://tracker.test/data/releases/2026.1" },
    });
    expect(byId("https://tracker.test/data/releases/2026.1")).not.toHaveProperty("dcat:prev");
    expect(byId("https://tracker.test/data#releases")).toMatchObject({
      "dcat:first": { "@id": "https://tracker.test/data/releases/2026.1" },
      "dcat:last": { "@id": "https://tracker.test/data/releases/2026.3" },
    });
    expect(byId("https://tracker.test/data#today")).toMatchObject({
      "dcat:hasCurrentVersion": { "@id": "https://tracker.test/data/releases/2026.3" },
    });
  });

  it("names no release while there is none", () => {
    const empty = read({ ...FACTS, releases: [] });
    expect(empty.ofType("dcat:Dataset")).toHaveLength(1);
    expect(JSON.stringify(empty.catalogue)).not.toContain("/data/releases/");
  });
});
