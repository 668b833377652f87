import { describe, expect, it } from "vitest";
import { listChangesBetween } from "@/lib/changes/changes";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { ContextItem, Event } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { describeField, getCell, listColumns } from "@/lib/formats/columns";
import { comparisonCsv } from "@/lib/formats/csv";
import { DAY_TABLES, dayTable, tableCsv } from "@/lib/formats/day-tables";
import { citation } from "@/lib/formats/file-notes";
import { GEOPACKAGE_TYPE, PARQUET_TYPE, SQLITE_TYPE } from "@/lib/formats/file-types";
import { buildRelease, type ReleaseInput, toTextFile } from "@/lib/formats/release";
import { checksumList, releaseChanges, releaseReadMe } from "@/lib/formats/release-notes";
import { buildTables, csvTable } from "@/lib/formats/release-tables";
import { compareZones } from "@/lib/query/compare";
import { databaseBytes } from "@/lib/server/database-file";
import { englishText } from "@/lib/text/english-text";
import {
  createClaim,
  createDecision,
  createFacts,
  createRevision,
  createSource,
  createVersion,
} from "@/tests/support/facts";

const TODAY = "2026-11-24";
const admitted = createClaim({ id: "c1", field: "cohort", value: "added-37", asOf: "2019" });
const gas = createClaim({
  id: "c2",
  field: "gas",
  value: "planned",
  asOf: "2020-05",
  sourceId: "other",
  note: "A note.",
  locator: "p. 4",
});
const stage = createClaim({ id: "c3", field: "tenancyStage", value: "mou", tenancy: "a-firm" });
const plan = createClaim({ id: "c4", field: "gas", value: "available", asOf: "2020-04" });
const money = createClaim({
  id: "c5",
  field: "investmentUsdM",
  value: 6,
  tenancy: "a-firm",
  money: { amount: 1500, currency: "PKR" },
  quotation: { text: "Six million", lang: "en" },
  lastSeenOn: "2026-01-01",
  decline: true,
});
const claims = [admitted, gas, stage, plan, money];
const event = (id: string, date: string, revision = 1): Event => ({
  id,
  revision,
  reason: null,
  date,
  kind: "policy",
  title: `Event ${id}`,
  body: "What happened.",
  zones: ["test-zone", "b-zone"],
  sourceId: "a-source",
  quotation: { text: "What the paper said, word for word", lang: "en" },
});
const figure = (key: string, part: Partial<ContextItem> = {}): ContextItem => ({
  key,
  revision: 1,
  reason: null,
  constraint: "finance",
  label: `The ${key}`,
  value: 2.5,
  unit: "percent",
  statement: null,
  period: "2025",
  sourceId: "a-source",
  sourceNote: null,
  quotation: null,
  ...part,
});
const facts = createFacts({
  claims,
  decisions: [
    ...claims.map((claim) => createDecision(claim)),
    createDecision(plan, { kind: "deprecated", reason: "A plan" }),
  ],
  revisions: [createRevision(1, "2026-11-23T19:00:00Z")],
  tenancies: [{ id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 }],
  sourceVersions: [
    createVersion(createSource({ id: "a-source", title: "A piece", url: "https://a.test" })),
    createVersion(
      createSource({
        id: "other",
        publishedOn: "2020-05",
        publishedOnEstimated: true,
        accessed: "2026-01-02",
      }),
    ),
    createVersion(createSource({ id: "a-source", title: "A piece", url: "https://b.test" }), {
      reason: "Moved",
    }),
    createVersion(createSource({ id: "to-come" }), { revision: 2 }),
  ],
  events: [event("past", "2020"), event("to-come", "2027"), event("late", "2020", 2)],
  context: [
    figure("growth"),
    figure("said", { value: null, unit: null, statement: "Slow.", sourceNote: "p. 9" }),
    figure("late", { revision: 2 }),
  ],
});
const ledger = { facts, evidence: indexEvidence(facts) };
const registry = buildRegistry(facts, ledger.evidence, { asOf: TODAY, revision: 1 });

