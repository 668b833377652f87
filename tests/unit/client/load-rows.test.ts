import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { rowsQuery } from "@/lib/client/load-rows";
import { readProblem } from "@/lib/client/problem";
import { packRow } from "@/lib/evidence/row";
import { createRow } from "@/tests/support/facts";

const requests: string[] = [];
let answer: () => Response;

beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal("fetch", async (address: string) => {
    requests.push(address);
    return answer();
  });
});
afterEach(() => void vi.unstubAllGlobals());

const client = () => new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });

describe("the rows of a moment", () => {
  const row = createRow({ areaAcres: 100 });
  const found = () =>
    Response.json({ data: [packRow(row)], meta: { asOf: "2020-01-01", version: 4 } });
  const today = { asOf: null, knownOn: null, revision: null };

  test("are unpacked, with the day and revision of the answer", async () => {
    answer = found;
    expect(await client().fetchQuery(rowsQuery(today))).toEqual({
      rows: [row],
      asOf: "2020-01-01",
      revision: 4,
    });
    expect(requests).toEqual(["/api/v1/rows?limit=1000"]);
  });

  test("name the day and the revision in the address, that of the query before a later one", async () => {
    answer = found;
    await client().fetchQuery(rowsQuery({ ...today, asOf: "2020-01-01", revision: 4 }));
    await client().fetchQuery(rowsQuery({ asOf: "2020-01-01", knownOn: "r3", revision: 4 }));
    expect(requests).toEqual([
      "/api/v1/rows?asOf=2020-01-01&knownOn=r4&limit=1000",
      "/api/v1/rows?asOf=2020-01-01&knownOn=r3&limit=1000",
    ]);
  });

  test("are requested once for the same moment, and again for another", async () => {
    answer = found;
    const cache = client();
    await cache.fetchQuery(rowsQuery(today));
    await cache.fetchQuery(rowsQuery(today));
    expect(requests).toHaveLength(1);
    await cache.fetchQuery(rowsQuery({ ...today, asOf: "2019-01-01" }));
    await cache.fetchQuery(rowsQuery({ ...today, knownOn: "r1" }));
    await cache.fetchQuery(rowsQuery({ ...today, revision: 2 }));
    expect(requests).toHaveLength(4);
  });

  test("fail with the reason of the server after a second try", async () => {
    answer = () => Response.json({ detail: "No such day." }, { status: 400 });
    await expect(client().fetchQuery(rowsQuery(today))).rejects.toThrow("No such day.");
    expect(requests).toEqual(["/api/v1/rows?limit=1000", "/api/v1/rows?limit=1000"]);
  });
});

describe("the rows of a large registry", () => {
  const all = Array.from({ length: 2_500 }, (_, i) =>
    createRow({}, { slug: `zone-${i}`, order: i }),
  );
  /** The revision that the server has when it answers. */
  let latest = 4;

  const anyRevision = { asOf: null, knownOn: null, revision: null };
  /** Rows on all pages. */
  let many = all.length;

  beforeEach(() => {
    latest = 4;
    many = all.length;
    vi.stubGlobal("fetch", async (address: string) => {
      requests.push(address);
      const params = new URL(address, "http://x").searchParams;
      const offset = Number(params.get("offset"));
      const data = all.slice(offset, offset + Number(params.get("limit"))).map(packRow);
      const named = params.get("knownOn") ?? `r${latest}`;
      const knownOn = named.includes("-") ? named : `${named}-abc`;
      latest += 1;
      const version = Number(/^r(\d+)/.exec(knownOn)?.[1]);
      return Response.json({
        data,
        meta: { asOf: "2020-01-01", version, knownOn, total: many },
      });
    });
  });

  test("come in pages of one revision, in their order, and report how many have arrived", async () => {
    const shares: number[] = [];
    const request = { asOf: null, knownOn: null, revision: 4 };
    const { rows, ...moment } = await client().fetchQuery(
      rowsQuery(request, (share) => shares.push(share)),
    );
    expect(rows).toEqual(all);
    expect(moment).toEqual({ asOf: "2020-01-01", revision: 4, knownOn: "r4-abc" });
    expect(requests[0]).toBe("/api/v1/rows?knownOn=r4&limit=1000");
    expect(requests.slice(1).sort()).toEqual([
      "/api/v1/rows?asOf=2020-01-01&knownOn=r4-abc&limit=1000&offset=1000",
      "/api/v1/rows?asOf=2020-01-01&knownOn=r4-abc&limit=1000&offset=2000",
    ]);
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
  });

  test("come in pages also where nobody follows their progress", async () => {
    const { rows } = await client().fetchQuery(rowsQuery({ ...anyRevision, knownOn: "r4-abc" }));
    expect(rows).toEqual(all);
    expect(requests).toHaveLength(3);
  });

  test("load no further page after one that failed", async () => {
    const answer = globalThis.fetch;
    vi.stubGlobal("fetch", async (address: string, { signal }: { signal: AbortSignal }) => {
      if (address.includes("offset=1000")) return Response.json({}, { status: 500 });
      if (address.includes("offset=")) {
        await new Promise((done) => setTimeout(done, 20));
        signal.throwIfAborted();
      }
      return await answer(address);
    });
    many = 9_000;
    const cache = new QueryClient();
    const query = rowsQuery({ ...anyRevision, knownOn: "r4-abc" });
    await expect(cache.fetchQuery({ ...query, retry: false })).rejects.toThrow("HTTP 500");
    await new Promise((done) => setTimeout(done, 50));
    expect(requests).toEqual(["/api/v1/rows?knownOn=r4-abc&limit=1000"]);
  });

  test("stop loading when nobody waits for them any more", async () => {
    const signals: AbortSignal[] = [];
    vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    const cache = client();
    cache.fetchQuery(rowsQuery(anyRevision)).catch(() => {});
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    await cache.cancelQueries();
    expect(signals[0]?.aborted).toBe(true);
  });
});

test.each([
  ["the detail first", { detail: "Too many.", title: "Refused" }, "Too many."],
  ["the title without a detail", { title: "Refused" }, "Refused"],
  ["the status without either", {}, "HTTP 418"],
])("the reason of a problem document is %s", async (_, body, reason) => {
  expect(await readProblem(Response.json(body, { status: 418 }))).toBe(reason);
});

test("the reason of an answer that is no JSON is its status", async () => {
  expect(await readProblem(new Response("<html>", { status: 502 }))).toBe("HTTP 502");
});
