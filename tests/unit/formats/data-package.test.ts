import { beforeAll, describe, expect, it } from "vitest";
import { buildRelease, type ReleaseFile } from "@/lib/formats/release";
import { databaseBytes } from "@/lib/server/database-file";
import { englishText } from "@/lib/text/english-text";
import {
  checkCells,
  checkKeys,
  type PackageRows,
  type Resource,
  readRows,
} from "../../support/check-package";
import { COMPILED_ON, seedFacts } from "../../support/seed-facts";

describe("the data package of a release", () => {
  let files: readonly ReleaseFile[];
  let resources: readonly Resource[];
  let rows: PackageRows;

  beforeAll(async () => {
    const release = await buildRelease({
      text: englishText,
      number: "2026.2",
      notes: null,
      facts: await seedFacts(),
      moment: { asOf: COMPILED_ON, revision: 1 },
      since: { number: "2025.1", asOf: "2025-06-30", version: 1, method: 1 },
      origin: "",
      operator: null,
      toDatabase: databaseBytes,
    });
    files = release.files;
    const file = files.find(({ name }) => name === "datapackage.json");
    resources = JSON.parse(new TextDecoder().decode(file?.content)).resources;
    rows = readRows(
      files.map(({ name, content }) => [name, new TextDecoder().decode(content)] as const),
    );
  });

  it("names every other file but the read-me, with its size", () => {
    const others = files.filter(({ name }) => name !== "README.md" && name !== "datapackage.json");
    expect(resources.map(({ path, bytes }) => [path, bytes])).toEqual(
      others.map(({ name, content }) => [name, content.byteLength]),
    );
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    for (const { name } of resources) expect(name).toMatch(/^[-a-z0-9._]+$/);
  });

  it("has each column of each table, and each cell is empty or of its type and within its limits", () => {
    checkCells(resources, rows);
  });

  it("has keys that tell rows apart, and references that lead to a row", () => {
    checkKeys(resources, rows);
  });
});
