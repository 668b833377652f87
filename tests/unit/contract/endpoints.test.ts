import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { ANSWER_SCHEMAS } from "../../../lib/contract/answer-schemas";
import { ENDPOINT_LIST } from "../../../lib/contract/endpoints";
import { openApi } from "../../../lib/contract/openapi";
import {
  describeParam,
  getParamSchema,
  hasAllFilters,
  listOwnParams,
  listParams,
} from "../../../lib/contract/param-docs";
import { NO_PARAMS, parseRequest } from "../../../lib/contract/parse-request";
import { englishText } from "../../../lib/text/english-text";
import { listEndpoints } from "../../support/endpoints";

const ROOT = path.join(import.meta.dirname, "../../..");

/** Every endpoint below `app/api/v1`, except the one that answers all unknown addresses. */
const ROUTES = listEndpoints()
  .filter(({ kind, path: address }) => kind === "route" && /^\/api\/v1(\/|$)/.test(address))
  .map(({ path: address }) => address)
  .filter((address) => !address.includes("[..."))
  .map((address) => ({ address: address.replace(/\[(\w+)\]/g, "{$1}"), folder: `app${address}` }));

const readSource = (folder: string) => fs.readFileSync(path.join(ROOT, folder, "route.ts"), "utf8");

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: {
    readonly type: string;
    readonly items?: { readonly enum?: readonly string[] };
  };
}

/** What the schema of a parameter can say about its values. */
interface Form {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly items?: Form;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

const document = openApi(englishText, "https://tracker.test") as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: object;
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
};

/** The parameters of an operation, also those that others share. */
function listParameters(operation: Operation | undefined): (Parameter | undefined)[] {
  return (operation?.parameters ?? []).map((one) =>
    "$ref" in one ? document.components.parameters[one.$ref.split("/").at(-1) ?? ""] : one,
  );
}

