import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkLink, isPublicAddress, type LinkNetwork } from "@/lib/server/desk/check-link";

vi.mock("server-only", () => ({}));

describe("isPublicAddress", () => {
  test.each([
    ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"],
    ...["100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"],
  ])("%s is not public", (address) => {
    expect(isPublicAddress({ address, family: 4 })).toBe(false);
  });

  test.each([
    ...["::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"],
    ...["2001:db8::1", "2002:7f00:1::"],
  ])("%s is not public", (address) => {
    expect(isPublicAddress({ address, family: 6 })).toBe(false);
  });

  test("addresses of the internet are public", () => {
    expect(isPublicAddress({ address: "93.184.215.14", family: 4 })).toBe(true);
    expect(isPublicAddress({ address: "2606:4700::1111", family: 6 })).toBe(true);
  });
});

describe("checkLink", () => {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const [, status = "200", get] = (request.url ?? "").split("/");
    if (request.method === "GET" && get === "wait") return;
    response.statusCode = Number(request.method === "GET" && get ? get : status);
    if (response.statusCode === 302) response.setHeader("location", "http://127.0.0.1/secret");
    response.end("x".repeat(1_000_000));
  });
  let port = 0;
  /** Every name leads to the test's own server, which counts as public. */
  const local: LinkNetwork = {
    lookup: async () => [{ address: "127.0.0.1", family: 4 }],
    isAllowed: () => true,
  };
  const check = (path: string) => checkLink(`http://example.org:${port}${path}`, local);

  /** The raw answer of a server that speaks as HTTP does not. */
  async function checkRaw(answer: string) {
    const raw = net.createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => socket.end(answer));
    });
    await new Promise<void>((listening) => raw.listen(0, "127.0.0.1", listening));
    const { port: rawPort } = raw.address() as AddressInfo;
    try {
      return await checkLink(`http://example.org:${rawPort}/`, { ...local, timeoutMs: 1_000 });
    } finally {
      raw.close();
    }
  }

  test("an answer that switches protocols is unclear and ends", async () => {
    const answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n";
    expect(await checkRaw(answer)).toEqual({ result: "unclear", status: 101 });
  });

  test.each(["099", "600", "999", "000"])(
    "a status of %s is unclear and not kept",
    async (status) => {
      const answer = `HTTP/1.1 ${status} Odd\r\nContent-Length: 0\r\n\r\n`;
      expect(await checkRaw(answer)).toEqual({ result: "unclear", status: null });
    },
  );

  test("a connection that closes without an answer is unclear", async () => {
    expect(await checkRaw("")).toEqual({ result: "unclear", status: null });
  });

  test("one time limit holds for the lookup and both requests", async () => {
    const start = performance.now();
    const unclear = { result: "unclear", status: null };
    const lookup = () => new Promise<never>(() => {});
    const link = `http://example.org:${port}/405/wait`;
    expect(await checkLink(link, { ...local, lookup, timeoutMs: 300 })).toEqual(unclear);
    const slow = async () => {
      await new Promise((done) => setTimeout(done, 200));
      return [{ address: "127.0.0.1", family: 4 }];
    };
    expect(await checkLink(link, { ...local, lookup: slow, timeoutMs: 300 })).toEqual(unclear);
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ["/200", "works", 200],
    ["/302", "moved", 302],
    ["/404", "dead", 404],
    ["/410", "dead", 410],
    ["/403", "unclear", 403],
    ["/500", "unclear", 500],
  ] as const)("an answer to %s is %s", async (path, result, status) => {
    expect(await check(path)).toEqual({ result, status });
  });

  test("asks with GET where HEAD is refused, and follows no redirect", async () => {
    asked.length = 0;
    expect(await check("/405/200")).toEqual({ result: "works", status: 200 });
    expect(asked).toEqual(["HEAD /405/200", "GET /405/200"]);
    asked.length = 0;
    await check("/302");
    expect(asked).toEqual(["HEAD /302"]);
  });

  test.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "not an address",
    "http://user:password@example.org/",
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://93.184.215.14:22/",
  ])("does not ask %s", async (link) => {
    expect(await checkLink(link)).toEqual({ result: "refused", status: null });
  });

  test("does not ask a name that leads to a private address, even among public ones", async () => {
    const { isAllowed } = { isAllowed: isPublicAddress };
    const mixed = [
      { address: "93.184.215.14", family: 4 },
      { address: "10.0.0.1", family: 4 },
    ];
    const answer = await checkLink("http://example.org/", { lookup: async () => mixed, isAllowed });
    expect(answer).toEqual({ result: "refused", status: null });
  });

  test("a name that does not exist is dead, and a closed port too", async () => {
    const missing = Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    const lookup = async () => Promise.reject(missing);
    expect(await checkLink("http://gone.example/", { ...local, lookup })).toEqual({
      result: "dead",
      status: null,
    });
    expect(await checkLink("http://example.org:1/", local)).toEqual({
      result: "dead",
      status: null,
    });
  });
});