async function make(part: Partial<ReleaseInput> = {}) {
  const { files, changes } = await buildRelease({
    text: englishText,
    number: "2026.1",
    notes: "Figures of the autumn.",
    facts,
    moment: { asOf: TODAY, revision: 1 },
    since: { number: "2025.1", asOf: "2020-04-30", version: 1, method: 2 },
    origin: "https://tracker.test",
    operator: null,
    toDatabase: databaseBytes,
    ...part,
  });
  const read = (name: string) => {
    const file = files.find((one) => one.name === name);
    if (!file) throw new Error(`there is no ${name}`);
    return new TextDecoder().decode(file.content);
  };
  return { files, changes, read, lines: (name: string) => read(name).trimEnd().split("\n") };
}

/** The tables of the release with their numbers of records. */
const TABLES = [
  ...([
    ["sources", 2],
    ["firms", 0],
    ["tenancies", 1],
    ["claims", 5],
  ] as const),
  ...([
    ["evidence", expect.any(Number)],
    ["targets", 0],
  ] as const),
  ...([
    ["readiness", expect.any(Number)],
    ["coverage", expect.any(Number)],
  ] as const),
  ...([
    ["events", 1],
    ["context", 2],
    ["changes", 3],
  ] as const),
] as const;

/** The lines of each table, by its file. */
function tables(): (name: string) => string[] {
  const span = { from: { asOf: "2020-04-30", revision: 1 }, to: registry };
  const made = buildTables(englishText, ledger, registry, listChangesBetween(ledger, span));
  return (name) =>
    made
      .map(csvTable)
      .find((one) => one.name === name)
      ?.csv.trimEnd()
      .split("\n") ?? [];
}

