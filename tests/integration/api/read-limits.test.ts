import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { HEAD as headStream, GET as openStream } from "../../../app/api/v1/stream/route";
import { problemSchema } from "../../../lib/contract/answer-schemas";
import { proxy } from "../../../proxy";
import { get } from "../../support/api";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

/** 240 a minute: 60 at once and 4 each second. */
const BURST = 60;
beforeAll(() => {
  process.env.READS_PER_MINUTE = "240";
});

/** The request of a client, as the server's front passes it on. */
const from = (client: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { "x-client-network": client },
});

const readPage = (client: string) =>
  proxy(new NextRequest("http://tracker.test/", { headers: { "x-client-network": client } }));

async function empty(client: string): Promise<void> {
  for (let read = 0; read < BURST; read++) await get("fields", from(client));
}

describe("reads of one client", () => {
  beforeAll(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterAll(() => void vi.useRealTimers());

  it("tell how many are left", async () => {
    const { headers } = await get("zones/rashakai-sez", from("192.0.2.1"));
    expect(headers.get("ratelimit-policy")).toBe('"reads";q=60;w=15');
    expect(headers.get("ratelimit")).toBe('"reads";r=59;t=1');
    expect(headers.get("access-control-expose-headers")).toContain("RateLimit-Policy");
  });

  it("above the limit get 429 that says how long to wait, whatever they read", async () => {
    await empty("192.0.2.2");
    for (const address of ["zones", "zones.csv", "releases", "zones/none", "nothing-here"]) {
      const response = await get(address, from("192.0.2.2"));
      expect(response.status).toBe(429);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("retry-after")).toBe("1");
      expect(response.headers.get("ratelimit")).toMatch(/^"reads";r=0;t=15$/);
      const document = problemSchema.parse(await response.json());
      expect(document).toMatchObject({ code: "too-many-requests", status: 429 });
      expect(document.detail).toContain("240 requests per minute");
    }
    const page = await readPage("192.0.2.2");
    expect(page.status).toBe(429);
    expect(await page.text()).toMatch(/^Wait 1 second, /);
  });

  it("are pages and answers together", async () => {
    for (let read = 0; read < BURST; read++) expect((await readPage("192.0.2.3")).status).toBe(200);
    expect((await get("fields", from("192.0.2.3"))).status).toBe(429);
  });

  it("do not affect another client", async () => {
    await empty("192.0.2.4");
    expect((await get("fields", from("192.0.2.5"))).status).toBe(200);
  });

  it("go on after a wait", async () => {
    await empty("192.0.2.6");
    expect((await get("fields", from("192.0.2.6"))).status).toBe(429);
    vi.advanceTimersByTime(250);
    expect((await get("fields", from("192.0.2.6"))).status).toBe(200);
  });
});

describe("heavy answers", () => {
  it.each(["changes?from=2012-01-01", "changes.atom", "zones.xlsx"])(
    "%s of one client wait for their turn, and too many are refused",
    async (address) => {
      const client = from(`198.51.100.${address.length}`);
      const responses = await Promise.all(Array.from({ length: 30 }, () => get(address, client)));
      const statuses = responses.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(8);
      expect(statuses.filter((status) => status === 200).length).toBeLessThan(30);
      const refused = responses.find(({ status }) => status === 429);
      expect(refused?.headers.get("retry-after")).toBe("5");
      expect(await refused?.json()).toMatchObject({ code: "too-many-requests" });
    },
  );

  it.each(["changes?from=2012-01-01", "changes.atom", "zones.xlsx"])(
    "%s that has not changed is answered with 304 while others wait",
    async (address) => {
      const client = `198.51.100.${100 + address.length}`;
      const first = await get(address, from(client));
      const etag = first.headers.get("etag") ?? "none";
      const others = Array.from({ length: 12 }, () => get(address, from(client)));
      const again = await get(address, {
        headers: { "x-client-network": client, "if-none-match": etag },
      });
      expect(again.status).toBe(304);
      expect(again.headers.get("etag")).toBe(etag);
      expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
      const statuses = (await Promise.all(others)).map(({ status }) => status);
      expect(statuses).toContain(429);
    },
  );

  it("with a wrong parameter are answered while others wait", async () => {
    const client = from("198.51.100.210");
    const others = Array.from({ length: 12 }, () => get("changes.atom", client));
    expect((await get("changes?from=r99", client)).status).toBe(400);
    await Promise.all(others);
  });

  it("do not keep other answers waiting", async () => {
    let waiting = 6;
    const heavy = Array.from({ length: 6 }, async () => {
      await (await get("zones.xlsx", from("198.51.100.200"))).arrayBuffer();
      waiting -= 1;
    });
    await get("zones", from("198.51.100.201"));
    expect(waiting).toBeGreaterThan(0);
    await Promise.all(heavy);
  });
});

describe("live streams of one client", () => {
  const request = (client: string | null, signal: AbortSignal) =>
    new Request("http://tracker.test/api/v1/stream", {
      signal,
      headers: client === null ? {} : { "x-client-network": client },
    });

  it("are limited, and closing one makes room", async () => {
    const leaving = Array.from({ length: 20 }, () => new AbortController());
    for (const { signal } of leaving) {
      expect((await openStream(request("203.0.113.1", signal))).status).toBe(200);
    }
    const { signal } = new AbortController();
    const refused = await openStream(request("203.0.113.1", signal));
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await openStream(request("203.0.113.2", leaving[0]?.signal ?? signal))).status).toBe(
      200,
    );
    leaving[0]?.abort();
    expect((await openStream(request("203.0.113.1", leaving[1]?.signal ?? signal))).status).toBe(
      200,
    );
    for (const controller of leaving) controller.abort();
  });

  it("are not opened for a reader who has left, nor for HEAD", async () => {
    const stream = await openStream(request("203.0.113.3", AbortSignal.abort()));
    expect(await stream.text()).toContain("retry:");
    const head = headStream();
    expect(head.headers.get("content-type")).toContain("text/event-stream");
    expect(head.body).toBeNull();
  });
});
