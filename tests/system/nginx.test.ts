import { spawnSync } from "node:child_process";
import fs from "node:fs";
import type { IncomingMessage } from "node:http";
import https from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { confirmRemoval, requestRemoval } from "../../lib/server/redaction/redactions";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { type HttpSession, send, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { canPurge, hasNginx, type Nginx, startNginx } from "../support/nginx";
import { newPerson } from "../support/people";
import { testDatabase } from "../support/test-database";

// The tracker behind nginx with the configuration of `ops/nginx`.

const ORIGIN = "http://tracker.example.org";
const ZONE = "/api/v1/zones/rashakai-sez";
/** An answer may be this old, in milliseconds; and how often the tests ask, with the time of an answer. */
const MAX_AGE_MS = 2_000;
const POLL_MS = 20;

const isInstalled = hasNginx();
if (!isInstalled) process.stdout.write("NOT RUN: the tracker behind nginx; it is not installed.\n");

const hasOpenssl = spawnSync("openssl", ["version"]).error === undefined;

const database = testDatabase("seeded");
let tracker: AppServer;
let nginx: Nginx;
let visitor: HttpSession;
let analyst: HttpSession;
let name: string;

beforeAll(async () => {
  if (!isInstalled) return;
  tracker = await startAppServer({
    DATABASE_URL: database.url,
    AUTH_SECRET,
    BASE_URL: ORIGIN,
    TRUST_PROXY: "true",
    LOG_LEVEL: "error",
  });
  nginx = await startNginx(tracker.port);
  visitor = { address: nginx.address, origin: ORIGIN };
  const person = await newPerson("analyst");
  name = person.name;
  analyst = { ...visitor, cookie: await signInOver(visitor, person) };
});

afterAll(async () => {
  await nginx?.stop();
  await tracker?.stop();
});

/** An answer, read to its end. */
async function read(path: string, headers: Record<string, string> = {}, session = visitor) {
  const response = await send(session, "GET", path, undefined, headers);
  const body = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    from: response.headers.get("x-cache"),
    body,
    text: body.toString(),
  };
}

/** The answer from the cache; on a slow machine the first copies are too old at once. */
async function readHit(path: string, headers: Record<string, string> = {}) {
  for (let tries = 0; tries < 5; tries++) {
    const answer = await read(path, headers);
    if (answer.from === "HIT") return answer;
  }
  throw new Error(`${path} is never in the cache`);
}

/** Milliseconds until an answer is as it should be. @throws if it takes too long */
async function measureUntil(path: string, isRight: (text: string) => boolean): Promise<number> {
  const startedAt = performance.now();
  while (!isRight((await read(path)).text)) {
    if (performance.now() - startedAt > 10 * MAX_AGE_MS) throw new Error(`${path} is still old`);
    await sleep(POLL_MS);
  }
  return performance.now() - startedAt;
}

async function record(claim: Parameters<typeof newClaim>[0]) {
  const recorded = newClaim(claim);
  const body = JSON.stringify({ claims: [recorded] });
  const answer = await send(analyst, "POST", "/api/v1/claims", body);
  expect(answer.status).toBe(201);
  await answer.text();
  return recorded;
}

