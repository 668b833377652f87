import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../support/sql";
import { testDatabase } from "../../support/test-database";

const database = testDatabase("seeded");
const ADDRESS = "http://localhost:3000/mcp";
const ANNOUNCED =
  "in_registry and (cohort in ('original-7', 'added-37') or candidate_for_remainder)";

let client: Client;
let route: typeof import("../../../app/mcp/route");

/** Sends a request to the handler, as a client over HTTP does. */
async function send(init: RequestInit & { readonly host?: string } = {}): Promise<Response> {
  const { host = "localhost:3000", ...rest } = init;
  const headers = new Headers(rest.headers);
  headers.set("host", host);
  return await route.POST(new Request(ADDRESS, { method: "POST", ...rest, headers }));
}

beforeAll(async () => {
  route = await import("../../../app/mcp/route");
  client = new Client({ name: "test", version: "1.0.0" });
  const transport = new StreamableHTTPClientTransport(new URL(ADDRESS), {
    fetch: (_url, init = {}) => send(init),
  });
  await client.connect(transport);
});

/** What a tool answers, or the words with which it refuses. */
async function call(name: string, args: Record<string, unknown>) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  const [first] = content;
  const text = first?.type === "text" ? first.text : "";
  return { found: structuredContent as Record<string, unknown>, text, refused: isError === true };
}

type Row = Readonly<Record<string, unknown>>;
const listRows = async (name: string, args: Record<string, unknown>) => {
  const { found, text, refused } = await call(name, { limit: 100, ...args });
  if (refused) throw new Error(text);
  return found as { readonly rows: readonly Row[]; readonly matched: number };
};
const ask = (statement: string) => sql(database.url, statement);

test("every tool has a schema for its answer and refuses other arguments", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    ...["search", "find_zones", "get_value", "compare_zones", "list_changes", "list_values"],
    ...["list_firms", "list_targets", "list_readiness", "list_events", "list_sources"],
    ...["list_coverage", "count_standings"],
  ]);
  for (const { annotations, inputSchema, outputSchema } of tools) {
    expect(annotations?.readOnlyHint).toBe(true);
    expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
    expect(outputSchema).toMatchObject({ type: "object" });
  }
});

