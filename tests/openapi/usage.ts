// Reads the API by a client whose types are generated from its description, and prints what it got.
// node usage.js ADDRESS
import createClient from "openapi-fetch";
import type { paths } from "./clients/openapi-typescript.js";

declare const process: { readonly argv: readonly string[] };

const client = createClient<paths>({
  baseUrl: process.argv[2] ?? "",
  querySerializer: { array: { style: "form", explode: false } },
});

const zones = await client.GET("/api/v1/zones", {
  params: {
    query: {
      province: ["sindh", "unknown"],
      powerNeededMw: "..500",
      fields: ["name", "status"],
      sort: "name",
      limit: 5,
    },
  },
});
const rows = zones.data?.data ?? [];
const names: (string | null | undefined)[] = rows.map(({ name }) => name);

const zone = await client.GET("/api/v1/zones/{slug}", {
  params: { path: { slug: "dhabeji-sez" }, query: { asOf: "2026-11-24" } },
});
const area: number | null | undefined = zone.data?.data.fields.areaAcres.value;

const changes = await client.GET("/api/v1/changes", {
  params: { query: { kind: ["moved-up"], from: "2022-12-31", to: "2023-01-31" } },
});
const moved = changes.data?.data.map((change) => change.zone);

const refused = await client.GET("/api/v1/zones/{slug}", {
  params: { path: { slug: "no-such-zone" } },
});
const problem: string | undefined = refused.error?.code;

console.log(JSON.stringify({ rows, names, area, moved, problem }));
