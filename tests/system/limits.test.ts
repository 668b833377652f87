import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getCurrentBuild } from "../../scripts/lib/install-and-build.mjs";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { listEndpoints, listServerActions } from "../support/endpoints";
import { type HttpSession, send, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { newPerson } from "../support/people";
import { testDatabase } from "../support/test-database";
import { printLogOnFailure } from "./print-log";

const METRICS_TOKEN = "a token of the tests for metrics";
const database = testDatabase("seeded");
let server: AppServer;
let admin: HttpSession;

beforeAll(async () => {
  server = await startAppServer({
    ...{ DATABASE_URL: database.url, AUTH_SECRET, LOG_LEVEL: "error", METRICS_TOKEN },
  });
  const visitor = { address: server.address, origin: server.address };
  admin = { ...visitor, cookie: await signInOver(visitor, await newPerson("admin")) };
});

afterAll(() => server.stop());

beforeEach(() => printLogOnFailure(server));

const CLAIMS = "/api/v1/claims";
const KIB = 1024;

/** The status and code of a problem document. */
async function readProblem(response: Response): Promise<[number, string]> {
  return [response.status, (await response.json()).code];
}

describe("a request body", () => {
  test("over the limit is rejected, with and without a Content-Length", async () => {
    const large = JSON.stringify({ claims: [newClaim({ note: "x".repeat(1100 * KIB) })] });
    expect(await readProblem(await send(admin, "POST", CLAIMS, large))).toEqual([
      413,
      "body-too-large",
    ]);
    const withoutLength = await fetch(`${server.address}${CLAIMS}`, {
      method: "POST",
      headers: {
        origin: server.address,
        cookie: admin.cookie ?? "",
        "content-type": "application/json",
      },
      body: new Blob([large]).stream(),
      duplex: "half",
    } as RequestInit);
    expect(await readProblem(withoutLength)).toEqual([413, "body-too-large"]);
  });

  test("of a sign-in over 64 KiB is rejected", async () => {
    const body = JSON.stringify({ email: "x".repeat(65 * KIB), password: "y" });
    const answer = await send(admin, "POST", "/api/auth/sign-in/email", body);
    expect(answer.status).toBe(413);
  });

  test.each([
    ["a claim", CLAIMS],
    ["a sign-in", "/api/auth/sign-in/email"],
    ["an import", "/admin/import/run"],
  ])(
    "of %s over the limit is received to its end, so that the answer is not lost",
    async (_, at) => {
      const body = Buffer.alloc(10_000 * KIB, "[{},");
      const head = [
        ...[`POST ${at} HTTP/1.1`, `Host: localhost:${server.port}`, `Origin: ${server.address}`],
        ...[`Cookie: ${admin.cookie}`, "Content-Type: application/json"],
        ...[`Content-Length: ${body.length}`, "", ""],
      ].join("\r\n");
      const socket = net.connect(server.port, "127.0.0.1").pause();
      socket.write(head);
      socket.write(body.subarray(0, 100 * KIB));
      // The server has answered by now. A closed connection gives an error at the next writes.
      await setTimeout(500);
      for (let at = 100 * KIB; at < body.length; at += 100 * KIB) {
        await promisify<Buffer, void>(socket.write.bind(socket))(body.subarray(at, at + 100 * KIB));
      }
      const [answer] = await once(socket.resume(), "data");
      socket.destroy();
      expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
    },
  );

  test("of a server action over 1 MiB is rejected", async () => {
    const action = listServerActions().find(({ name }) => name === "createUser");
    const body = JSON.stringify([{ name: "x".repeat(1100 * KIB), email: "", role: "" }]);
    const answer = await send(admin, "POST", action?.page ?? "", body, {
      "next-action": action?.id ?? "",
      "content-type": "text/plain;charset=UTF-8",
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('"ok":true');
  });

  test.each([
    ["with another content type", "text/plain", "{}", 415, "unsupported-media-type"],
    ["from a form", "application/x-www-form-urlencoded", "claims=1", 415, "unsupported-media-type"],
    ["that is not JSON", "application/json", "{claims", 400, "invalid-json"],
    ["that is empty", "application/json", "", 400, "invalid-json"],
    ["with another structure", "application/json", '{"claims":{}}', 422, "invalid"],
    ["with 50,000 levels", "application/json", nestArrays(50_000), 422, "invalid"],
    ["with a value of 50,000 levels", "application/json", nestValue(50_000), 422, "invalid"],
  ])("%s is rejected", async (_, type, body, status, code) => {
    const answer = await send(admin, "POST", CLAIMS, body, { "content-type": type });
    expect(await readProblem(answer)).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });
});

function nestArrays(levels: number): string {
  return `${"[".repeat(levels)}${"]".repeat(levels)}`;
}

function nestValue(levels: number): string {
  const [before, after] = JSON.stringify({ claims: [{ ...newClaim(), value: "HERE" }] }).split(
    '"HERE"',
  );
  return `${before}${nestArrays(levels)}${after}`;
}

/** Sends `first`, then `drip` every 500 ms; resolves with the response when the server closes the connection. */
function sendSlowly(first: string, drip: string): Promise<{ response: string; ms: number }> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const socket = net.connect(server.port, "127.0.0.1");
    let response = "";
    socket.on("data", (chunk) => {
      response += chunk;
    });
    socket.on("error", () => {});
    socket.write(first);
    const dripping = setInterval(() => socket.write(drip), 500);
    socket.once("close", () => {
      clearInterval(dripping);
      resolve({ response, ms: performance.now() - startedAt });
    });
  });
}

/** The longest time in ms in which the server did nothing else, since this was asked before. */
async function longestBlock(): Promise<number> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const metrics = await (await fetch(`${server.address}/metrics`, { headers })).text();
  return 1000 * Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics)?.[1]);
}

