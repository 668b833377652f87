import { randomUUID } from "node:crypto";
import http from "node:http";
import net from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { englishText } from "../../lib/text/english-text";
import { pakistanDay } from "../../lib/time/day";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { createRandom } from "../faults/random.mjs";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { listEndpoints, listServerActions } from "../support/endpoints";
import { type HttpSession, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { printLogOnFailure } from "./print-log";

/** Number of requests; `FUZZ_REQUESTS=20000` by hand. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2_000);
/** The same seed sends the same requests to the same build. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_125);
const AT_ONCE = 8;
const TIMEOUT_MS = 20_000;
/** Requests of 100 that get an answer of 200, at least. The first seed has 8.55. */
const MIN_ANSWERED_PERCENT = 8;
/** Most of an answer that is read, in characters: the texts below are within. */
const MAX_START = 1_000;
/** What an answer of 503 says where a busy machine's database is too slow. Any other 503 is a failure. */
const BUSY_TEXTS = [
  englishText.t("api.request.registryAway"),
  englishText.t("api.request.releasesAway"),
  englishText.t("api.request.writeAway"),
  englishText.t("api.auth.databaseAway"),
  englishText.t("api.auth.busy"),
];

const database = testDatabase("seeded");
let server: AppServer;
/** Malformed requests may sign this person out. */
let admin: HttpSession;
/** The session of a person, and the token of another, with which valid claims are recorded. */
let analystCookie = "";
let token = "";

beforeAll(async () => {
  // Behind a proxy each request can name its own address, so that no rate limit hides a failure.
  server = await startAppServer({
    DATABASE_URL: database.url,
    AUTH_SECRET,
    LOG_LEVEL: "warn",
    TRUST_PROXY: "true",
  });
  const visitor = { address: server.address, origin: server.address };
  admin = { ...visitor, cookie: await signInOver(visitor, await newPerson("admin")) };
  const { makeToken } = await import("../../lib/server/accounts/access-tokens");
  const { id, name } = await newPerson("analyst");
  analystCookie = await signInOver(visitor, await newPerson("analyst"));
  const made = await makeToken(
    { name: "fuzz", scopes: ["record"], lastDay: pakistanDay(new Date()) },
    { id, name, address: null },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  token = made.value;
});

afterAll(() => server.stop());

beforeEach(() => printLogOnFailure(server));

const { number: below, pick } = createRandom(SEED);
const chance = (share: number) => below(1_000) < share * 1_000;

/** Members of every object, which a lookup by name finds without having put them there. */
const MEMBERS = [
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "prototype",
  "__defineGetter__",
  "then",
  "length",
  "toJSON",
];

/** Words of the tracker, so that a request gets past the first check. */
const WORDS = [
  ...["asOf", "knownOn", "scope", "q", "zones", "sort", "weights", "province", "sectors", "status"],
  ...["limit", "offset", "fields", "from", "to", "quarter", "kind", "zone", "field"],
  ...["readinessMin", "threshold", "columns", "map", "view", "before", "action", "stage", "firm"],
  ...["next", "token", "page", "_rsc", "compare", "zone", "source", "block", "tab", "open"],
];

/** Values that are near what a parameter takes, and ones that are far from it. */
const VALUES = [
  ...[
    "",
    "0",
    "-1",
    "1e308",
    "1e400",
    "NaN",
    "Infinity",
    "9".repeat(30),
    "0x10",
    "null",
    "r1",
    "r0",
  ],
  ...["r999999999", "2020-01-01", "2020-02-30", "0000-01-01", "9999-12-31", "2025-Q4", "0000-Q1"],
  ...[
    "rashakai-sez",
    "rashakai-sez,hattar-sez",
    "sindh",
    "unknown",
    "..",
    "100..",
    "..-5",
    ",",
    ",,,",
  ],
  ...["legal:1", "legal:", ":", "-", "-name", "%", "%00", "%E0%A4%A", "%FF%FE", "../../etc/passwd"],
  ...[
    "<script>",
    "'; DROP TABLE claim; --",
    "\u0000",
    "\u202E",
    "😀",
    "\uD800",
    "{{7*7}}",
    "$undefined",
  ],
  ...[
    "2020-01-01T00:00:00Z",
    "33.1,73.2,5",
    "NaN,NaN,NaN",
    "//elsewhere.example.org",
    "a".repeat(3000),
  ],
];

const word = () => pick(pick([MEMBERS, WORDS, VALUES]));

/** Half of a surrogate pair cannot be percent-encoded. */
const toSendable = (text: string) => text.replace(/\p{Cs}/gu, "\ufffd");

/** A text for an address: encoded, half encoded or with broken encoding. */
function encode(text: string): string {
  if (chance(0.05))
    return `${encodeURIComponent(toSendable(text))}%${pick(["", "z", "zz", "E0", "C0%80"])}`;
  return encodeURIComponent(toSendable(text)).slice(0, 4_000);
}

function query(): string {
  const count = chance(0.03) ? 90 + below(200) : below(5);
  const pairs = Array.from({ length: count }, () => {
    const name = chance(0.02) ? "n".repeat(below(3_000)) : word();
    return chance(0.1) ? encode(name) : `${encode(name)}=${encode(word())}`;
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&").slice(0, 12_000)}`;
}

const PATHS = listEndpoints()
  .map(({ path }) => path)
  .filter((path) => !path.endsWith("/stream"));

/** An address of the tracker, with parts of its path replaced. */
function address(): string {
  const path = pick(PATHS).replace(/\[+(?:\.\.\.)?(\w+)\]+/g, () =>
    chance(0.6)
      ? pick(["rashakai-sez", "nation-2023-10-12", "2026.1", "zones.csv", "claims.csv", "evidence"])
      : encode(word()),
  );
  const changed = chance(0.15) ? `${path}/${encode(word())}` : path;
  return changed + query();
}

interface FuzzedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Headers of Next's router, readable and not. */
function routerHeaders(): Record<string, string> {
  const state = pick([
    "%",
    "{}",
    "[]",
    "null",
    '["",{}]',
    '["",{"children":["__PAGE__",{}]},null,"refetch"]',
    '["",{"__proto__":["",{}]}]',
    '["",{"children":[["slug","constructor","d",null],{}]}]',
    '["",{"children":5}]',
    `${'["",{"children":'.repeat(500)}1${"}]".repeat(500)}`,
    "x".repeat(5_000),
  ]);
  const all: Record<string, string> = {
    rsc: pick(["1", "0", "constructor"]),
    "next-router-state-tree": chance(0.7) ? encodeURIComponent(state) : state,
    "next-router-prefetch": pick(["1", "2", "x"]),
    "next-router-segment-prefetch": pick(["/_tree", "/_full", "constructor", "/../..", "%00"]),
    "next-url": pick(["/", "//", "constructor", "/zones/%zz"]),
    "next-hmr-refresh": "1",
    "x-nextjs-data": "1",
    "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
    "x-matched-path": "/constructor",
    "x-nextjs-request-id": "constructor",
    "next-resume": "1",
    "x-prerender-revalidate": "constructor",
  };
  return Object.fromEntries(Object.entries(all).filter(() => chance(0.35)));
}

const nest = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** JSON of any form, some of it broken. */
function json(): string {
  return pick([
    "",
    "null",
    "{}",
    "[]",
    '"text"',
    "[null]",
    '[{"id":{}}]',
    '["$F1"]',
    '["$K1"]',
    '["$@1"]',
    '["$1:constructor:constructor"]',
    '["$undefined"]',
    '[{"__proto__":{"then":1}}]',
    '{"length":1e9}',
    nest(40),
    nest(20_000),
    "{broken",
    '{"claims":[{"value":9007199254740993}]}',
    '{"claims":{"constructor":1}}',
    `{"claims":[${Array.from({ length: 201 }, () => "{}").join()}]}`,
    `{"decisions":[{"claimId":"${word()}"}]}`.replaceAll("\\", ""),
    JSON.stringify({ [word()]: word() }),
    JSON.stringify([word(), { [word()]: [word()] }]),
    "\u0000",
  ]);
}

/** A body of parts, whole, cut, or with a boundary that is not the header's. */
function multipart(): { type: string; body: string } {
  const name = pick(["0", "1_0", "$ACTION_ID_x", "$ACTION_REF_1", "$ACTION_1:0", "constructor"]);
  const part = `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${json()}\r\n`;
  return {
    type: pick([
      "multipart/form-data; boundary=b",
      "multipart/form-data; boundary=other",
      "multipart/form-data",
      "application/x-www-form-urlencoded",
    ]),
    body: pick([`${part}--b--\r\n`, part, part.slice(0, 30), "--b\r\n\r\n", "", "a=b&c=%zz"]),
  };
}

function actionRequest(): FuzzedRequest {
  const action = pick(listServerActions());
  const id = pick([action.id, action.id, "0".repeat(42), "constructor", "x", "", "f".repeat(40)]);
  const form = chance(0.4) ? multipart() : { type: "text/plain;charset=UTF-8", body: json() };
  return {
    method: "POST",
    path: chance(0.7) ? action.page : address(),
    headers: {
      ...(chance(0.85) ? { "next-action": id } : {}),
      "content-type": form.type,
      origin: pick([
        server.address,
        server.address,
        "null",
        "https://elsewhere.example.org",
        "x y",
      ]),
      ...(chance(0.2) ? routerHeaders() : {}),
    },
    body: form.body,
  };
}

function authRequest(): FuzzedRequest {
  const odd = pick<unknown>([
    null,
    5,
    {},
    [],
    { toString: 1 },
    true,
    ["a@b.example"],
    word(),
    "a@b.example",
  ]);
  const path = pick([
    "sign-in/email",
    "sign-out",
    "change-password",
    "get-session",
    "sign-up/email",
    encode(word()),
  ]);
  const form = chance(0.2) ? multipart() : { type: "application/json", body: json() };
  const known = JSON.stringify({
    email: odd,
    password: pick<unknown>(["x", {}, null, 5, "x".repeat(9_000)]),
    callbackURL: word(),
    rememberMe: odd,
  });
  return {
    method: pick(["POST", "POST", "POST", "GET", "PUT"]),
    path: `/api/auth/${path}${chance(0.2) ? query() : ""}`,
    headers: { "content-type": form.type, origin: pick([server.address, server.address, "null"]) },
    body: chance(0.6) ? known : form.body,
  };
}

function writeRequest(): FuzzedRequest {
  return {
    method: "POST",
    path: pick(["/api/v1/claims", "/api/v1/decisions", `/api/v1/sources/${encode(word())}`]),
    headers: {
      "content-type": pick([
        "application/json",
        "application/json",
        "text/plain",
        "constructor",
        "",
      ]),
      origin: server.address,
    },
    body: json(),
  };
}

/** CSV of any form for the import, some of it broken. */
function tableRequest(): FuzzedRequest {
  return {
    method: "POST",
    path: `/admin/import/table${chance(0.2) ? query() : ""}`,
    headers: { "content-type": pick(["text/csv", "application/octet-stream", "constructor", ""]) },
    body: pick([
      "",
      ",",
      ",".repeat(50_000),
      `${"a,".repeat(3_000)}\n`,
      '"never closed,\n1,2',
      `zone,field,value\n${word()},${word()},${word()}`,
      `zone;field;value\r\nrashakai-sez;jobs;${word()}`,
      `constructor,__proto__\n${"\n".repeat(5_000)}`,
      "\u0000\u0001\u0002",
      "\ufeffzone\tvalue\r1\t2\r",
      "PK\u0003\u0004 no workbook",
      json(),
    ]),
  };
}

function pageRequest(): FuzzedRequest {
  const method = chance(0.55)
    ? "GET"
    : pick(["HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]);
  return {
    method,
    path: address(),
    headers: {
      ...(chance(0.3) ? routerHeaders() : {}),
      ...(chance(0.1) ? { "if-none-match": word().replace(/[^\x20-\x7e]/g, "") } : {}),
      ...(chance(0.1) ? { "accept-language": "constructor", accept: "__proto__" } : {}),
    },
  };
}

function createRequest(): FuzzedRequest {
  const kind = below(100);
  const request =
    kind < 60
      ? pageRequest()
      : kind < 75
        ? actionRequest()
        : kind < 90
          ? authRequest()
          : kind < 94
            ? tableRequest()
            : writeRequest();
  const cookie = pick([
    admin.cookie ?? "",
    "",
    "cpec-sez.session_token=%zz",
    "__prerender_bypass=constructor; __next_preview_data=x",
  ]);
  // Each request has its own address, because the limits count by address.
  const from = `10.${below(200)}.${below(200)}.${below(200)}`;
  return {
    ...request,
    headers: { "x-forwarded-for": from, ...(cookie ? { cookie } : {}), ...request.headers },
  };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });

interface FuzzedAnswer {
  /** 0: the connection was closed without an answer; -1: none came in time. */
  readonly status: number;
  /** The start of the body. */
  readonly start: string;
  /** Seconds; null: the answer names none. */
  readonly retryAfter: string | null;
}

function sendRequest({ method, path, headers, body }: FuzzedRequest): Promise<FuzzedAnswer> {
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const request = http.request(
      {
        port: server.port,
        host: "127.0.0.1",
        agent,
        method,
        path,
        headers: { host: `localhost:${server.port}`, ...length, ...headers },
        timeout: TIMEOUT_MS,
      },
      (response) => {
        let start = "";
        response.on("data", (chunk) => {
          if (start.length < MAX_START) start += chunk;
        });
        response.on("close", () =>
          resolve({
            status: response.statusCode ?? 0,
            start: start.slice(0, MAX_START),
            retryAfter: response.headers["retry-after"] ?? null,
          }),
        );
      },
    );
    request.on("timeout", () => {
      resolve({ status: -1, start: "no answer in time", retryAfter: null });
      request.destroy();
    });
    request.on("error", (error) => resolve({ status: 0, start: String(error), retryAfter: null }));
    request.end(body);
  });
}

/** Is it a failure of the server, and not only a database that is too slow for a connection? */
function isFailure({ method }: FuzzedRequest, { status, start, retryAfter }: FuzzedAnswer) {
  if (status !== 503) return status >= 500 || status <= 0;
  if (retryAfter === null) return true;
  // An answer to HEAD has no text; of those of 503 only the ones of a busy database come back so soon.
  if (method === "HEAD") return retryAfter !== "5";
  return !BUSY_TEXTS.some((text) => start.includes(text));
}

const describeRequest = ({ method, path, headers, body }: FuzzedRequest) =>
  JSON.stringify({ method, path: path.slice(0, 400), headers, body: body?.slice(0, 200) });

/** Every so many requests, one that is valid. */
const VALID_EVERY = 20;

/** A claim that must be recorded, sent by a program with its token or by a page. */
function validWrite(): { id: string; value: unknown; request: FuzzedRequest } {
  const { id, ...claim } = newClaim({ field: "jobs", value: below(1_000_000), note: randomUUID() });
  const by: Record<string, string> = chance(0.5)
    ? { authorization: `Bearer ${token}` }
    : { cookie: analystCookie, origin: server.address };
  return {
    id,
    value: claim.value,
    request: {
      method: "POST",
      path: "/api/v1/claims",
      headers: { "content-type": "application/json", ...by },
      body: JSON.stringify({ claims: [{ id, ...claim }] }),
    },
  };
}

test(`${REQUESTS} malformed requests with the seed ${SEED} get no answer of 500 and lose no write among them`, {
  timeout: 90_000 + REQUESTS * 100,
}, async () => {
  const counts = new Map<number, number>();
  const failures: string[] = [];
  const recorded = new Map<string, unknown>();
  const [before] = await sql(database.url, "SELECT max(id) AS last FROM revision");
  let left = REQUESTS;
  const ask = async (request: FuzzedRequest, isAlright: (answer: FuzzedAnswer) => boolean) => {
    const answer = await sendRequest(request);
    const { status, start } = answer;
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (!isAlright(answer))
      failures.push(`${status} ${describeRequest(request)}\n    ${start.slice(0, 300)}`);
  };
  const sendNext = async () => {
    while (left-- > 0) {
      if (left % VALID_EVERY === 0) {
        const { id, value, request } = validWrite();
        recorded.set(id, value);
        await ask(request, ({ status }) => status === 201);
      } else {
        const request = createRequest();
        await ask(request, (answer) => !isFailure(request, answer));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
  const summary = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status}: ${count}`);
  console.log(`Answers by status: ${summary.join(", ")}`);
  expect(failures.slice(0, 40).join("\n"), `${failures.length} failures`).toBe("");
  expect(counts.get(200) ?? 0).toBeGreaterThanOrEqual((REQUESTS * MIN_ANSWERED_PERCENT) / 100);
  expect((await fetch(`${server.address}/api/health/ready`)).status).toBe(200);
  const kept = `SELECT id, value FROM claim WHERE revision_id > ${before?.last}`;
  expect(new Map((await sql(database.url, kept)).map(({ id, value }) => [id, value]))).toEqual(
    recorded,
  );
  const env = { ...process.env, DATABASE_URL: database.url };
  expect(await runTypeScript("scripts/db-verify.ts", { env })).toBe(0);
});

/** The first line of the answer to bytes that are sent as they are. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(server.port, "127.0.0.1", () => socket.end(bytes));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => {});
    socket.once("close", () => resolve(answer.split("\r\n")[0] ?? ""));
  });
}

test("a request that names two hosts is refused", async () => {
  const answer = await sendRaw(
    "GET /zones HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
  );
  expect(answer).toBe("HTTP/1.1 400 Bad Request");
});

test.each([
  ["OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["GET *", "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["TRACE", "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["an absolute address", "GET http://elsewhere.example.org/ HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"],
  ["an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"],
  ["HTTP/1.0 without a host", "GET /method HTTP/1.0\r\n\r\n"],
  [
    "two router states",
    "GET / HTTP/1.1\r\nHost: localhost\r\nRSC: 1\r\nNext-Router-State-Tree: []\r\nNext-Router-State-Tree: []\r\n\r\n",
  ],
  [
    "a broken chunk",
    "POST / HTTP/1.1\r\nHost: localhost\r\nNext-Action: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
  ],
  ["bytes that are not HTTP", "\u0000\u0001\u0002\r\n\r\n"],
])("%s gets no answer of 500", async (_, bytes) => {
  expect(await sendRaw(bytes)).toMatch(/^(HTTP\/1\.1 [234]\d\d |$)/);
  // An empty answer is right only from a server that lives on.
  expect((await fetch(`${server.address}/api/health/live`)).status).toBe(200);
});
