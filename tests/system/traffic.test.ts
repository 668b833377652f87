import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { testDatabase } from "../support/test-database";
import { printLogOnFailure } from "./print-log";

const STREAM = "/api/v1/stream";
/** Requests at once: fewer than the connections of one client. */
const AT_ONCE = 4;
const database = testDatabase("seeded");

let server: AppServer;
/** Behind a proxy. */
let proxied: AppServer;

beforeAll(async () => {
  const env = { DATABASE_URL: database.url, AUTH_SECRET, LOG_LEVEL: "error" };
  [server, proxied] = await Promise.all([
    // 60 reads at once and 4 each second.
    startAppServer({ ...env, READS_PER_MINUTE: "240" }),
    startAppServer({ ...env, READS_PER_MINUTE: "240", TRUST_PROXY: "true" }),
  ]);
});

afterAll(async () => {
  await Promise.all([server, proxied].map((each) => each?.stop()));
});

beforeEach(({ skip }) => {
  skip(process.platform !== "linux", "Each client needs an address, and only Linux has 127.0.0.2.");
  printLogOnFailure(server);
});

const sockets = new Set<net.Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await sleep(200);
});

/** A connection and what it has received. */
interface Connection {
  readonly socket: net.Socket;
  readonly received: () => string;
  readonly isClosed: () => boolean;
  /** Milliseconds from the start until the server closes it. */
  readonly closed: Promise<number>;
}

/**
 * Opens a connection.
 * @param from one of this machine's addresses, as another client
 */
async function connect(from = "127.0.0.1", to: AppServer = server): Promise<Connection> {
  const startedAt = performance.now();
  const socket = net.connect({ port: to.port, host: "127.0.0.1", localAddress: from });
  sockets.add(socket);
  let received = "";
  let isClosed = false;
  socket.on("data", (chunk) => {
    received += chunk;
  });
  socket.on("error", () => {});
  const closed = new Promise<number>((resolve) => {
    socket.once("close", () => {
      isClosed = true;
      resolve(performance.now() - startedAt);
    });
  });
  await new Promise((resolve) => socket.once("connect", resolve).once("close", resolve));
  return { socket, received: () => received, isClosed: () => isClosed, closed };
}

const connectAll = (count: number, from: string, to?: AppServer) =>
  Promise.all(Array.from({ length: count }, () => connect(from, to)));

function request(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${lines.join("")}\r\n`;
}

/** The head of the response to a request from an address. */
async function readHead(path: string, from: string, to: AppServer = server, forwarded?: string) {
  const { socket, received, isClosed } = await connect(from, to);
  const headers: Record<string, string> =
    forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  socket.write(request(path, { ...headers, connection: "close" }));
  await expect
    .poll(() => received().includes("\r\n\r\n") || isClosed(), { timeout: 10_000 })
    .toBe(true);
  return received().split("\r\n\r\n")[0]?.toLowerCase() ?? "";
}

/**
 * The heads of the responses to requests that follow one another fast, a few at once: more than the bucket
 * holds arrive before it fills again.
 * @param forwarded the address that a proxy names for a request
 */
async function readHeads(from: string, to: AppServer, forwarded: (request: number) => string) {
  const heads: string[] = [];
  for (let first = 0; first < 96; first += AT_ONCE) {
    const group = Array.from({ length: AT_ONCE }, (_, i) =>
      readHead("/api/v1/nothing", from, to, forwarded(first + i)),
    );
    heads.push(...(await Promise.all(group)));
  }
  return heads.join("");
}

describe("live streams", () => {
  test("of one address are 20 at most", async () => {
    const all = await connectAll(25, "127.0.0.8");
    for (const { socket } of all) socket.write(request(STREAM));
    const countStatus = (status: string) =>
      all.filter(({ received }) => received().startsWith(`HTTP/1.1 ${status}`)).length;
    await expect.poll(() => countStatus("200") + countStatus("429"), { timeout: 10_000 }).toBe(25);
    expect(countStatus("429")).toBe(5);
    expect(await readHead(STREAM, "127.0.0.9")).toContain("200 ok");
    for (const { socket } of all) socket.destroy();
    await expect.poll(() => readHead(STREAM, "127.0.0.8"), { timeout: 5_000 }).toContain("200 ok");
  });

  test("cannot be opened inside the process through the image optimiser", async () => {
    for (const url of [STREAM, `${STREAM}?x=1`, "/icon.svg"]) {
      const head = await readHead(
        `/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`,
        "127.0.0.10",
      );
      expect(head).toMatch(/^http\/1\.1 404 /);
    }
  });

  test("are not opened by HEAD", async () => {
    const { socket, received } = await connect("127.0.0.11");
    for (let count = 0; count < 25; count++) {
      socket.write(`HEAD ${STREAM} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    }
    await expect
      .poll(() => received().match(/HTTP\/1\.1 200 OK/g)?.length, { timeout: 10_000 })
      .toBe(25);
    expect(await readHead(STREAM, "127.0.0.11")).toContain("200 ok");
  });
});

