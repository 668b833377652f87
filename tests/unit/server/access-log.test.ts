import fs from "node:fs";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  type MockInstance,
  test,
  vi,
} from "vitest";

process.env.DATABASE_URL = "postgresql://tracker:secret@127.0.0.1:5432/tracker";
process.env.LOG_LEVEL = "info";
// Vite sets it.
process.env.BASE_URL = "";
process.env.TRUST_PROXY = "true";

const { startAccessLog } = await import("../../../lib/server/http/access-log");
const { log, requestIds } = await import("../../../lib/server/log/log");
const { metrics } = await import("../../../lib/server/metrics");

let server: Server;
let address = "";
const lines: Record<string, unknown>[] = [];
let write: MockInstance<typeof fs.write>;

beforeAll(async () => {
  write = vi.spyOn(fs, "write").mockImplementation((...given: unknown[]) => {
    const [, text] = given;
    const done = given.at(-1);
    lines.push(
      ...String(text)
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    );
    setImmediate(() => {
      if (typeof done === "function") done(null, Buffer.byteLength(String(text)));
    });
  });
  // Twice, as in a process with several module graphs.
  startAccessLog({ setsHeader: true });
  startAccessLog({ setsHeader: true });
  server = createServer(async (request, response) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.info("Handled", { id: requestIds().getStore() });
    if (request.url === "/hangs") return;
    response.statusCode = request.url?.startsWith("/api") ? 404 : 200;
    response.end("done");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  lines.length = 0;
});

const accessLines = () => lines.filter(({ message }) => message === "Request");

describe("the access log", () => {
  test("has one line for a request, at the level info, with the id of the answer", async () => {
    const answer = await fetch(`${address}/zones/hub-sez?q=a+secret`);
    const id = answer.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    await vi.waitFor(() => expect(accessLines()).toHaveLength(1));
    expect(accessLines()[0]).toEqual({
      level: "info",
      at: expect.any(String),
      message: "Request",
      request: id,
      method: "GET",
      path: "/zones/hub-sez",
      route: "/zones/[slug]",
      status: 200,
      ms: expect.any(Number),
      address: "127.0.0.1",
    });
    expect(lines.find(({ message }) => message === "Handled")).toMatchObject({ id, request: id });
    expect(JSON.stringify(lines)).not.toContain("secret");
  });

  test("keeps requests apart that run at the same time", async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await fetch(address)).headers.get("x-request-id")),
    );
    expect(new Set(ids).size).toBe(20);
    await vi.waitFor(() => expect(accessLines()).toHaveLength(20));
    const handled = lines.filter(({ message }) => message === "Handled");
    expect(handled.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  test("writes the lines of one moment together", async () => {
    write.mockClear();
    await Promise.all(Array.from({ length: 20 }, () => fetch(address)));
    await vi.waitFor(() => expect(accessLines()).toHaveLength(20));
    expect(write.mock.calls.length).toBeLessThan(lines.length / 2);
  });

  test("takes the id and the address of a trusted proxy, if the id is plain", async () => {
    const ask = (id: string) =>
      fetch(address, { headers: { "x-request-id": id, "x-forwarded-for": "192.0.2.9" } });
    expect((await ask("proxy-id-00001")).headers.get("x-request-id")).toBe("proxy-id-00001");
    expect((await ask("a b\u009b31m{}")).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    await vi.waitFor(() => expect(accessLines()).toHaveLength(2));
    expect(accessLines()[0]).toMatchObject({ address: "192.0.2.9" });
  });

  test("has a line for a client that leaves before the answer", async () => {
    const request = httpRequest(`${address}/hangs`);
    request.on("error", () => {});
    request.end();
    await vi.waitFor(() => expect(lines.some(({ message }) => message === "Handled")).toBe(true));
    request.destroy();
    await vi.waitFor(() => expect(accessLines()).toHaveLength(1));
    expect(accessLines()[0]).toMatchObject({ status: 499, aborted: true });
  });

  test("counts requests by a fixed number of routes and methods", async () => {
    for (let i = 0; i < 50; i++) await fetch(`${address}/api/v1/made-up-${i}`);
    await vi.waitFor(() => expect(accessLines()).toHaveLength(50));
    const text = await metrics().register.metrics();
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="other",status="404"} 50',
    );
    expect(text).not.toContain("made-up");
    expect(text).toMatch(/http_requests_in_progress 0\n/);
  });
});
