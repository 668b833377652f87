import { parse } from "csv-parse/sync";
import { expect } from "vitest";

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
/** A file of a Frictionless data package. */
export interface Resource {
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
  number: /^-?\d+(\.\d+)?(e-?\d+)?$/,
  integer: /^-?\d+$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
};

/** The lines of each CSV file of a package, by its name. */
export type PackageRows = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Reads CSV files. */
export function readRows(files: Iterable<readonly [name: string, content: string]>): PackageRows {
  return new Map(
    [...files].flatMap(([name, content]) =>
      name.endsWith(".csv") ? [[name, parse(content) as string[][]]] : [],
    ),
  );
}

const listTables = (resources: readonly Resource[], rows: PackageRows) =>
  resources.flatMap(({ path, schema }) => {
    const [head = [], ...lines] = rows.get(path) ?? [];
    return schema ? [{ path, schema, head, lines }] : [];
  });

/** Checks that each table has its columns, and that each cell is empty or of its type and within its limits. */
export function checkCells(resources: readonly Resource[], rows: PackageRows): void {
  expect(listTables(resources, rows).map(({ path }) => path)).toEqual(
    [...rows.keys()].filter((name) => name !== "dictionary.csv"),
  );
  for (const { path, schema, head, lines } of listTables(resources, rows)) {
    expect(schema.fields.map(({ name }) => name)).toEqual(head);
    expect(schema.missingValues).toEqual([""]);
    for (const [i, { name, type, constraints = {} }] of schema.fields.entries()) {
      const cells = new Set(lines.map((line) => line[i] ?? "").filter((text) => text !== ""));
      const wrong = [...cells].filter(
        (cell) =>
          !(FORMS[type] ?? /no such type/).test(cell) ||
          !(constraints.enum?.includes(cell) ?? true) ||
          !new RegExp(constraints.pattern ?? "").test(cell) ||
          Number(constraints.minimum ?? cell) > Number(cell) ||
          Number(constraints.maximum ?? cell) < Number(cell),
      );
      expect(wrong, `${path} ${name}`).toEqual([]);
    }
  }
}

/** Checks that keys tell rows apart, and that references lead to a row. */
export function checkKeys(resources: readonly Resource[], rows: PackageRows): void {
  const values = (path: string, column: string) => {
    const [head = [], ...lines] = rows.get(path) ?? [];
    return lines.map((line) => line[head.indexOf(column)] ?? "");
  };
  for (const { path, schema, lines } of listTables(resources, rows)) {
    const keys = (schema.primaryKey ?? []).map((key) => values(path, key));
    const named = lines.map((_, i) => JSON.stringify(keys.map((column) => column[i])));
    expect(new Set(named).size, path).toBe(lines.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(values(reference.resource, reference.fields));
      expect(known.size).toBeGreaterThan(0);
      const lost = values(path, fields).filter((value) => value !== "" && !known.has(value));
      expect(lost, `${path} ${fields}`).toEqual([]);
    }
  }
}