describe.runIf(isInstalled)("behind nginx", () => {
  describe("the cache answers again", () => {
    test.each([
      "/api/v1/zones",
      `${ZONE}`,
      "/api/v1/zones.csv",
      "/api/v1/zones.xlsx",
      "/api/v1/zones.parquet",
      "/api/v1/registry.sqlite",
      "/api/v1/changes.atom",
      "/api/v1/releases",
      "/embed/table",
      "/og/readiness",
      "/llms.txt",
    ])("%s", async (path) => {
      const first = await read(path);
      const second = await readHit(path);
      expect(first.from).toBe("MISS");
      expect(second.body.equals(first.body)).toBe(true);
      expect(second.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
    });

    test.each(["/", "/zones/rashakai-sez", "/ur/glossary"])(
      "%s, once the tracker keeps it",
      async (path) => {
        const kept = await readHit(path);
        expect(kept.headers.get("content-security-policy")).not.toContain("nonce");
        expect(kept.headers.get("etag")).not.toBeNull();
      },
    );

    test("files of the build", async () => {
      const script = /\/_next\/static\/[^"]+\.js/.exec((await read("/")).text)?.[0] ?? "";
      expect((await readHit(script)).headers.get("cache-control")).toContain("immutable");
    });
  });

  test.each([
    "/data",
    "/admin",
    "/sign-in",
    "/account",
    "/alerts?stop=secret",
    "/api/auth/get-session",
    "/api/health/ready",
    "/api/v1/submissions",
    "/api/v1/zones/no-such-zone",
  ])("%s is never in the cache", async (path) => {
    for (const _ of [1, 2]) expect((await read(path)).from).toBe("MISS");
  });

  test("a signed-in person gets nothing from the cache and leaves nothing there", async () => {
    await readHit("/api/v1/facets");
    expect((await read("/api/v1/facets", {}, analyst)).from).toBe("BYPASS");
    const token = { authorization: "Bearer secret" };
    expect((await read("/api/v1/facets", token)).from).toBe("BYPASS");
    for (const [path, own] of [
      ["/api/v1/zones?limit=17", {}],
      ["/api/v1/zones?limit=18", token],
    ] as const) {
      await read(path, own, "authorization" in own ? visitor : analyst);
      expect((await read(path)).from).toBe("MISS");
    }
    for (const path of ["/account", "/admin/zones", "/"]) {
      const own = await read(path, {}, analyst);
      expect([own.status, own.from]).toEqual([200, "BYPASS"]);
      expect((await read(path)).text).not.toContain(name);
    }
    expect((await read("/account", {}, analyst)).text).toContain(name);
  });

  test("what a click loads is apart from the document", async () => {
    const part = await readHit("/glossary?_rsc=a", { rsc: "1" });
    expect(part.headers.get("content-type")).toContain("text/x-component");
    const whole = await readHit("/glossary");
    expect(whole.headers.get("content-type")).toContain("text/html");
    expect((await read("/glossary?_rsc=a")).headers.get("content-type")).toContain("text/html");
  });

  test("a write is seen within 2 seconds, whenever the answer was kept", async () => {
    const waits: number[] = [];
    for (let value = 801; value <= 808; value++) {
      // Each time at another part of a second, from just kept to nearly too old.
      await sleep(1_000 - (Date.now() % 1_000) + (value % 4) * 250);
      expect((await readHit(ZONE)).status).toBe(200);
      await record({ field: "jobs", value });
      const isRight = (text: string) => JSON.parse(text).data.fields.jobs.value === value;
      waits.push(await measureUntil(ZONE, isRight));
    }
    process.stdout.write(
      `Milliseconds until a write is seen: ${waits.map(Math.round).join(", ")}\n`,
    );
    expect(Math.max(...waits)).toBeLessThan(MAX_AGE_MS + 5 * POLL_MS);
  });

  test("the first reader after a quiet time sees what was written in it", async () => {
    await readHit(ZONE);
    await record({ field: "jobs", value: 820 });
    await sleep(MAX_AGE_MS);
    expect(JSON.parse((await read(ZONE)).text).data.fields.jobs.value).toBe(820);
  });

  test("a removed text leaves a permanent address within 2 seconds", async () => {
    const note = "Call Mr X at 0300 1234567";
    const { id } = await record({ field: "water", note });
    const { meta } = JSON.parse((await read(`${ZONE}/claims`)).text);
    const path = `${ZONE}/claims?asOf=${meta.asOf}&knownOn=${meta.knownOn}`;
    const kept = await readHit(path);
    expect(kept.text).toContain(note);
    expect(kept.headers.get("cache-control")).toBe("public, max-age=86400, s-maxage=1, immutable");
    expect(kept.headers.get("surrogate-key")).toMatch(/^r\d+-[0-9a-f]{16} permanent api$/);
    const [first, second] = [await newPerson("reviewer"), await newPerson("reviewer")].map(
      (person) => ({ id: person.id, name: person.name, address: null }),
    );
    if (!first || !second) throw new Error("There are no reviewers.");
    const place = { kind: "claim.note", row: id } as const;
    await requestRemoval({ ...place, reason: "personal-data" }, first);
    const { db } = await import("../../lib/server/database/db");
    const request = await db().redactionRequest.findFirstOrThrow({ where: { rowId: id } });
    expect(await confirmRemoval(request.id, second)).toMatchObject({ ok: true });
    const wait = await measureUntil(path, (text) => !text.includes(note));
    expect(wait).toBeLessThan(MAX_AGE_MS + 500);
  });

  test("each compression is kept apart", async () => {
    const whole = await readHit("/api/v1/firms");
    for (const encoding of ["gzip", "identity"]) {
      const kept = await readHit("/api/v1/firms", { "accept-encoding": encoding });
      expect(kept.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
      expect(kept.body.equals(whole.body)).toBe(true);
    }
  });

  test("a part of a kept file is cut from it", async () => {
    const file = "/api/v1/zones.parquet";
    const whole = await readHit(file);
    expect(whole.headers.get("content-length")).toBe(String(whole.body.length));
    const part = await read(file, { range: "bytes=0-3" });
    expect([part.status, part.text]).toEqual([206, "PAR1"]);
    expect(part.headers.get("content-range")).toBe(`bytes 0-3/${whole.body.length}`);
    const last = await read(file, { range: "bytes=-4" });
    expect([last.status, last.text]).toEqual([206, "PAR1"]);
    expect((await read(file, { range: `bytes=${whole.body.length}-` })).status).toBe(416);
  });

  test.runIf(canPurge())("what is purged is asked for again, and nothing else", async () => {
    const scripts = [...(await read("/")).text.matchAll(/\/_next\/static\/[^"]+\.js/g)];
    const [first = "", second = ""] = [...new Set(scripts.map(([path]) => path))];
    for (const path of [first, second]) await readHit(path);
    expect((await send(visitor, "PURGE", first)).status).toBe(200);
    expect((await read(first)).from).toBe("MISS");
    expect((await read(second)).from).toBe("HIT");
  });

  test.runIf(hasOpenssl)(
    "with a certificate it answers by HTTPS and sends others there",
    async () => {
      const { dir, remove } = createTemporaryFolder("tls");
      const [key, certificate] = [`${dir}/privkey.pem`, `${dir}/fullchain.pem`];
      const request = [
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=tracker.example.org",
      ];
      spawnSync("openssl", ["req", ...request, "-keyout", key, "-out", certificate]);
      const secure = await startNginx(tracker.port, dir);
      try {
        const moved = await fetch(`${secure.address}/zones?province=sindh`, { redirect: "manual" });
        expect(moved.status).toBe(308);
        expect(moved.headers.get("location")).toBe("https://127.0.0.1/zones?province=sindh");
        const answer = await new Promise<IncomingMessage>((resolve, reject) => {
          const options = {
            port: secure.tlsPort,
            path: "/glossary",
            ca: fs.readFileSync(certificate),
          };
          const servername = "tracker.example.org";
          https.get({ ...options, servername, agent: false }, resolve).on("error", reject);
        });
        answer.resume();
        expect([answer.statusCode, answer.headers["content-type"]]).toEqual([
          200,
          "text/html; charset=utf-8",
        ]);
      } finally {
        await secure.stop();
        remove();
      }
    },
  );

  test("while the tracker is away, the cache answers with what it has", async () => {
    await readHit("/api/v1/zones?limit=3");
    await tracker.stop();
    await sleep(MAX_AGE_MS);
    const stale = await read("/api/v1/zones?limit=3");
    expect([stale.status, stale.from]).toEqual([200, "STALE"]);
    expect(JSON.parse(stale.text).data).toHaveLength(3);
    expect((await read("/data")).status).toBe(502);
  });
});
