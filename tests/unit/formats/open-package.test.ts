import { beforeAll, describe, expect, it } from "vitest";
import { csvChunks } from "@/lib/formats/csv";
import { DAY_TABLES } from "@/lib/formats/day-tables";
import { type PackageContents, packageParts } from "@/lib/formats/open-package";
import { zipChunks } from "@/lib/formats/spreadsheet";
import { englishText } from "@/lib/text/english-text";
import {
  checkCells,
  checkKeys,
  type PackageRows,
  type Resource,
  readRows,
} from "../../support/check-package";
import { toArrayBuffer } from "../../support/read-files";
import { readZip } from "../../support/read-workbook";
import { seedDay, seedWorkbook } from "../../support/seed-workbook";

async function makeContents(province?: string): Promise<PackageContents> {
  const { ledger, registry } = await seedDay();
  const { rows, columns, notes, madeAt } = await seedWorkbook();
  const chosen = rows.filter(({ values }) => !province || values.province === province);
  const slugs = new Set(chosen.map(({ slug }) => slug));
  return {
    text: englishText,
    ledger,
    registry: { ...registry, zones: registry.zones.filter(({ slug }) => slugs.has(slug)) },
    isPart: province !== undefined,
    rows: chosen,
    columns,
    notes,
    recordedAt: madeAt,
    origin: "https://x.test",
  };
}

async function makeZip(contents: PackageContents): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipChunks(packageParts(contents))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface ReadPackage {
  readonly files: ReadonlyMap<string, string>;
  readonly description: Readonly<Record<string, unknown>>;
  readonly resources: readonly Resource[];
  readonly rows: PackageRows;
}

async function read(contents: PackageContents): Promise<ReadPackage> {
  const files = await readZip(toArrayBuffer(await makeZip(contents)));
  const { resources, ...description } = JSON.parse(files.get("datapackage.json") ?? "");
  return { files, description, resources, rows: readRows(files) };
}

/** The values of a column. */
function listValues({ rows }: ReadPackage, file: string, column: string): string[] {
  const [head = [], ...lines] = rows.get(file) ?? [];
  return lines.map((line) => line[head.indexOf(column)] ?? "");
}

describe("a package of all zones", () => {
  let made: ReadPackage;
  let contents: PackageContents;
  beforeAll(async () => {
    contents = await makeContents();
    made = await read(contents);
  });

  it("has the zones of the CSV, every table, the terms and what it is", () => {
    expect([...made.files.keys()]).toEqual([
      "README.md",
      "LICENSE.txt",
      "datapackage.json",
      "zones.csv",
      ...DAY_TABLES.map((name) => `${name}.csv`),
      "dictionary.csv",
    ]);
    const { rows, columns } = contents;
    expect(made.files.get("zones.csv")).toBe([...csvChunks(rows, columns)].join(""));
    expect(made.files.get("LICENSE.txt")).toContain("creativecommons.org/licenses/by/4.0/");
    expect(made.files.get("README.md")).toContain(contents.notes.address);
    expect(made.description).toMatchObject({
      profile: "data-package",
      version: "r1",
      created: "2026-11-24T09:00:00.000Z",
      homepage: "https://x.test",
      licenses: [{ name: "CC-BY-4.0" }],
      sources: [{ path: "sources.csv" }],
    });
  });

  it("names every other file, and each cell and key keeps to what it says", () => {
    const others = [...made.files.keys()].filter((name) => !/^(README|datapackage)/.test(name));
    expect(made.resources.map(({ path }) => path).sort()).toEqual(others.sort());
    checkCells(made.resources, made.rows);
    checkKeys(made.resources, made.rows);
  });

  it("has the same bytes for the same zones", async () => {
    expect((await makeZip(contents)).equals(await makeZip(contents))).toBe(true);
  });
});

describe("a package of some zones", () => {
  it("has only what is about them, and every reference still leads to a row", async () => {
    const all = await read(await makeContents());
    const made = await read(await makeContents("sindh"));
    const slugs = listValues(made, "zones.csv", "slug");
    expect(slugs.length).toBeGreaterThan(5);
    expect(slugs.length).toBeLessThan(20);
    for (const file of ["claims.csv", "evidence.csv", "tenancies.csv"]) {
      expect(listValues(made, file, "zone").length).toBeGreaterThan(0);
      expect(listValues(made, file, "zone").filter((slug) => !slugs.includes(slug))).toEqual([]);
    }
    checkCells(made.resources, made.rows);
    checkKeys(made.resources, made.rows);
    const cited = new Set(
      ["claims.csv", "events.csv", "context.csv"].flatMap((file) =>
        listValues(made, file, "sourceId"),
      ),
    );
    expect(new Set(listValues(made, "sources.csv", "id"))).toEqual(cited);
    expect(cited.size).toBeLessThan(listValues(all, "sources.csv", "id").length);
    const others = listValues(made, "events.csv", "zones").filter(
      (zones) => zones !== "" && !zones.split("; ").some((slug) => slugs.includes(slug)),
    );
    expect(others).toEqual([]);
  });
});
