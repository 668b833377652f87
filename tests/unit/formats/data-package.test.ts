import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { buildRelease, type ReleaseFile } from "@/lib/formats/release";
import { englishText } from "@/lib/text/english-text";
import { COMPILED_ON, seedFacts } from "../../support/seed-facts";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: {
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly schema?: {
    readonly fields: readonly Field[];
    readonly missingValues: readonly string[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: string;
      readonly reference: { readonly resource: string; readonly fields: string };
    }[];
  };
}

/** The forms of each type, as Table Schema has them. */
const FORMS: Readonly<Record<string, RegExp>> = {
  string: /^/,
  number: /^-?\d+(\.\d+)?$/,
  integer: /^-?\d+$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
};

describe("the data package of a release", () => {
  let files: readonly ReleaseFile[];
  let resources: readonly Resource[];
  const rows = new Map<string, readonly (readonly string[])[]>();

  beforeAll(async () => {
    const release = await buildRelease({
      text: englishText,
      number: "2026.2",
      notes: null,
      facts: await seedFacts(),
      moment: { asOf: COMPILED_ON, revision: 1 },
      since: { number: "2025.1", asOf: "2025-06-30", version: 1, method: 1 },
      origin: "",
    });
    files = release.files;
    const file = files.find(({ name }) => name === "datapackage.json");
    resources = JSON.parse(new TextDecoder().decode(file?.content)).resources;
    for (const { name, content } of files) {
      if (name.endsWith(".csv")) rows.set(name, parse(Buffer.from(content)));
    }
  });

  const listTables = () =>
    resources.flatMap(({ path, schema }) => {
      const [head = [], ...lines] = rows.get(path) ?? [];
      return schema ? [{ path, schema, head, lines }] : [];
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
    expect(listTables().map(({ path }) => path)).toEqual(
      [...rows.keys()].filter((name) => name !== "dictionary.csv"),
    );
    for (const { path, schema, head, lines } of listTables()) {
      expect(schema.fields.map(({ name }) => name)).toEqual(head);
      expect(schema.missingValues).toEqual([""]);
      for (const [i, { name, type, constraints = {} }] of schema.fields.entries()) {
        for (const cell of lines.map((line) => line[i] ?? "").filter((text) => text !== "")) {
          const at = `${path} ${name}: ${cell}`;
          expect(cell, at).toMatch(FORMS[type] ?? /no such type/);
          if (constraints.enum) expect(constraints.enum, at).toContain(cell);
          if (constraints.pattern) expect(cell, at).toMatch(new RegExp(constraints.pattern));
          expect(Number(constraints.minimum ?? cell), at).not.toBeGreaterThan(Number(cell));
          expect(Number(constraints.maximum ?? cell), at).not.toBeLessThan(Number(cell));
        }
      }
    }
  });

  it("has keys that tell rows apart, and references that lead to a row", () => {
    const values = (path: string, column: string) => {
      const [head = [], ...lines] = rows.get(path) ?? [];
      return lines.map((line) => line[head.indexOf(column)] ?? "");
    };
    for (const { path, schema, lines } of listTables()) {
      const [key = ""] = schema.primaryKey ?? [];
      expect(new Set(values(path, key)).size, path).toBe(lines.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(values(reference.resource, reference.fields));
        expect(known.size).toBeGreaterThan(0);
        const lost = values(path, fields).filter((value) => value !== "" && !known.has(value));
        expect(lost, `${path} ${fields}`).toEqual([]);
      }
    }
  });
});
