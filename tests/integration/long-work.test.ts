import http, { type RequestListener } from "node:http";
import net from "node:net";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { testDatabase } from "../support/test-database";

// What the server makes of the answers of the process for long work. Its part is played here, so that it can fail in every way.

testDatabase("seeded");

const { dir, remove } = createTemporaryFolder("long-work-test");
const socket = path.join(dir, "socket");
const MADE_OF = "x-long-work-made-of";
const LONG = "/api/v1/zones.csv?asOf=2024-01-01";

/** What the process answers in a test. */
let play: (identity: string) => RequestListener;
let identity = "";
let asked: http.IncomingHttpHeaders[] = [];
const there = http.createServer((request, response) => {
  asked.push(request.headers);
  play(identity)(request, response);
});
/** Traces of the answers, the last one at the end. */
let traces: { usesDatabase: boolean; isOfChange: boolean }[] = [];
let front: http.Server;
let address = "";

const listen = (server: http.Server, ...where: [string] | [number, string]) =>
  new Promise<void>((resolve) => {
    server.listen(...(where as [number, string]), resolve);
  });

beforeAll(async () => {
  process.env.LONG_WORK_FROM_ZONES = "1";
  await listen(there, socket);
  Reflect.set(
    globalThis,
    Symbol.for("cpec-sez-tracker/start-long-work"),
    (onChange: (path: string | null) => void) => onChange(socket),
  );
  const { answerByLongWork, startLongWork } = await import("../../lib/server/http/long-work");
  const { answerTraces, newTrace } = await import("../../lib/server/http/answer-trace");
  const { registryStore } = await import("../../lib/server/registry/store");
  startLongWork();
  await registryStore().current();
  identity = registryStore().identity;
  front = http.createServer((request, response) => {
    const pass = () => void response.end("made here");
    if (request.headers.cookie) {
      if (!answerByLongWork(request, response, pass)) pass();
      return;
    }
    const trace = newTrace(request.headers.via !== "unreduced");
    traces.push(trace);
    answerTraces().run(trace, () => {
      if (!answerByLongWork(request, response, pass)) pass();
    });
  });
  await listen(front, 0, "127.0.0.1");
  const at = front.address();
  if (at === null || typeof at === "string") throw new Error("The server has no port.");
  address = `http://127.0.0.1:${at.port}`;
});

beforeEach(() => {
  asked = [];
  traces = [];
});

afterAll(async () => {
  front.close();
  there.close();
  const { registryStore } = await import("../../lib/server/registry/store");
  await registryStore().stop();
  remove();
});

/** An answer of a revision. @param madeOf the trailer that says whether it is made of that alone */
const answer =
  (ofIdentity: string, { status = 200, madeOf = "registry" } = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, {
      "x-long-work-identity": ofIdentity,
      trailer: MADE_OF,
      "content-type": "text/csv",
      "registry-as-of": "2024-01-01",
    });
    response.addTrailers({ [MADE_OF]: madeOf });
    response.end("made there");
  };

const read = async (url = LONG, headers: Record<string, string> = {}) => {
  const response = await fetch(address + url, { headers });
  return { headers: response.headers, status: response.status, text: await response.text() };
};

test("an answer of the same revision goes to the reader with its headers", async () => {
  play = answer;
  const { headers, text } = await read();
  expect(text).toBe("made there");
  expect(headers.get("registry-as-of")).toBe("2024-01-01");
  expect([...headers.keys()].filter((name) => name.startsWith("x-long-work"))).toEqual([]);
  expect(headers.get("trailer")).toBeNull();
  const { registryStore } = await import("../../lib/server/registry/store");
  expect(asked[0]?.["x-long-work-revision"]).toBe(String(registryStore().revision));
  expect(traces).toMatchObject([{ usesDatabase: false, isOfChange: false }]);
});

test.each([
  ["database", { usesDatabase: true }],
  ["change", { usesDatabase: false, isOfChange: true }],
  ["anything else", { isOfChange: true }],
])("an answer that is made of %s too is not kept", async (madeOf, trace) => {
  play = (own) => answer(own, { madeOf });
  expect((await read()).text).toBe("made there");
  expect(traces).toMatchObject([trace]);
});

