import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE_KINDS } from "../e2e/support/pages";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { type HttpSession, send, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { newPerson } from "../support/people";
import { testDatabase } from "../support/test-database";

const ORIGIN = "http://tracker.example.org";
const METRICS_TOKEN = "a token for the metrics";
const ZONE = "/zones/rashakai-sez";

const FILES = [
  "/api/v1/zones",
  "/api/v1/zones?province=sindh&fields=name,powerSupply&limit=5",
  "/api/v1/zones?asOf=2023-06-30",
  `/api/v1${ZONE}`,
  "/api/v1/rows",
  "/api/v1/facets",
  "/api/v1/zones.csv",
  "/api/v1/zones.geojson",
  "/api/v1/zones.ndjson",
  "/api/v1/zones.parquet",
  "/api/v1/zones.gpkg",
  "/api/v1/registry.sqlite",
  "/api/v1/package.zip?province=sindh",
  "/api/v1/readiness",
  "/api/v1/changes.atom",
  "/api/v1/search?q=rashakay",
  "/embed/table?theme=dark&lang=ur",
  "/compare/comparison.csv?zones=rashakai-sez,dhabeji-sez",
  "/sitemap.xml",
  "/robots.txt",
  "/api/v1/zones/no-such-zone",
  "/api/v1/zones?provnce=sindh",
];

/** A past day, a wrong parameter and a page that is not there. */
const OTHER_PAGES = [
  "/zones?province=sindh&asOf=2023-06-30",
  "/readiness?provnce=sindh",
  "/zones/none",
];

/** An answer for which a server makes a day. */
const DAY_IN_MEMORY = "/api/v1/facets?asOf=";

const database = testDatabase("seeded");

let keeping: AppServer;
let plain: AppServer;
let analyst: HttpSession;

beforeAll(async () => {
  const env = {
    DATABASE_URL: database.url,
    AUTH_SECRET,
    BASE_URL: ORIGIN,
    METRICS_TOKEN,
    LOG_LEVEL: "error",
  };
  [keeping, plain] = await Promise.all([startAppServer(env), startAppServer(env)]);
  const session = { address: keeping.address, origin: ORIGIN };
  analyst = { ...session, cookie: await signInOver(session, await newPerson("analyst")) };
});

afterAll(async () => {
  await Promise.all([keeping.stop(), plain.stop()]);
});

/** What differs between two answers to the same request, or says how the body was sent. */
const OF_A_REQUEST = [
  "accept-ranges",
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
  "vary",
  "x-request-id",
];

const SIZE_ADJUST = '<meta name="next-size-adjust" content=""/>';

/** A Link header without the preloads: React names those that it knows when the first bytes go. */
const withoutPreloads = (link: string) =>
  link
    .split(/,\s*(?=<)/)
    .filter((part) => !part.includes("rel=preload"))
    .join(", ");

/** A header as the framework has them: its request passes the store. */
const PASSES_STORE = { "x-next-plain": "1" };

/** An answer with its nonce by one name; that of the plain server is not from the store. */
async function read(server: AppServer, path: string, given: Record<string, string> = {}) {
  const headers = server === plain ? { ...given, ...PASSES_STORE } : given;
  const response = await fetch(`${server.address}${path}`, { headers, redirect: "manual" });
  const policy = response.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const name = (text: string) =>
    // Next writes this one before or after others, depending on what was ready first.
    (nonce ? text.replaceAll(nonce, "NONCE") : text).replace(SIZE_ADJUST, "");
  const kept = [...response.headers]
    .filter(([header]) => !OF_A_REQUEST.includes(header))
    .map(
      ([header, value]) => [header, header === "link" ? withoutPreloads(value) : value] as const,
    );
  return {
    status: response.status,
    nonce,
    headers: Object.fromEntries(kept.map(([header, value]) => [header, name(value)])),
    body: name(await response.text()),
  };
}

/** How many answers the server has taken from where. */
async function countAnswers(server = keeping): Promise<Record<string, number>> {
  const response = await fetch(`${server.address}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  const found = [
    ...(await response.text()).matchAll(/tracker_answers_total\{from="(\w+)"\} (\d+)/g),
  ];
  const counts = Object.fromEntries(found.map(([, from = "", count]) => [from, Number(count)]));
  return { store: 0, registry: 0, request: 0, ...counts };
}

/** How many more answers are from where after some work. */
async function countDuring(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await countAnswers();
  await work();
  const after = await countAnswers();
  return Object.fromEntries(
    Object.entries(after).map(([from, count]) => [from, count - (before[from] ?? 0)]),
  );
}

describe("an answer from the store equals a new one", () => {
  test.each([...PAGE_KINDS, ...OTHER_PAGES, ...FILES])("%s", async (path) => {
    const day = /[?&]asOf=(\d{4}-\d\d-\d\d)/.exec(path)?.[1];
    // A past day that is not in memory is made in slices, and Next orders what it sends by what is ready first.
    if (day)
      await Promise.all([plain, keeping].map((server) => read(server, `${DAY_IN_MEMORY}${day}`)));
    const made = await read(plain, path);
    const first = await read(keeping, path);
    const second = await read(keeping, path);
    for (const { status, headers, body } of [first, second]) {
      expect({ status, headers }).toEqual({ status: made.status, headers: made.headers });
      // Not in one comparison: a page that differs would be printed whole.
      expect(body === made.body).toBe(true);
    }
    if (made.nonce !== undefined) expect(second.nonce).not.toBe(first.nonce);
  });
});

test("each page has a nonce of its own in every script, compressed or not", async () => {
  const nonces = new Set<string>();
  for (const encoding of ["identity", "gzip", "identity", "gzip"]) {
    const response = await fetch(`${keeping.address}${ZONE}`, {
      headers: { "accept-encoding": encoding },
    });
    const policy = response.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    const body = await response.text();
    const scripts = body.match(/<script[ >][^>]*/g) ?? [];
    expect(scripts.length).toBeGreaterThan(10);
    // JSON-LD is data and runs nothing.
    const running = scripts.filter((script) => !script.includes("application/ld+json"));
    expect(running.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(4);
});

describe("nothing private enters or leaves the store", () => {
  test("a signed-in person gets pages of their own and leaves none", async () => {
    await read(keeping, "/gaps");
    const visitor = await read(keeping, "/gaps");
    const counts = await countDuring(async () => {
      for (const path of ["/gaps", "/api/v1/zones", "/readiness?province=sindh"]) {
        expect((await send(analyst, "GET", path)).status).toBe(200);
      }
    });
    expect(counts).toEqual({ store: 0, registry: 0, request: 0 });
    expect((await read(keeping, "/gaps")).body === visitor.body).toBe(true);
  });

  test("the first visitor's headers and cookies are not in the answer of the next one", async () => {
    const path = "/coverage?province=punjab";
    const secrets = {
      cookie: "draft=SECRET; tracker.two_factor=SECRET; theme=SECRET",
      "user-agent": "SECRET Googlebot",
      referer: "https://SECRET.example.org/",
      "accept-language": "ur",
      "x-reader-language": "ur",
      "x-nonce": "SECRET",
    };
    await read(keeping, path, secrets);
    const next = await read(keeping, path);
    const made = await read(plain, path);
    expect(next.body).not.toContain("SECRET");
    expect(next.body === made.body).toBe(true);
    expect(next.headers).toEqual(made.headers);
  });

  test("a page in a reader's language and theme is for readers with the same ones", async () => {
    const choices = { cookie: "theme=dark" };
    await read(keeping, "/ur/glossary", choices);
    const counts = await countDuring(async () => {
      expect((await read(keeping, "/ur/glossary", choices)).body).toMatch(
        /<html lang="ur"[^>]* data-theme="dark"/,
      );
    });
    expect(counts.store).toBe(1);
    const plainPage = await read(keeping, "/glossary");
    expect(plainPage.body).toContain('<html lang="en"');
    expect(plainPage.body).not.toContain('data-theme="dark"');
  });

  test("an answer that asks the database is made for each request", async () => {
    await read(keeping, "/api/v1/releases");
    const counts = await countDuring(() => read(keeping, "/api/v1/releases"));
    expect(counts).toEqual({ store: 0, registry: 0, request: 1 });
  });
});

test("the page of a release says while there is none how one is made", async () => {
  for (const number of ["latest", "2026.1"]) {
    const { status, body } = await read(keeping, `/data/releases/${number}`);
    expect(status).toBe(404);
    expect(body).toContain("No release published yet");
    expect(body).toContain("npm run release");
  }
});

test("a change is in every answer as soon as it is recorded", async () => {
  for (let value = 701; value < 711; value++) {
    await read(keeping, `/api/v1${ZONE}`);
    await read(keeping, ZONE);
    const claim = newClaim({ field: "jobs", value });
    const body = JSON.stringify({ claims: [claim] });
    expect((await send(analyst, "POST", "/api/v1/claims", body)).status).toBe(201);
    const zone = await read(keeping, `/api/v1${ZONE}`);
    expect(JSON.parse(zone.body).data.fields.jobs.value).toBe(value);
    expect((await read(keeping, ZONE)).body).toContain(String(value));
  }
});

test("equal requests at once are answered by one", async () => {
  const path = "/api/v1/zones.xlsx?asOf=2022-02-02";
  const counts = await countDuring(async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => read(keeping, path)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(all.map(({ body }) => body.length)).size).toBe(1);
  });
  expect(counts).toEqual({ store: 19, registry: 1, request: 0 });
});

test("a reader who leaves while an answer is made does not spoil it for the others", async () => {
  const path = "/api/v1/zones.xlsx?asOf=2021-01-01";
  const leaving = new AbortController();
  const left = fetch(`${keeping.address}${path}`, { signal: leaving.signal }).catch(() => null);
  const staying = Array.from({ length: 5 }, () => read(keeping, path));
  leaving.abort();
  await left;
  for (const { status } of await Promise.all(staying)) expect(status).toBe(200);
});

test("who has an answer gets 304, and HEAD has the headers of GET", async () => {
  const path = "/api/v1/zones?province=sindh";
  const full = await fetch(`${keeping.address}${path}`);
  const etag = full.headers.get("etag") ?? "";
  await full.text();
  const again = await fetch(`${keeping.address}${path}`, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get("content-type")).toBeNull();
  expect(again.headers.get("etag")).toBe(etag);
  const head = await fetch(`${keeping.address}${path}`, { method: "HEAD" });
  expect(head.headers.get("etag")).toBe(etag);
  expect(head.headers.get("content-type")).toBe(full.headers.get("content-type"));
});

test("HEAD of an answer that nobody asked for has its length", async () => {
  const path = "/api/v1/zones.parquet?province=sindh";
  const head = await fetch(`${keeping.address}${path}`, { method: "HEAD" });
  const body = await (await fetch(`${keeping.address}${path}`)).arrayBuffer();
  expect(head.headers.get("content-length")).toBe(String(body.byteLength));
  expect(head.headers.get("accept-ranges")).toBe("bytes");
});

test.each(["/api/v1/registry.sqlite", "/api/v1/releases"])(
  "a part of %s is cut, whether the answer is kept or not",
  async (path) => {
    const whole = Buffer.from(await (await fetch(`${keeping.address}${path}`)).arrayBuffer());
    for (const _ of [1, 2]) {
      const ask = (range: string) => fetch(`${keeping.address}${path}`, { headers: { range } });
      const part = await ask("bytes=10-19");
      expect([part.status, part.headers.get("content-encoding")]).toEqual([206, null]);
      expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(10, 20))).toBe(true);
      const outside = await ask(`bytes=${whole.length}-`);
      expect(outside.headers.get("content-range")).toBe(`bytes */${whole.length}`);
    }
  },
);

test.each(FILES)("no name of the framework is in Vary of %s", async (path) => {
  for (const passes of [PASSES_STORE, {}]) {
    const own = { rsc: "1", "next-router-prefetch": "1", "next-url": "/", ...passes };
    const { status, headers } = await fetch(`${keeping.address}${path}`, { headers: own });
    expect(headers.get("vary") ?? "").not.toMatch(/rsc|next/);
    expect(status).toBe((await fetch(`${keeping.address}${path}`)).status);
  }
});

test("answers are kept also where the metrics were read before the first of them", async () => {
  const env = { DATABASE_URL: database.url, AUTH_SECRET, BASE_URL: ORIGIN, LOG_LEVEL: "error" };
  const server = await startAppServer({ ...env, METRICS_TOKEN });
  try {
    await countAnswers(server);
    // An answer is kept a moment after it was sent.
    const ask = async () => {
      await (await fetch(`${server.address}/api/v1/zones`)).arrayBuffer();
      return (await countAnswers(server)).store ?? 0;
    };
    await expect.poll(ask).toBeGreaterThan(0);
  } finally {
    await server.stop();
  }
});

test("files of the build are sent with brotli and stay the same when something is recorded", async () => {
  const page = await (await fetch(`${keeping.address}/method`)).text();
  const path = /\/_next\/static\/chunks\/[\w-]+\.js/.exec(page)?.[0] ?? "";
  const made = await read(plain, path);
  for (const _ of [1, 2]) {
    const response = await fetch(`${keeping.address}${path}`, {
      headers: { "accept-encoding": "br" },
    });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await response.text()) === made.body).toBe(true);
  }
  const part = await fetch(`${keeping.address}${path}`, { headers: { range: "bytes=0-9" } });
  expect(part.status).toBe(206);
  expect(await part.text()).toBe(made.body.slice(0, 10));
});

test("the compressed bytes are those of the page", async () => {
  const { request } = await import("node:http");
  const sent = await new Promise<Buffer>((resolve, reject) => {
    const headers = { "accept-encoding": "gzip" };
    request(`${keeping.address}/method`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks)));
      expect(response.headers["content-encoding"]).toBe("gzip");
    })
      .on("error", reject)
      .end();
  });
  expect(gunzipSync(sent).toString()).toContain("</html>");
});