describe("a release of one zone", () => {
  it("has its files with their media types and numbers of records", async () => {
    const { files, changes } = await make();
    expect(changes).toBe(3);
    expect(files.map(({ name, type, records }) => [name, type.split(";")[0], records])).toEqual([
      ["README.md", "text/markdown", null],
      ["zones.csv", "text/csv", 1],
      ["zones.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 1],
      ["zones.geojson", "application/geo+json", 1],
      ["zones.parquet", PARQUET_TYPE, 1],
      ["zones.gpkg", GEOPACKAGE_TYPE, 1],
      ["registry.sqlite", SQLITE_TYPE, null],
      ...TABLES.map(([name, records]) => [`${name}.csv`, "text/csv", records]),
      ...TABLES.map(([name, records]) => [`${name}.parquet`, PARQUET_TYPE, records]),
      ["dictionary.csv", "text/csv", expect.any(Number)],
      ["changes.md", "text/markdown", null],
      ["LICENSE.txt", "text/plain", null],
      ["CITATION.cff", "application/yaml", null],
      [".zenodo.json", "application/json", null],
      ["datapackage.json", "application/json", null],
    ]);
    expect(files.every(({ summary }) => summary !== "")).toBe(true);
  });

  it("has the same tables as the files of its day", () => {
    const whole = new Map(
      buildTables(englishText, ledger, registry, [])
        .map(csvTable)
        .map(({ name, csv }) => [name, csv]),
    );
    for (const name of DAY_TABLES) {
      const table = dayTable({ text: englishText, ledger, registry }, name);
      expect([...tableCsv(table)].join("")).toBe(whole.get(`${name}.csv`));
    }
  });

  it("has tables whose columns are defined, with their allowed values", () => {
    const made = buildTables(englishText, ledger, registry, []).map(csvTable);
    const values = Object.fromEntries(
      made.flatMap(({ name, columns }) =>
        columns.map((column) => [`${name} ${column.key}`, column.values]),
      ),
    );
    expect(values).toMatchObject({
      "claims.csv id": "UUID",
      "claims.csv zone": "slug in the table of zones",
      "claims.csv standing": "shown, live, set-aside, deprecated, retracted",
      "claims.csv contradicts": "true, false",
      "claims.csv confidence": "low, medium, high",
      "claims.csv revision": "whole number",
      "claims.csv note": "",
      "tenancies.csv zone": "slug in the table of zones",
      "tenancies.csv nationality": "",
      "sources.csv publishedOnEstimated": "true, false",
      "sources.csv claims": "whole number",
      "events.csv sourceId": "id in the table of sources",
      "context.csv value": "number in the unit of the row",
      "changes.csv on": "day: 2020-10-07",
      "changes.csv before": "",
    });
    for (const { columns, summary } of made) {
      expect(summary).not.toBe("");
      for (const { definition } of columns) expect(definition).not.toBe("");
    }
  });

  it("says of a change of a whole zone, a dispute and an unknown date what there is to say", () => {
    const zoneChange = {
      id: "x",
      kind: "zone-added",
      zone: "test-zone",
      tenancy: null,
      field: null,
      before: null,
      after: null,
      against: null,
      on: "2019-01-01",
      date: "2019",
      claimId: "c1",
      sourceId: "a-source",
    } as const;
    const dispute = {
      ...zoneChange,
      kind: "contradicted",
      field: "gas",
      before: "absent",
      after: null,
      against: "absent",
    } as const;
    const table = buildTables(englishText, ledger, registry, [
      zoneChange,
      dispute,
      { ...dispute, kind: "settled" },
      { ...dispute, kind: "changed" },
    ])
      .map(csvTable)
      .find(({ name }) => name === "changes.csv");
    const cells = table?.csv
      .trimEnd()
      .split("\n")
      .map((line) => line.split(",").slice(7, 11));
    expect(cells).toEqual([
      ["field", "before", "after", "against"],
      ["", "", "", ""],
      ["gas", "absent", "unknown", "absent"],
      ["gas", "absent", "unknown", "absent"],
      ["gas", "absent", "unknown", ""],
    ]);
  });

  it("has every claim with its decision and source", () => {
    const lines = tables();
    const [head = "", ...rows] = lines("claims.csv");
    const column = (name: string) => head.split(",").indexOf(name);
    const cells = rows.map((row) => row.split(","));
    const of = (name: string) => cells.map((row) => row[column(name)]);
    expect(of("id")).toEqual(["c1", "c2", "c4", "c3", "c5"]);
    expect(of("firm")).toEqual(["", "", "", "A firm", "A firm"]);
    expect(of("value")).toEqual(["added-37", "planned", "available", "mou", "6"]);
    expect(of("decision")).toEqual([
      "published",
      "published",
      "deprecated",
      "published",
      "published",
    ]);
    expect(of("reason")).toEqual(["", "", "A plan", "", ""]);
    expect(of("standing")).toEqual(["shown", "shown", "deprecated", "shown", "shown"]);
    expect(of("sourceId")).toEqual(["a-source", "other", "a-source", "a-source", "a-source"]);
    expect(of("note")).toEqual(["", "A note.", "", "", ""]);
    expect(of("decline")).toEqual(["false", "false", "false", "false", "true"]);
    const kept = ["quotation", "quotationLang", "amount", "currency", "lastSeenOn"];
    expect(kept.map((name) => of(name)[4])).toEqual([
      "Six million",
      "en",
      "1500",
      "PKR",
      "2026-01-01",
    ]);
    expect(kept.map((name) => of(name)[0])).toEqual(["", "", "", "", ""]);
  });

  it("has firms, sources, events, figures and changes", () => {
    const lines = tables();
    expect(lines("tenancies.csv")[1]).toMatch(
      /^a-firm,test-zone,,a-firm,A firm,single,false,a-source,mou,,/,
    );
    expect(lines("sources.csv").slice(1)).toEqual([
      "a-source,A piece,A paper,https://b.test,,https://a.test,,false,,news,4",
      "other,other,A paper,,,,2020-05,true,2026-01-02,news,1",
    ]);
    expect(lines("events.csv").slice(1)).toEqual([
      'past,2020,policy,Event past,What happened.,test-zone; b-zone,a-source,"What the paper said, word for word",en',
    ]);
    expect(lines("context.csv").slice(1)).toEqual([
      "growth,finance,The growth,2.5,percent,,2025,a-source,,,",
      "said,finance,The said,,,Slow.,2025,a-source,p. 9,,",
    ]);
    expect(lines("changes.csv")[1]).toMatch(/,went-silent,test-zone,test-zone,,a-firm,A firm,/);
    expect(lines("changes.csv")[3]).toMatch(
      /^[^,]+,first-known,test-zone,test-zone,,,,gas,unknown,planned,,2020-05-01,c2,other$/,
    );
  });

  it("says in words what changed since the release before", async () => {
    const { read } = await make();
    expect(read("changes.md")).toMatch(
      /^# Changes in release 2026\.1\n\nSince release 2025\.1 of 30 April 2020 \(revision 1\): 3 changes\.\n\n## .+ \(1\)\n\n.+\n\n- 2020-05-01: .+ \(source: other\)\.\n\n## .+ \(2\)\n\n/,
    );
    const first = await make({ since: null });
    expect(first.changes).toBe(0);
    expect(first.read("changes.md")).toContain("This is the first release");
    expect(first.lines("changes.csv")).toHaveLength(1);
    expect(first.read("README.md")).toContain("- Previous release: none");
  });

  it("is described with its day, notes, files and citation", async () => {
    const { read } = await make();
    const readMe = read("README.md");
    for (const part of [
      "# CPEC SEZ Tracker, release 2026.1\n",
      "\nFigures of the autumn.\n\n",
      "- Day: 24 November 2026 (2026-11-24)\n- Revision: r1, ",
      "- Method: 3\n- Recorded at: 2026-11-23T19:00:00Z, the time of the revision\n- Previous release: 2025.1; 3 changes since then",
      " (5)\n",
      "- `changes.md`: the same changes in words\n",
      "“Special economic zones of Pakistan, release 2026.1”",
      "https://tracker.test/data/releases/2026.1",
      "The final status of Jammu and Kashmir",
      "sha256sum -c SHA256SUMS",
    ]) {
      expect(readMe).toContain(part);
    }
    expect(readMe.endsWith("\n")).toBe(true);
    const bare = (await make({ notes: null, origin: "" })).read("README.md");
    expect(bare).not.toContain("autumn");
    expect(bare).toMatch(/licensed CC BY 4\.0\.\n$/);
  });

  it("has the address of each file with its zones, and the zones of every scope", async () => {
    const { read, lines } = await make();
    const collection = JSON.parse(read("zones.geojson"));
    expect(collection).toMatchObject({
      address: "https://tracker.test/api/v1/releases/2026.1/zones.geojson",
      meta: { matched: 1, total: 1, asOf: TODAY, knownOn: "r1" },
      features: [{ id: "test-zone", geometry: null }],
    });
    expect(lines("zones.csv")[1]).toMatch(/^test-zone,/);
  });

  it("defines every column", async () => {
    const { lines } = await make();
    const [head, ...rows] = lines("dictionary.csv");
    expect(head).toBe("file,column,type,definition,values");
    expect(rows.some((row) => row.startsWith("zones.csv,slug,"))).toBe(true);
    expect(rows.some((row) => row.startsWith("changes.csv,on,"))).toBe(true);
    for (const [name] of TABLES) {
      const own = rows.filter((row) => row.startsWith(`${name}.csv,`));
      expect(own.map((row) => row.split(",")[1])).toEqual(lines(`${name}.csv`)[0]?.split(","));
    }
  });
});

describe("the read-me of a release", () => {
  const since = { number: "2025.1", asOf: "2020-01-01", version: 3, method: 2 };
  const summary: Parameters<typeof releaseReadMe>[1] = {
    number: "2026.1",
    recordedAt: "2026-11-25T09:30:15.123Z",
    notes: null,
    since: null,
    changes: 0,
    meta: { asOf: TODAY, knownOn: "r1", version: 1, method: 2, matched: 1, total: 1 },
    citation: "Cited.",
    files: [
      { name: "zones.csv", summary: "all zones", records: 1200 },
      { name: "changes.md", summary: "the changes", records: null },
    ],
  };
  const readMe = (part: Partial<typeof summary> = {}) =>
    releaseReadMe(englishText, { ...summary, ...part });

  it("lists its files, with their numbers of records", () => {
    expect(readMe()).toContain(
      "\n- `zones.csv`: all zones (1,200)\n- `changes.md`: the changes\n\n",
    );
  });

  it("has the notes after what it is about, and nothing in their place", () => {
    const [withNotes, without] = [readMe({ notes: "Figures of the autumn." }), readMe()];
    expect(withNotes.replace("Figures of the autumn.\n\n", "")).toBe(without);
    expect(without).toMatch(/ in a later release\.\n\n- Day: /);
  });

  it("names the release before, if there is one", () => {
    expect(readMe()).toContain("\n- Previous release: none\n");
    expect(readMe({ since, changes: 1 })).toContain(
      "\n- Previous release: 2025.1; 1 change since then",
    );
  });
});

describe("the words of changes", () => {
  const entry = (kind: "moved-up" | "first-known", on: string) => ({
    kind,
    on,
    words: `Words of ${on}`,
    sourceId: "a",
  });
  it("are by kind in the order of kinds, and leave out kinds without changes", () => {
    const since = { number: "1", asOf: "2020-01-01", version: 3, method: 2 };
    const words = releaseChanges(englishText, "2", since, [
      entry("first-known", "2021-01-01"),
      entry("moved-up", "2021-02-01"),
      entry("first-known", "2021-03-01"),
    ]);
    const heads = words.split("\n").filter((line) => line.startsWith("## "));
    expect(heads).toHaveLength(2);
    expect(heads[0]).toMatch(/\(1\)$/);
    expect(heads[1]).toMatch(/\(2\)$/);
    expect(words).toContain("(revision 3): 3 changes.");
  });
});

it("a checksum is followed by two spaces and the name", () => {
  expect(
    checksumList([
      { name: "a.csv", sha256: "0f" },
      { name: "b.csv", sha256: "1e" },
    ]),
  ).toBe("0f  a.csv\n1e  b.csv\n");
});

it("a text file is encoded, without a number of records", () => {
  const { content, ...rest } = toTextFile("a.txt", "about", "Größe", "text/plain");
  expect(rest).toEqual({ name: "a.txt", summary: "about", records: null, type: "text/plain" });
  expect(new TextDecoder().decode(content)).toBe("Größe");
});

it("a citation without an address ends with the licence", () => {
  const state = { asOf: TODAY, version: 3, method: 2 };
  expect(citation(englishText, "Hub", state, "https://x.test")).toBe(
    "CPEC SEZ Tracker (2026). “Hub”. Data as of 24 November 2026, revision 3, method 2. Compiled data licensed CC BY 4.0. https://x.test",
  );
  expect(citation(englishText, "Hub", state, "")).toMatch(/CC BY 4\.0\.$/);
});

describe("the columns of a table", () => {
  it.each([
    ["gas", /^absent, planned, under-construction, partial, available, not-applicable$/],
    ["preExistingEstate", /^true, false$/],
    ["plotsBuiltPct", /^%$/],
    ["areaAcres", /^acres$/],
    ["approvedOn", /^year, month or day/],
    ["sectors", /^items separated by/],
    ["dependenceMarket", /^0: .+; 1: .+; 4: .+/],
    ["name", /^$/],
  ] as const)("%s allows %s", (field, values) => {
    expect(describeField(englishText, field).values).toMatch(values);
  });

  it.each([
    [null, null],
    [0, 0],
    [false, false],
    ["none", "none"],
    [["a", "b"], "a; b"],
    [{ lon: 67.5, lat: 24 }, "67.5 24"],
  ] as const)("the value %j is the cell %j", (value, cell) => {
    expect(getCell(value)).toBe(cell);
  });

  it("have a label, a definition and values, a place two of them", () => {
    const columns = listColumns(englishText, ["location", "gas"]);
    expect(columns.map(({ key }) => key)).toEqual([
      "slug",
      "longitude",
      "latitude",
      "gas",
      "readinessLow",
      "readinessHigh",
      "readinessCoverage",
      "readinessValueStatus",
    ]);
    expect(columns.map(({ values }) => values).slice(4)).toEqual([
      "0–100",
      "0–100",
      "0–1",
      "known, unknown, not-applicable",
    ]);
    for (const { label, definition } of columns) expect([label, definition]).not.toContain("");
  });
});

describe("a comparison as a file", () => {
  it("has the value, date, mark and source of each zone", () => {
    const zones = registry.zones.slice(0, 1);
    const text = comparisonCsv(englishText, zones, compareZones(zones));
    const lines = text.trimEnd().split("\n");
    expect(lines[0]).toBe(
      "group,field,label,unit,difference,known,test-zone,test-zone date,test-zone mark,test-zone source",
    );
    expect(lines).toContain("utilities,gas,Gas,,open,1,planned,2020-05,settled,other");
    expect(lines.find((line) => line.startsWith("identity,areaAcres,"))).toMatch(
      /,acres,open,0,unknown,,,$/,
    );
  });
});
