import { spawnSync } from "node:child_process";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const clients: Client[] = [];
let tracker: AppServer;
let client: Client;

/** A client of the official library that starts `scripts/mcp.ts`. */
async function connect(address: string): Promise<Client> {
  const made = new Client({ name: "test", version: "1.0.0" });
  clients.push(made);
  await made.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ["--import", "tsx", "scripts/mcp.ts", "--tracker", address],
    }),
  );
  return made;
}

beforeAll(async () => {
  tracker = await startAppServer({ DATABASE_URL: database.url, AUTH_SECRET, LOG_LEVEL: "error" });
  client = await connect(tracker.address);
});

afterAll(async () => {
  await Promise.all(clients.map((one) => one.close()));
  await tracker.stop();
});

/** What a tool answers, and whether it refused. */
async function call(name: string, args: Record<string, unknown>, by = client) {
  const { content, structuredContent, isError } = await by.callTool({ name, arguments: args });
  const [first] = content;
  const text = first?.type === "text" ? first.text : "";
  return { text, found: structuredContent, refused: isError === true };
}

const api = async (path: string) => (await fetch(`${tracker.address}/api/v1/${path}`)).json();

test("lists its tools, all of which only read", async () => {
  const { tools } = await client.listTools();
  expect(tools).toHaveLength(13);
  for (const { annotations } of tools) expect(annotations?.readOnlyHint).toBe(true);
  expect(client.getInstructions()).toContain("null is unknown");
});

test("finds a zone by its misspelled name", async () => {
  const { found } = await call("search", { q: "rashakay" });
  expect(found).toMatchObject({
    results: expect.arrayContaining([
      expect.objectContaining({ id: "rashakai-sez", address: expect.stringMatching(/^http/) }),
    ]),
  });
});

test("finds the zones that the API finds", async () => {
  const { found } = await call("find_zones", {
    filters: { province: "sindh", electricity: "unknown" },
    fields: ["name", "electricity"],
  });
  const { data, meta } = await api(
    "zones?province=sindh&electricity=unknown&fields=name,electricity",
  );
  expect(data.length).toBeGreaterThan(0);
  expect(found).toMatchObject({ zones: data.slice(0, 20), matched: meta.matched });
});

describe("a value", () => {
  test("has its source, and the reports that say otherwise with theirs", async () => {
    const { found } = await call("get_value", { zone: "dhabeji-sez", field: "areaAcres" });
    const { data } = await api("zones/dhabeji-sez");
    const { value, rivals } = data.fields.areaAcres;
    expect(rivals.length).toBeGreaterThan(0);
    expect(found).toMatchObject({
      value,
      source: { title: expect.any(String), publisher: expect.any(String) },
      otherReports: rivals.map((rival: { value: unknown }) => ({
        value: rival.value,
        source: { title: expect.any(String) },
      })),
    });
    const { permanentAddress } = found as { permanentAddress: string };
    expect((await fetch(permanentAddress)).status).toBe(200);
  });

  test("that is unknown is null, without a source", async () => {
    const { found } = await call("get_value", { zone: "dhabeji-sez", field: "sewerage" });
    expect(found).toMatchObject({ value: null, source: null, otherReports: [] });
  });

  test("is that of the day asked for", async () => {
    const at = { zone: "rashakai-sez", field: "gas" };
    const before = await call("get_value", { ...at, asOf: "2022-12-31" });
    const after = await call("get_value", { ...at, asOf: "2023-01-31" });
    expect(before.found).toMatchObject({ value: "under-construction" });
    expect(after.found).toMatchObject({ value: "available" });
  });
});

test("compares zones in the order of the API", async () => {
  const zones = ["dhabeji-sez", "rashakai-sez"];
  const { found } = await call("compare_zones", { zones, fields: ["status"] });
  const { data } = await api(`zones?scope=all&zones=${zones}&fields=status`);
  expect(found).toMatchObject({ zones: data });
});

test("lists changes", async () => {
  const conditions = { from: "2022-12-31", to: "2023-01-31", zone: "rashakai-sez" };
  const { found } = await call("list_changes", { ...conditions, kind: ["moved-up"] });
  const { data } = await api(
    "changes?from=2022-12-31&to=2023-01-31&zone=rashakai-sez&kind=moved-up",
  );
  expect(data.length).toBeGreaterThan(0);
  expect(found).toMatchObject({ changes: data });
  const { permanentAddress } = found as { permanentAddress: string };
  expect(permanentAddress).toContain("zones=rashakai-sez");
  expect((await fetch(permanentAddress)).status).toBe(200);
});

describe("what is wrong is refused with what to do", () => {
  test.each([
    [
      "a zone that is not there",
      "get_value",
      { zone: "no-such-zone", field: "gas" },
      "no-such-zone",
    ],
    ["a wrong filter", "find_zones", { filters: { provnce: "sindh" } }, "Did you mean “province”?"],
    [
      "a day among the filters",
      "find_zones",
      { filters: { asOf: "2015-01-01" } },
      "Give asOf beside the filters",
    ],
    ["a field that is not there", "get_value", { zone: "dhabeji-sez", field: "gass" }, "gas"],
    ["a day that is not one", "list_changes", { from: "2026-02-30" }, "from"],
  ])("%s", async (_what, name, args, words) => {
    const { text, refused } = await call(name, args).catch((error: Error) => ({
      text: error.message,
      refused: true,
    }));
    expect(refused).toBe(true);
    expect(text).toContain(words);
  });

  test("an address without http", async () => {
    const args = ["--import", "tsx", "scripts/mcp.ts", "--tracker", "localhost:3000"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("--tracker localhost:3000 is no address. Give one such as https://");
  });

  test("a tracker that does not answer", async () => {
    const address = `http://localhost:${await findFreePort()}`;
    const alone = await connect(address);
    const { text, refused } = await call("search", { q: "hattar" }, alone);
    expect(refused).toBe(true);
    expect(text).toBe(
      `${address} does not answer. Start the tracker, or name another with --tracker.`,
    );
  });
});