describe("the questions of this project have the answers of the database", () => {
  test("how many announced zones are there, and how many at each standing?", async () => {
    const { found } = await call("count_standings", {});
    const [{ count } = { count: 0 }] = await ask(
      `select count(*)::int from zone where ${ANNOUNCED}`,
    );
    expect(found.matched).toBe(count);
    const standings = Object.values(found.standings as Record<string, { count: number }>);
    expect(standings.reduce((sum, one) => sum + one.count, 0)).toBe(count);
  });

  test("of how many zones is progress unknown?", async () => {
    const { found } = await call("find_zones", { filters: { status: "unknown" }, limit: 100 });
    const [{ count } = { count: 0 }] = await ask(
      `select count(*)::int from zone where ${ANNOUNCED} and status is null`,
    );
    expect(found.matched).toBe(count);
  });

  test("which zones in Sindh have electricity?", async () => {
    const { found } = await call("find_zones", {
      filters: { province: "sindh", electricity: "available" },
      fields: ["name"],
      limit: 100,
    });
    const rows = await ask(
      `select slug from zone where ${ANNOUNCED} and province = 'sindh' and electricity = 'available' order by slug`,
    );
    const zones = found.zones as readonly { readonly slug: string }[];
    expect(zones.map(({ slug }) => slug).sort()).toEqual(rows.map(({ slug }) => slug));
  });

  test("is there gas in Rashakai, and who says so?", async () => {
    const { rows } = await listRows("list_values", { zone: ["rashakai-sez"], field: ["gas"] });
    const [zone] = await ask("select gas from zone where slug = 'rashakai-sez'");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ value: zone?.gas, tenancy: null });
    const [source] = await ask(`select publisher from source where id = '${rows[0]?.sourceId}'`);
    expect(rows[0]).toMatchObject({ publisher: source?.publisher });
  });

  test("how many jobs for each acre are there in M-3?", async () => {
    const { found } = await call("compare_zones", {
      zones: ["m-3-industrial-city", "hattar-sez"],
      fields: ["jobs", "areaAcres"],
    });
    const rows = await ask(
      "select slug, jobs, area_acres from zone where slug in ('m-3-industrial-city', 'hattar-sez')",
    );
    const zones = found.zones as readonly Row[];
    for (const { slug, jobs, area_acres } of rows) {
      expect(zones.find((one) => one.slug === slug)).toMatchObject({ jobs, areaAcres: area_acres });
    }
    expect(rows).toHaveLength(2);
  });

  test("how many firms does the register have in each province?", async () => {
    const { rows, matched } = await listRows("list_firms", { province: ["punjab"] });
    const firms = await ask(
      "select tenancy.id, firm_id from tenancy join zone on slug = zone_slug where province = 'punjab' and in_registry",
    );
    const listed = new Map(firms.map(({ id, firm_id }) => [id, firm_id]));
    expect(matched).toBe(rows.length);
    expect(matched).toBeGreaterThan(10);
    for (const { id, firmId } of rows) expect(listed.get(id)).toBe(firmId);
  });

  test("which target of electricity in Hattar is late?", async () => {
    const { rows } = await listRows("list_targets", {
      zone: ["hattar-sez"],
      field: ["targetElectricity"],
    });
    const [zone] = await ask("select target_electricity from zone where slug = 'hattar-sez'");
    const latest = rows.find((row) => row.latest === true);
    expect(latest).toMatchObject({ targetDate: zone?.target_electricity });
    expect(Number(latest?.daysLate)).toBeGreaterThan(300);
  });

  test("what happened in Hattar?", async () => {
    const { rows } = await listRows("list_events", { zone: ["hattar-sez"] });
    const events = await ask(
      "select event_id from event_zone where zone_slug = 'hattar-sez' order by event_id",
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(events.map(({ event_id }) => event_id));
  });

  test("which sources speak of the gas in Dhabeji?", async () => {
    const { rows } = await listRows("list_sources", { zone: ["dhabeji-sez"], field: ["gas"] });
    const sources = await ask(
      "select distinct source_id from claim where zone_slug = 'dhabeji-sez' and field = 'gas' order by source_id",
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(sources.map(({ source_id }) => source_id));
  });

  test("of how many zones is the water supply known?", async () => {
    const { rows, matched } = await listRows("list_coverage", { field: ["water"] });
    const [counts] = await ask(
      "select count(*)::int as all, count(water)::int as known from zone where in_registry",
    );
    expect(matched).toBe(counts?.all);
    expect(rows.filter(({ known }) => known === true)).toHaveLength(Number(counts?.known));
  });

  test("did Hattar become more ready, and was it progress?", async () => {
    const { rows } = await listRows("list_readiness", { zone: ["hattar-sez"] });
    const [zone] = await ask("select readiness_low from zone where slug = 'hattar-sez'");
    const last = rows.map(({ year }) => Number(year)).sort((a, b) => b - a)[0];
    const all = await Promise.all(
      [0, 100, 200, 300].map((offset) =>
        listRows("list_readiness", { zone: ["hattar-sez"], offset }),
      ),
    );
    const listed = all.flatMap((page) => page.rows);
    const years = new Set(listed.map(({ year }) => Number(year)));
    const sum = listed
      .filter(({ year }) => Number(year) === Math.max(...years))
      .reduce((total, { points }) => total + Number(points), 0);
    expect(last).toBeGreaterThan(2016);
    expect(sum).toBeCloseTo(Number(zone?.readiness_low), 0);
    expect(listed.some((row) => row.cause === "progressed")).toBe(true);
  });
});

describe("a wrong call is refused in words", () => {
  test.each([
    ["list_values", { provnce: ["sindh"] }, "Did you mean “province”?"],
    ["find_zones", { filter: { province: "sindh" } }, "Did you mean “filters”?"],
    ["get_value", { zone: "dhabeji-sez", field: "gass" }, "gas"],
    ["list_firms", { about: ["state"] }, "There is no argument “about”"],
    ["list_values", { zone: ["no-such-zone"] }, "no-such-zone"],
  ])("%s %o", async (name, args, words) => {
    const { text, refused } = await call(name, args).catch((error: Error) => ({
      text: error.message,
      refused: true,
    }));
    expect(refused).toBe(true);
    expect(text).toContain(words);
  });

  const LIST = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });
  const TYPES = {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
  };

  test("a body of more than 64 kB, another host, and a page of another site", async () => {
    expect((await send({ headers: TYPES, body: LIST })).status).toBe(200);
    const large = JSON.stringify({ ...JSON.parse(LIST), more: "x".repeat(70_000) });
    expect((await send({ headers: TYPES, body: large })).status).toBe(413);
    expect((await send({ headers: TYPES, body: LIST, host: "evil.test" })).status).toBe(403);
    const foreign = { ...TYPES, origin: "https://evil.test" };
    expect((await send({ headers: foreign, body: LIST })).status).toBe(403);
    const own = { ...TYPES, origin: "http://localhost:3000" };
    expect((await send({ headers: own, body: LIST })).status).toBe(200);
  });
});