test("nothing is passed on by which a request could say that it has a body", async () => {
  play = answer;
  const socket = net.connect(Number(new URL(address).port), "127.0.0.1");
  const body = "GET /smuggled HTTP/1.1\r\nhost: a\r\n\r\n";
  socket.write(
    `GET ${LONG} HTTP/1.1\r\nhost: tracker\r\nconnection: close\r\ntrailer: x\r\nif-none-match: *\r\n` +
      `range: bytes=0-1\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  let text = "";
  for await (const chunk of socket) text += chunk;
  expect(text).toContain("made there");
  expect(asked).toHaveLength(1);
  expect(Object.keys(asked[0] ?? {}).sort()).toEqual([
    "connection",
    "host",
    "x-long-work-revision",
  ]);
  expect(asked[0]?.connection).toBe("close");
});

test("a request that is not reduced is answered here", async () => {
  play = answer;
  expect((await read(LONG, { via: "unreduced" })).text).toBe("made here");
  expect(asked).toEqual([]);
});

test("a refusal of what was asked for goes to the reader too", async () => {
  play = (own) => answer(own, { status: 400 });
  expect(await read()).toMatchObject({ status: 400, text: "made there" });
});

test.each<[string, (own: string) => RequestListener]>([
  ["another revision is known there", (own) => answer(`${own}0`)],
  ["no identity is given", () => (_, response) => void response.end("made there")],
  ["it fails", (own) => answer(own, { status: 500 })],
  ["it ends before it answers", () => (request) => void request.destroy()],
])("it is answered here where %s", async (_, part) => {
  play = part;
  expect((await read()).text).toBe("made here");
});

test("an answer that breaks off ends without a regular end", async () => {
  play = (own) => (_, response) => {
    response.writeHead(200, { "x-long-work-identity": own });
    response.write("half of it");
    setTimeout(() => response.destroy(), 50);
  };
  await expect(read()).rejects.toThrow();
});

test("a reader who leaves is not worked for any more", async () => {
  const left = new Promise<void>((resolve) => {
    play = () => (_, response) => void response.once("close", resolve);
  });
  const leaving = new AbortController();
  const reading = fetch(address + LONG, { signal: leaving.signal });
  await expect.poll(() => asked.length).toBe(1);
  leaving.abort();
  await expect(reading).rejects.toThrow();
  await left;
});

test.each([
  "/",
  "/api/v1/zones",
  "/api/v1/zones?q=asOf",
  "/api/v1/zones?asOf=",
  "/zones/rashakai-sez",
  "/_next/static/a.js?asOf=2024-01-01",
])("%s is short work, answered here", async (url) => {
  play = answer;
  expect((await read(url)).text).toBe("made here");
});

test.each([
  "/?asOf=2024-01-01",
  "/api/v1/zones?limit=5&knownOn=r1",
  "/api/v1/zones.xlsx",
  "/api/v1/tables/claims.csv?zone=m-3",
])("%s is long work", async (url) => {
  play = answer;
  expect((await read(url)).text).toBe("made there");
});

test("a request whose answer is for one reader alone is answered here", async () => {
  play = answer;
  expect((await read(LONG, { cookie: "a session" })).text).toBe("made here");
  expect(asked).toEqual([]);
});

test.each([
  [200, { [MADE_OF]: "registry" }],
  [304, {}],
  [204, {}],
])("in the process, an answer with status %i ends", async (status, trailers) => {
  const { answerForServer } = await import("../../lib/server/http/long-work");
  const server = http.createServer((request, response) => {
    answerForServer(request, response, () => {
      response.writeHead(status, status === 200 ? { "content-length": 4 } : {});
      response.end(status === 200 ? "body" : undefined);
    });
  });
  await listen(server, 0, "127.0.0.1");
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("The server has no port.");
  const answered = await new Promise<http.IncomingMessage>((resolve) => {
    http.get({ port: at.port, agent: false }, resolve);
  });
  answered.resume();
  await new Promise((resolve) => answered.once("end", resolve));
  expect(answered.statusCode).toBe(status);
  expect(answered.headers["x-long-work-identity"]).toBe(identity);
  expect(answered.trailers).toEqual(trailers);
  server.close();
});
