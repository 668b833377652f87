import { createHash } from "node:crypto";
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

/** Past days, other languages, wrong parameters, and pages of zones. */
const OTHER_PAGES = [
  "/zones?province=sindh&asOf=2023-06-30",
  "/ur/zones",
  "/zh/zones/rashakai-sez",
  "/readiness?provnce=sindh",
  "/zones/dhabeji-sez",
  "/zones/dhabeji-sez/evidence",
  "/zones/hattar-sez?asOf=2024-01-01",
];

const database = testDatabase("seeded");

let server: AppServer;
/** It is asked for each page once only, so it keeps none. */
let plain: AppServer;
let analyst: HttpSession;
let name: string;

beforeAll(async () => {
  const env = {
    DATABASE_URL: database.url,
    AUTH_SECRET,
    BASE_URL: ORIGIN,
    METRICS_TOKEN,
    LOG_LEVEL: "error",
  };
  [server, plain] = await Promise.all([startAppServer(env), startAppServer(env)]);
  const session = { address: server.address, origin: ORIGIN };
  const person = await newPerson("analyst");
  name = person.name;
  analyst = { ...session, cookie: await signInOver(session, person) };
});

afterAll(async () => {
  await Promise.all([server, plain].map((each) => each?.stop()));
});

/** Next writes this one before or after others, depending on what was ready first. */
const SIZE_ADJUST = '<meta name="next-size-adjust" content=""/>';

/** A page without its nonce. @param isKept whether it is one that everybody gets */
async function read(path: string, headers: Record<string, string> = {}, from = server) {
  const response = await fetch(`${from.address}${path}`, { headers, redirect: "manual" });
  const policy = response.headers.get("content-security-policy") ?? "";
  const text = await response.text();
  const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? "none";
  return {
    status: response.status,
    headers: response.headers,
    policy,
    text,
    body: text.replaceAll(nonce, "NONCE").replace(SIZE_ADJUST, ""),
    isKept: response.headers.get("etag") !== null,
  };
}

/** A page that everybody gets. */
async function readKept(path: string, headers: Record<string, string> = {}) {
  await read(path, headers);
  const page = await read(path, headers);
  expect([path, page.isKept]).toEqual([path, true]);
  return page;
}

/** How many more answers are from where after some work. */
async function countDuring(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const count = async () => {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const text = await (await fetch(`${server.address}/metrics`, { headers })).text();
    const found = text.matchAll(/tracker_answers_total\{from="(\w+)"\} (\d+)/g);
    return Object.fromEntries([...found].map(([, from = "", times]) => [from, Number(times)]));
  };
  const before = await count();
  await work();
  const after = await count();
  return Object.fromEntries(
    Object.entries(after).map(([from, times]) => [from, times - (before[from] ?? 0)]),
  );
}

async function record(zone: string, value: number) {
  const body = JSON.stringify({ claims: [newClaim({ zone, field: "jobs", value })] });
  expect((await send(analyst, "POST", "/api/v1/claims", body)).status).toBe(201);
}

