import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ANSWER_SCHEMAS } from "../../../lib/contract/answer-schemas";
import { ENDPOINT_LIST } from "../../../lib/contract/endpoints";
import { openApi } from "../../../lib/contract/openapi";
import {
  listOwnParams,
  listParams,
  paramInWords,
  takesFilters,
} from "../../../lib/contract/param-words";
import { readParams } from "../../../lib/contract/read-params";
import { endpoints } from "../../support/endpoints";

const ROOT = path.join(import.meta.dirname, "../../..");

/** Every address below `app/api/v1` as the contract writes it, but for the one that answers for all others. */
const ROUTES = endpoints()
  .filter(({ kind, path: address }) => kind === "route" && address.startsWith("/api/v1/"))
  .map(({ path: address }) => address)
  .filter((address) => !address.includes("[[..."))
  .map((address) => ({ address: address.replace(/\[(\w+)\]/g, "{$1}"), folder: `app${address}` }));

const sourceOf = (folder: string) => fs.readFileSync(path.join(ROOT, folder, "route.ts"), "utf8");

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

const document = openApi("https://tracker.test") as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object };
};

describe("the contract", () => {
  it("tells of every route, and of none besides", () => {
    expect(Object.keys(document.paths).sort()).toEqual(ROUTES.map(({ address }) => address).sort());
  });

  it.each(ROUTES)("tells of every method of $address", ({ address, folder }) => {
    const source = sourceOf(folder);
    // A route that is only read, or only written to, answers other methods with a 405 of a place they share.
    const reads = /GET/.test(source) && !/POST_ONLY/.test(source);
    const writes = /export const POST = /.test(source);
    expect(Object.keys(document.paths[address] ?? {})).toEqual([
      ...(reads ? ["get"] : []),
      ...(writes ? ["post"] : []),
    ]);
  });

  it("says in words what every parameter asks for", () => {
    const silent = ENDPOINT_LIST.flatMap((endpoint) =>
      listParams(endpoint)
        .filter((name) => paramInWords(name, endpoint).form === "")
        .map((name) => `${endpoint.path} ${name}`),
    );
    expect(silent).toEqual([]);
  });

  it("lists the filters of the fields apart where an address takes them all", () => {
    const [zones] = ENDPOINT_LIST;
    if (!zones) throw new Error("there are addresses");
    expect(takesFilters(zones)).toBe(true);
    expect(listOwnParams(zones)).toContain("scope");
    expect(listOwnParams(zones)).not.toContain("gas");
    expect(listParams(zones)).toContain("gas");
    const changes = ENDPOINT_LIST.find((one) => one.path === "/api/v1/changes");
    expect(changes && listOwnParams(changes)).toContain("province");
  });

  it.each(ENDPOINT_LIST)(
    "has an example of $path that it takes",
    ({ path: of, example, accepts }) => {
      const address = new URL(example, "https://tracker.test");
      const shape = new RegExp(`^${of.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);
      expect(address.pathname).toMatch(shape);
      const taken = { query: [], paging: false, fields: false, choices: {}, ...accepts };
      expect(readParams(address.searchParams, taken).faults).toEqual([]);
    },
  );

  it("has the schema of every answer that is JSON", () => {
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining([...Object.keys(ANSWER_SCHEMAS), "problem", "recorded"]),
    );
    expect(JSON.stringify(document)).not.toContain("$schema");
    const text = JSON.stringify(document);
    const pointers = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer = ""]) => pointer);
    expect(pointers.length).toBeGreaterThan(20);
    for (const pointer of new Set(pointers)) {
      expect(document, pointer).toHaveProperty(pointer.split("/"));
    }
  });

  it("names each open part of a path", () => {
    const file = document.paths["/api/v1/releases/{number}/{file}"]?.get;
    expect(file?.parameters?.filter((one) => one.in === "path").map(({ name }) => name)).toEqual([
      "number",
      "file",
    ]);
  });
});