describe("the OpenAPI document", () => {
  it("has exactly the routes of the app", () => {
    expect(Object.keys(document.paths).sort()).toEqual(ROUTES.map(({ address }) => address).sort());
  });

  it.each(ROUTES)("has the methods of $address", ({ address, folder }) => {
    const source = readSource(folder);
    // Read-only and write-only routes share the 405 answer to other methods.
    const reads = /GET/.test(source) && !/(POST|PATCH)_ONLY/.test(source);
    const writes = ["post", "patch"].filter((method) =>
      source.includes(`export const ${method.toUpperCase()} = `),
    );
    expect(Object.keys(document.paths[address] ?? {})).toEqual([
      ...(reads ? ["get"] : []),
      ...writes,
    ]);
  });

  it("describes every parameter with its form", () => {
    const undescribed = ENDPOINT_LIST.flatMap((endpoint) =>
      listParams(endpoint)
        .filter((name) => describeParam(englishText, name, endpoint).form === "")
        .map((name) => `${endpoint.path} ${name}`),
    );
    expect(undescribed).toEqual([]);
  });

  it.each([
    ["plotsBuiltPct", "100..500, ..500, 500.., not-applicable, unknown"],
    ["areaAcres", "100..500, ..500, 500.., unknown"],
    ["approvedOn", "2020..2024-06, unknown"],
    ["contested", "true, false, unknown"],
    ["readinessMin", "0 to 100"],
    ["asOf", "2020-06-30"],
  ])("describes %s by %s", (name, form) => {
    const [zones] = ENDPOINT_LIST;
    const doc = zones && describeParam(englishText, name, zones);
    expect(doc).toMatchObject({ name, form });
    expect(doc?.words).toMatch(/\w/);
  });

  it("describes an open list by words, and an unknown parameter without a form", () => {
    const [zones] = ENDPOINT_LIST;
    const form = (name: string) => zones && describeParam(englishText, name, zones).form;
    expect(form("sectors")).toMatch(/^.+, unknown$/);
    expect(form("lost")).toBe("");
    expect(zones && describeParam(englishText, "lost", zones).words).not.toBe("");
    const changes = ENDPOINT_LIST.find((one) => one.path === "/api/v1/changes");
    expect(changes && describeParam(englishText, "province", changes).form).toBe("sindh,punjab");
  });

  it.each(ENDPOINT_LIST)("has a pattern that fits the example of $path", (endpoint) => {
    const { searchParams } = new URL(endpoint.example, "https://tracker.test");
    const unfit = [...searchParams].flatMap(([name, value]) => {
      const schema = getParamSchema(name, endpoint) as Form;
      const { pattern = "", enum: allowed = null } = schema.items ?? schema;
      const values = schema.type === "array" ? value.split(",") : [value];
      const fits = (one: string) =>
        new RegExp(pattern).test(one) && (allowed?.includes(one) ?? true);
      return values.every(fits) ? [] : name;
    });
    expect(unfit).toEqual([]);
  });

  it("lists the own parameters of an endpoint without the filters if it has them all", () => {
    const [zones] = ENDPOINT_LIST;
    if (!zones) throw new Error("There is no endpoint.");
    expect(hasAllFilters(zones)).toBe(true);
    expect(listOwnParams(zones)).toContain("scope");
    expect(listOwnParams(zones)).not.toContain("gas");
    expect(listParams(zones)).toContain("gas");
    const changes = ENDPOINT_LIST.find((one) => one.path === "/api/v1/changes");
    expect(changes && listOwnParams(changes)).toContain("province");
  });

  it.each(ENDPOINT_LIST)("has a valid example of $path", ({ path: pattern, example, accepts }) => {
    const address = new URL(example, "https://tracker.test");
    const shape = new RegExp(`^${pattern.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);
    expect(address.pathname).toMatch(shape);
    const accepted = { ...NO_PARAMS, ...accepts };
    expect(parseRequest(englishText, address.searchParams, accepted).issues).toEqual([]);
  });

  it("has a named schema of every JSON answer, and no broken reference", () => {
    const named = Object.values<z.ZodType>(ANSWER_SCHEMAS).flatMap(
      (schema) => schema.meta()?.id ?? [],
    );
    expect(named).toHaveLength(Object.keys(ANSWER_SCHEMAS).length - 1);
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining([...named, "Problem", "RecordedAnswer"]),
    );
    expect(JSON.stringify(document)).not.toMatch(/\$schema|\$defs/);
    const text = JSON.stringify(document);
    const pointers = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer = ""]) => pointer);
    expect(pointers.length).toBeGreaterThan(20);
    for (const pointer of new Set(pointers)) {
      expect(document, pointer).toHaveProperty(pointer.split("/"));
    }
  });

  it("has a name for every object, and uses every name", () => {
    const unnamed: string[] = [];
    const visit = (value: unknown, place: string) => {
      if (typeof value !== "object" || value === null) return;
      const isPart = place.includes("/");
      const isOwn = "properties" in value && "type" in value && value.type === "object";
      if (isPart && isOwn) unnamed.push(place);
      for (const [key, part] of Object.entries(value)) visit(part, `${place}/${key}`);
    };
    const { schemas } = document.components;
    for (const [name, schema] of Object.entries(schemas)) visit(schema, name);
    expect(unnamed).toEqual([]);
    const text = JSON.stringify(document);
    const unused = Object.keys(schemas).filter(
      (name) => !text.includes(`"#/components/schemas/${name}"`),
    );
    expect(unused).toEqual([]);
  });

  it("describes JSON as objects, and not as text", () => {
    const json = Object.entries(document.paths).flatMap(([address, { get }]) =>
      Object.entries(get?.responses["200"]?.content ?? {}).flatMap(([type, { schema }]) =>
        type.includes("json") && !("$ref" in schema) ? address : [],
      ),
    );
    expect(json).toEqual([]);
  });

  it("lists the parameters in a path", () => {
    const file = document.paths["/api/v1/releases/{number}/{file}"]?.get;
    const inPath = listParameters(file).filter((one) => one?.in === "path");
    expect(inPath.map((one) => one?.name)).toEqual(["number", "file"]);
  });

  it("names each operation once", () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(["getZones", "getZonesCsv", "getTargetsIcs", "addZone", "changeFirm"]),
    );
  });

  it("has the values of a filter, of a choice and of fields", () => {
    const values = (path: string, name: string) =>
      listParameters(document.paths[path]?.get).find((one) => one?.name === name)?.schema;
    expect(values("/api/v1/zones", "gas")?.items?.enum).toEqual(
      expect.arrayContaining(["available", "unknown"]),
    );
    expect(values("/api/v1/zones", "fields")?.items?.enum).toContain("powerNeededMw");
    expect(values("/api/v1/events", "kind")?.items?.enum).toContain("approval");
    // What the data has is not in a description that stays.
    expect(values("/api/v1/events", "zone")).toEqual({
      type: "array",
      items: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
    });
    expect(values("/api/v1/tenancies", "stage")?.items?.enum).toContain("producing");
    expect(values("/api/v1/zones", "asOf")).toEqual({ type: "string", format: "date" });
    expect(values("/api/v1/tables/{file}", "file")).toMatchObject({
      enum: expect.arrayContaining(["claims.csv", "claims.parquet"]),
    });
    expect(values("/api/v1/zones", "readinessMin")).toEqual({
      type: "number",
      minimum: 0,
      maximum: 100,
    });
  });
});
