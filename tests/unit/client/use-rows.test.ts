import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readProblem } from "@/lib/client/problem";
import { rowsQuery } from "@/lib/client/use-rows";
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
    expect(requests).toEqual(["/api/v1/rows"]);
  });

  test("name the day and the revision in the address, that of the query before a later one", async () => {
    answer = found;
    await client().fetchQuery(rowsQuery({ ...today, asOf: "2020-01-01", revision: 4 }));
    await client().fetchQuery(rowsQuery({ asOf: "2020-01-01", knownOn: "r3", revision: 4 }));
    expect(requests).toEqual([
      "/api/v1/rows?asOf=2020-01-01&knownOn=r4",
      "/api/v1/rows?asOf=2020-01-01&knownOn=r3",
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
    expect(requests).toEqual(["/api/v1/rows", "/api/v1/rows"]);
  });

  test("stop loading when nobody waits for them any more", async () => {
    const signals: AbortSignal[] = [];
    vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    const cache = client();
    cache.fetchQuery(rowsQuery(today)).catch(() => {});
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
