import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { type HttpSession, send, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { newPerson } from "../support/people";
import { getCommand, listDescendants } from "../support/processes.mjs";
import { testDatabase } from "../support/test-database";

const ORIGIN = "http://tracker.example.org";
const METRICS_TOKEN = "a token for the metrics";
/** The process reads the whole ledger when it starts, and waits before it starts again. */
const UP = { timeout: 30_000, interval: 100 };

const database = testDatabase("seeded");

let helped: AppServer;
let alone: AppServer;
let analyst: HttpSession;

beforeAll(async () => {
  const env = { DATABASE_URL: database.url, AUTH_SECRET, BASE_URL: ORIGIN, METRICS_TOKEN };
  [helped, alone] = await Promise.all([
    startAppServer({ ...env, LOG_LEVEL: "error", LONG_WORK_FROM_ZONES: "1" }),
    startAppServer({ ...env, LOG_LEVEL: "error", LONG_WORK_FROM_ZONES: "0" }),
  ]);
  const session = { address: helped.address, origin: ORIGIN };
  analyst = { ...session, cookie: await signInOver(session, await newPerson("analyst")) };
  await vi.waitUntil(isUp, UP);
});

afterAll(async () => {
  await Promise.all([helped.stop(), alone.stop()]);
});

async function readMetric(name: string): Promise<number> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const text = await (await fetch(`${helped.address}/metrics`, { headers })).text();
  const line = text.split("\n").find((one) => one.startsWith(`${name} `));
  return Number(line?.split(" ").at(-1) ?? 0);
}

const isUp = async () => (await readMetric("tracker_long_work_up")) === 1;
const countThere = () => readMetric('tracker_long_work_total{answered="there"}');
const countHere = () => readMetric('tracker_long_work_total{answered="here"}');

/** The process for long work: the server's own child. */
function findProcess({ pid }: AppServer): number {
  const found = listDescendants(pid).find(({ command }) => command.includes("scripts/server.mjs"));
  if (!found) throw new Error("There is no process for long work.");
  return found.pid;
}

const OF_A_REQUEST = new Set(["connection", "content-length", "date", "keep-alive", "vary"]);

async function read({ address }: AppServer, path: string) {
  const response = await fetch(address + path, { redirect: "manual" });
  const policy = response.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "no nonce";
  const headers = [...response.headers]
    .filter(([name]) => !OF_A_REQUEST.has(name) && name !== "x-request-id" && name !== "link")
    .map(([name, value]) => [name, value.replaceAll(nonce, "NONCE")]);
  const bytes = Buffer.from(await response.arrayBuffer());
  const isPage = String(response.headers.get("content-type")).startsWith("text/html");
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: isPage ? readVisibleText(bytes.toString()) : bytes.toString("base64"),
  };
}

/** What a page shows: Next orders what it sends besides by what is ready first. */
const readVisibleText = (html: string) =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

test.each([
  "/?asOf=2023-06-30",
  "/zones/rashakai-sez?asOf=2023-06-30",
  "/api/v1/zones?asOf=2023-06-30&province=sindh",
  "/api/v1/zones?asOf=2099-01-01",
  "/api/v1/zones?knownOn=r1&fields=name",
  "/api/v1/zones.csv",
  "/api/v1/zones.geojson?asOf=2020-06-30",
  "/api/v1/zones.ndjson",
  "/api/v1/zones.parquet",
  "/api/v1/zones.gpkg",
  "/api/v1/registry.sqlite",
  "/api/v1/tables/claims.csv",
  "/api/v1/package.zip?province=sindh",
])("the process answers %s as the server itself does", async (path) => {
  const before = await countThere();
  const there = await read(helped, path);
  expect(await countThere()).toBe(before + 1);
  const here = await read(alone, path);
  expect(there.status).toBe(here.status);
  expect(there.headers).toEqual(here.headers);
  expect(there.body === here.body).toBe(true);
  // It is kept, if it can be, and not asked for again.
  const again = await read(helped, path);
  expect(again.body === there.body).toBe(true);
  if (there.status === 200) expect(await countThere()).toBe(before + 1);
});

test("a write is in the next file, which the process makes", async () => {
  const before = await countThere();
  for (let jobs = 100; jobs < 110; jobs++) {
    const claims = [newClaim({ field: "jobs", value: jobs, asOf: "2026-11-01" })];
    const sent = await send(analyst, "POST", "/api/v1/claims", JSON.stringify({ claims }));
    expect(sent.status).toBe(201);
    const file = await fetch(`${helped.address}/api/v1/tables/claims.csv`);
    expect((await file.text()).includes(claims[0]?.id ?? "no claim")).toBe(true);
  }
  expect((await countThere()) - before).toBeGreaterThanOrEqual(9);
});

test("when the process ends, the server answers itself, and starts it again", async () => {
  const pid = findProcess(helped);
  // It answers no more, so the request still waits when it ends.
  process.kill(pid, "SIGSTOP");
  const before = await countHere();
  const waiting = read(helped, "/api/v1/zones.csv?asOf=2022-02-02");
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.kill(pid, "SIGKILL");
  const expected = await read(alone, "/api/v1/zones.csv?asOf=2022-02-02");
  expect((await waiting).body === expected.body).toBe(true);
  expect((await countHere()) - before).toBe(1);
  expect(await isUp()).toBe(false);
  expect((await read(helped, "/api/v1/zones.csv?asOf=2022-02-03")).status).toBe(200);
  await expect.poll(isUp, UP).toBe(true);
  expect(findProcess(helped)).not.toBe(pid);
});

test("nobody else can open its socket, and it ends with a server that was killed", async () => {
  const settings = { DATABASE_URL: database.url, AUTH_SECRET, BASE_URL: ORIGIN };
  const server = await startAppServer({ ...settings, LONG_WORK_FROM_ZONES: "1" });
  const pid = findProcess(server);
  const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  const socket = environment.find((one) => one.startsWith("LONG_WORK_SOCKET="))?.split("=")[1];
  const folder = path.dirname(socket ?? "");
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await server.kill();
  await expect.poll(() => getCommand(pid), UP).toBe("");
  expect(existsSync(folder)).toBe(false);
});