// The only test that measures a time: the best of 5 attempts, so that a busy machine does not fail it.
test.each([
  ["5 MB of commas", "/admin/import/table", ",".repeat(5 * KIB * KIB), 422],
  ["9 MB of {}", "/admin/import/run", `[${"{},".repeat(3 * KIB * KIB - 2)}{}]`, 413],
  ["9 MB of {} for the API", CLAIMS, "{}".repeat(4.5 * KIB * KIB), 413],
])("%s hold no other request up for 100 ms", async (_, at, body, status) => {
  const blocks: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    await longestBlock();
    const [answer, other] = await Promise.all([
      send(admin, "POST", at, body),
      send(admin, "GET", "/api/health/ready"),
    ]);
    expect([answer.status, other.status]).toEqual([status, 200]);
    blocks.push(await longestBlock());
  }
  expect(Math.min(...blocks)).toBeLessThan(100);
});

describe("a slow client", () => {
  test.concurrent("that does not finish its headers is disconnected within 14 seconds", async () => {
    const { response, ms } = await sendSlowly(
      "GET / HTTP/1.1\r\nHost: localhost\r\n",
      "x-slow: 1\r\n",
    );
    expect(response).toMatch(/^HTTP\/1\.1 408 /);
    expect(ms).toBeLessThan(14_000);
  });

  test.concurrent("that does not finish its body gets an error and is disconnected within 35 seconds", async () => {
    const head = [
      `POST ${CLAIMS} HTTP/1.1`,
      `Host: localhost:${server.port}`,
      `Origin: ${server.address}`,
      `Cookie: ${admin.cookie}`,
      "Content-Type: application/json",
      "Content-Length: 100000",
    ].join("\r\n");
    const { response, ms } = await sendSlowly(`${head}\r\n\r\n{`, " ");
    expect(response).toMatch(/^HTTP\/1\.1 408 /);
    expect(response).toContain("slow-body");
    expect(ms).toBeLessThan(35_000);
  });
});

describe("an unusual request", () => {
  test.each([
    "/zones/%00",
    "/zones/%E0%A4%A",
    "/api/v1/zones/%00",
    "/api/v1/zones/..%2f..%2fetc%2fpasswd",
    "/api/v1/zones?asOf=%00&q=%F0%9F",
    "/basemap/..%2f..%2fserver.js",
    "/_next/static/..%2f..%2fBUILD_ID",
    "/admin/claims/not-a-uuid",
    "/admin/history?before=abc&action=nothing",
    `/api/v1/zones?q=${"x".repeat(5000)}`,
    "//elsewhere.example.org",
    "/sign-in?next=//elsewhere.example.org",
  ])("for %s causes no server error and no redirect to another site", async (at) => {
    const answer = await send(admin, "GET", at);
    const text = await answer.text();
    expect(answer.status, text.slice(0, 500)).toBeLessThan(500);
    expect(text).not.toContain("root:");
    const location = answer.headers.get("location") ?? "/";
    expect(new URL(location, server.address).origin).toBe(server.address);
  });

  test("with 64 KiB of headers is rejected", async () => {
    const answer = await send(admin, "GET", "/", undefined, { "x-long": "x".repeat(64 * KIB) });
    expect(answer.status).toBe(431);
  });

  test("cannot choose the IP address that the audit shows", async () => {
    const body = JSON.stringify({ email: "nobody@example.org", password: "not a password" });
    const forged = { "x-forwarded-for": "192.0.2.99", "x-real-ip": "192.0.2.99" };
    await send(admin, "POST", "/api/auth/sign-in/email", body, forged);
    const audit = await (await send(admin, "GET", "/admin/history?q=nobody%40example.org")).text();
    expect(audit).toContain("nobody@example.org");
    expect(audit).not.toContain("192.0.2.99");
  });
});

describe("the content security policy", () => {
  const pages = listEndpoints()
    .filter(({ kind }) => kind === "page")
    .map(({ path: at }) => at.replace("[slug]", "rashakai-sez"));
  const nonceOf = (answer: Response) =>
    /script-src [^;]*'nonce-([^']+)'/.exec(
      answer.headers.get("content-security-policy") ?? "",
    )?.[1];

  test.each([...pages, "/nowhere-at-all"])(
    "of %s gives every script a nonce that changes with each request",
    async (at) => {
      const answer = await send(admin, "GET", at);
      const text = await answer.text();
      const nonce = nonceOf(answer);
      expect(nonce).toMatch(/^[\w+/]{22}==$/);
      // A block of data is no script: nothing runs it.
      const scripts = (text.match(/<script\b[^>]*>/g) ?? []).filter(
        (tag) => tag !== '<script type="application/ld+json">',
      );
      if (answer.headers.get("location") === null) expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      expect(text).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
      expect(nonceOf(await send(admin, "GET", at))).not.toBe(nonce);
    },
  );

  test("allows no other scripts and no framing", async () => {
    const policy = (await send(admin, "GET", "/")).headers.get("content-security-policy") ?? "";
    const scripts = policy.split("; ").find((part) => part.startsWith("script-src")) ?? "";
    expect(scripts).not.toMatch(/unsafe|\*|https?:/);
    for (const part of ["object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
  });
});

test("the files that browsers load contain nothing of the server", () => {
  const folder = path.join(getCurrentBuild(), ".next/static");
  const leaks = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(js|css|map|json)$/.test(file))
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(folder, file), "utf8");
      const secrets =
        /AUTH_SECRET|DATABASE_URL|BOOTSTRAP_ADMIN|postgres(ql)?:\/\/|PrismaClient|better-auth/;
      return secrets.test(text) ? [`${file}: ${secrets.exec(text)?.[0]}`] : [];
    });
  expect(leaks).toEqual([]);
});