describe("an upgrade", () => {
  test.each(["websocket", "h2c, websocket", "TLS/1.0", "anything"])(
    "to %s is refused and the connection closed",
    async (protocol) => {
      const { socket, received, closed } = await connect("127.0.0.12");
      socket.write(
        request("/nothing", {
          connection: "Upgrade",
          upgrade: protocol,
          "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
          "sec-websocket-version": "13",
        }),
      );
      expect(await closed).toBeLessThan(5_000);
      expect(received()).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  test("to HTTP/2 is ignored, because some clients always offer it", async () => {
    const { socket, received } = await connect("127.0.0.13");
    socket.write(
      request("/api/v1/fields", { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c" }),
    );
    await expect.poll(received, { timeout: 5_000 }).toMatch(/^HTTP\/1\.1 200 OK/);
  });
});

test("a client that sends nothing is cut within 14 seconds", async () => {
  const silent = await connect("127.0.0.14");
  expect(await silent.closed).toBeLessThan(14_000);
});

describe("the limit of reads", () => {
  test("is told in each answer, page or API, and does not count files of the build", async () => {
    for (const path of ["/", "/api/v1/zones", "/method"]) {
      const head = await readHead(path, "127.0.0.20");
      expect(head).toContain("200 ok");
      expect(head).toContain('ratelimit-policy: "reads";q=60;w=15');
      expect(head).toMatch(/\nratelimit: "reads";r=\d+;t=\d+/);
    }
    expect(await readHead("/basemap/README.md", "127.0.0.20")).not.toContain("ratelimit");
  });

  test("answers 429 to one address and 200 to another", async () => {
    const { socket, received } = await connect("127.0.0.21");
    socket.write(request("/api/v1/fields?").repeat(100));
    await expect.poll(received, { timeout: 30_000 }).toContain("HTTP/1.1 429 ");
    expect(received()).toContain("too-many-requests");
    expect(await readHead("/api/v1/fields", "127.0.0.22")).toContain("200 ok");
  });

  test("cannot be avoided with a forged address", async () => {
    const heads = await readHeads("127.0.0.23", server, (count) => `192.0.2.${count}`);
    expect(heads).toContain("http/1.1 429 ");
  });
});

describe("behind a proxy", () => {
  test("the client is the last address that the proxy names, without its port", async () => {
    const forge = (count: number) => `198.51.100.${count}, 192.0.2.50:${4000 + count}`;
    expect(await readHeads("127.0.0.24", proxied, forge)).toContain("http/1.1 429 ");
    expect(await readHead("/api/v1/fields", "127.0.0.24", proxied, "192.0.2.51")).toContain(
      "200 ok",
    );
  });

  test("an IPv6 network counts as one client", async () => {
    const heads = await readHeads("127.0.0.24", proxied, (count) => `2001:db8:1:2:${count}::1`);
    expect(heads).toContain("http/1.1 429 ");
    const neighbour = await readHead("/api/v1/fields", "127.0.0.24", proxied, "2001:db8:1:3::1");
    expect(neighbour).toContain("200 ok");
  });
});