describe("a kept page equals a new one, and its policy names its scripts", () => {
  test.each([...new Set([...PAGE_KINDS, ...OTHER_PAGES])])("%s", async (path) => {
    const made = await read(path, {}, plain);
    await read(path);
    const page = await read(path);
    expect(page.status).toBe(made.status);
    // Not in one comparison: a page that differs would be printed whole.
    expect(page.body === made.body).toBe(true);
    if (!page.isKept) return;
    expect(page.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
    expect(page.policy).not.toMatch(/nonce|strict-dynamic|unsafe-(?:eval|inline)'[^;]*script/);
    const scripts = [...page.text.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].filter(
      ([, attributes = ""]) => !/\ssrc=|ld\+json/.test(attributes),
    );
    expect(scripts.length).toBeGreaterThan(1);
    for (const [, , text = ""] of scripts) {
      expect(page.policy).toContain(
        `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
      );
    }
  });
});

test("most pages are kept", async () => {
  const pages = await Promise.all(PAGE_KINDS.map((path) => read(path)));
  const others = PAGE_KINDS.filter((_, at) => !pages[at]?.isKept);
  // A form, releases and files of sources: the last two are read from the database.
  expect(others.filter((path) => !/^\/(?:correct|data|sources\/)/.test(path))).toEqual([]);
});

test("each encoding has the same page, and who has it gets 304", async () => {
  const whole = await readKept("/method");
  for (const encoding of ["br", "gzip", "identity"]) {
    const page = await read("/method", { "accept-encoding": encoding });
    const sent = page.headers.get("content-encoding") ?? "identity";
    expect([sent, page.text === whole.text]).toEqual([encoding, true]);
  }
  const etag = whole.headers.get("etag") ?? "";
  const again = await read("/method", { "if-none-match": etag });
  expect([again.status, again.text]).toEqual([304, ""]);
});

test("the payload of a click is kept apart from the document, wherever the reader comes from", async () => {
  await readKept("/glossary");
  const state = (text: string) => ({ rsc: "1", "next-router-state-tree": text });
  const first = await readKept("/glossary?_rsc=abc", state("%5B%22%22%2C%7B%7D%5D"));
  expect(first.headers.get("content-type")).toContain("text/x-component");
  const counts = await countDuring(async () => {
    const other = await read("/glossary?_rsc=def", state("no state at all"));
    expect(other.body === first.body).toBe(true);
  });
  expect(counts).toMatchObject({ store: 1, registry: 0 });
  expect((await read("/glossary")).headers.get("content-type")).toContain("text/html");
});

describe("nothing private enters or leaves the store", () => {
  test("the first visitor's headers and cookies are not in the page of the next one", async () => {
    const path = "/coverage?province=punjab";
    const secrets = {
      cookie: "draft=SECRET; tracker.two_factor=SECRET; theme=SECRET",
      "user-agent": "SECRET Googlebot",
      referer: "https://SECRET.example.org/",
      "accept-language": "ur",
      "x-reader-language": "ur",
      "x-nonce": "SECRET",
    };
    const page = await readKept(path, secrets);
    expect(page.text).not.toContain("SECRET");
    expect(page.body === (await read(path, {}, plain)).body).toBe(true);
  });

  test("280 requests at once: people, languages, themes and payloads do not mix", async () => {
    const kinds: readonly {
      path: string;
      headers: Record<string, string>;
      lang: string | null;
      isOwn?: boolean;
    }[] = [
      { path: "/readiness", headers: {}, lang: "en" },
      { path: "/readiness", headers: { cookie: "theme=dark" }, lang: "en" },
      { path: "/ur/readiness", headers: {}, lang: "ur" },
      { path: "/ur/readiness", headers: { "accept-language": "zh" }, lang: "ur" },
      { path: "/zh/readiness", headers: { cookie: "theme=light" }, lang: "zh-Hans" },
      { path: "/readiness", headers: { cookie: analyst.cookie ?? "" }, lang: "en", isOwn: true },
      { path: "/readiness", headers: { rsc: "1" }, lang: null },
    ];
    const all = Array.from({ length: 280 }, (_, at) => kinds[at % kinds.length]).flatMap(
      (kind) => kind ?? [],
    );
    const bodies = new Map<string, Set<string>>();
    await Promise.all(
      all.map(async ({ path, headers, lang, isOwn = false }, at) => {
        const page = await read(path, headers);
        expect(page.status).toBe(200);
        expect(page.text).not.toContain(name);
        if (isOwn) expect(page.isKept).toBe(false);
        if (lang === null) expect(page.text).not.toContain("<html");
        else expect(page.text).toContain(`<html lang="${lang}"`);
        expect(page.text).not.toMatch(/<html[^>]*data-theme/);
        const key = `${lang}`;
        if (page.isKept) bodies.set(key, (bodies.get(key) ?? new Set()).add(page.text));
        if (at === 140) await record("rashakai-sez", 555);
      }),
    );
    for (const [key, texts] of bodies) expect([key, texts.size <= 2]).toEqual([key, true]);
  });

  test("a page that asks the database is made for each request", async () => {
    for (const _ of [1, 2, 3]) expect((await read("/data")).isKept).toBe(false);
  });

  test("pages of one person and those with a secret are never kept", async () => {
    for (const path of ["/sign-in", "/ur/alerts?stop=secret", "/correct", "/set-up?token=x"]) {
      for (const _ of [1, 2, 3]) expect((await read(path)).isKept).toBe(false);
    }
  });
});

test("a change is in every page as soon as it is recorded", async () => {
  for (let value = 701; value < 711; value++) {
    await readKept(ZONE);
    await record("rashakai-sez", value);
    expect((await read(ZONE)).text).toContain(String(value));
  }
});

/** What names a revision: permanent links, citations, and the number that the live stream compares. */
const withoutRevision = (text: string) =>
  text
    .replaceAll(/r\d+-[0-9a-f]{8}/g, "r")
    .replaceAll(/(revision |نظرثانی \u2068?|版本|\\"version\\":)\d+/g, "$1");

test("after evidence on one zone, 20 pages that do not show it stay kept and equal new ones", async () => {
  const zones = ["dhabeji-sez", "hattar-sez", "allama-iqbal-industrial-city", "bostan-sez"];
  const paths = [
    ...zones.flatMap((slug) => ["", "/evidence", "/ledger"].map((part) => `/zones/${slug}${part}`)),
    ...["/ur/zones/dhabeji-sez", "/zh/zones/hattar-sez", "/zones/dhabeji-sez?asOf=2023-01-01"],
    ...["/privacy", "/accessibility", "/contact", "/glossary", "/ur/privacy"],
  ];
  expect(paths).toHaveLength(20);
  for (const path of paths) await readKept(path);
  await readKept("/readiness");
  await record("rashakai-sez", 801);
  const counts = await countDuring(async () => {
    for (const path of paths) {
      const kept = await read(path);
      const made = await read(path, {}, plain);
      expect([path, kept.isKept]).toEqual([path, true]);
      expect(withoutRevision(kept.body) === withoutRevision(made.body)).toBe(true);
    }
  });
  expect(counts.store).toBe(20);
  expect((await read("/readiness")).text).not.toBe("");
});

describe("answers of the API", () => {
  test("who has an answer gets 304, and HEAD has the headers and the length of GET", async () => {
    for (const path of ["/api/v1/zones?province=sindh", "/api/v1/zones.parquet?province=sindh"]) {
      const address = `${server.address}${path}`;
      const full = await fetch(address, { headers: { "accept-encoding": "identity" } });
      const body = await full.arrayBuffer();
      const etag = full.headers.get("etag") ?? "";
      const again = await fetch(address, { headers: { "if-none-match": etag } });
      expect([again.status, again.headers.get("etag")]).toEqual([304, etag]);
      const head = await fetch(address, { method: "HEAD" });
      expect(head.headers.get("etag")).toBe(etag);
      expect(head.headers.get("content-type")).toBe(full.headers.get("content-type"));
      expect(head.headers.get("content-length")).toBe(String(body.byteLength));
    }
  });

  test("a part of a file is cut", async () => {
    const address = `${server.address}/api/v1/registry.sqlite`;
    const whole = Buffer.from(await (await fetch(address)).arrayBuffer());
    const part = await fetch(address, { headers: { range: "bytes=10-19" } });
    expect([part.status, part.headers.get("content-encoding")]).toEqual([206, null]);
    expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(10, 20))).toBe(true);
    const outside = await fetch(address, { headers: { range: `bytes=${whole.length}-` } });
    expect(outside.headers.get("content-range")).toBe(`bytes */${whole.length}`);
  });
});
