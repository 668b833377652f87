import { notFound } from "next/navigation";
import { describe, expect, it, vi } from "vitest";
import { POST } from "../../../app/api/v1/facets/route";
import { OPTIONS } from "../../../app/api/v1/zones.csv/route";
import type { ProblemDocument } from "../../../lib/contract/answer-schemas";
import { problemSchema } from "../../../lib/contract/answer-schemas";
import { METHOD } from "../../../lib/contract/meta";
import { readRoute } from "../../../lib/server/http/read-route";
import { metrics } from "../../../lib/server/metrics";
import { get, getJson } from "../../support/api";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

async function readProblem(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const document = (await response.json()) as ProblemDocument;
  expect(problemSchema.safeParse(document).error?.issues ?? []).toEqual([]);
  expect(document.status).toBe(response.status);
  return document;
}

describe("an unchanged state is answered with 304", () => {
  const DATA = ["zones", "zones/rashakai-sez", "facets", "sources", "fields", "rows", "zones.csv"];

  it.each([...DATA, "zones.xlsx", "zones.geojson", "tables/targets.json"])(
    "%s",
    async (address) => {
      const first = await get(address);
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/".+-1-[0-9a-f]{16}-\d{4}-\d{2}-\d{2}"$/);
      // The workbook is made of bytes that do not change; ranges of it can be asked for.
      expect(etag.startsWith("W/")).toBe(address !== "zones.xlsx");
      expect(first.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
      await first.arrayBuffer();
      for (const held of [etag, etag.replace("W/", ""), `"other", ${etag}`, "*"]) {
        const second = await get(address, { headers: { "if-none-match": held } });
        expect(second.status).toBe(304);
        expect(second.headers.get("etag")).toBe(etag);
        expect(await second.text()).toBe("");
      }
      const other = await get(address, { headers: { "if-none-match": 'W/"other"' } });
      expect(other.status).toBe(200);
      await other.arrayBuffer();
    },
  );

  it("the tag contains the day", async () => {
    const response = await get("zones?asOf=2020-06-30");
    expect(response.headers.get("etag")).toMatch(/-1-[0-9a-f]{16}-2020-06-30"$/);
  });

  it("HEAD is answered with the headers of GET", async () => {
    const response = await get("zones.csv", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("registry-matched")).toBe("44");
  });
});

describe("browsers keep an answer for a day", () => {
  const CURRENT = "public, max-age=0, s-maxage=1";
  const PERMANENT = "public, max-age=86400, s-maxage=1, immutable";

  it.each([
    ["at a day and a revision with its identity", "asOf=2020-06-30&knownOn=r1-", PERMANENT],
    ["not at a revision whose number another one can have", "asOf=2020-06-30&knownOn=r1", CURRENT],
    ["not at a day of knowledge", "asOf=2020-06-30&knownOn=2026-11-24", CURRENT],
    ["not at a revision without a day", "knownOn=r1-", CURRENT],
    ["not at a day without a revision", "asOf=2020-06-30", CURRENT],
    ["not today", "", CURRENT],
  ])("%s", async (_, params, expected) => {
    const { meta } = await getJson<{ meta: { knownOn: string } }>("method");
    const address = `?${params.replace("r1-", meta.knownOn)}`;
    const kind = expected === PERMANENT ? "permanent" : "current";
    for (const [path, name] of [
      [`facets${address}`, "api"],
      [`zones.csv${address}`, "files"],
    ] as const) {
      const first = await get(path);
      await first.arrayBuffer();
      const etag = first.headers.get("etag") ?? "";
      const again = await get(path, { headers: { "if-none-match": etag } });
      expect([first.status, again.status]).toEqual([200, 304]);
      for (const { headers } of [first, again]) {
        expect(headers.get("cache-control")).toBe(expected);
        const key = headers.get("surrogate-key");
        expect(key).toMatch(new RegExp(`^r1-[0-9a-f]{16} ${kind} ${name}$`));
      }
    }
  });
});

describe("a file", () => {
  it("describes its content in its name and headers", async () => {
    const { headers } = await get("zones.csv?q=hattar&asOf=2020-06-30&fields=name,status", {
      headers: { host: "sez.example.org" },
    });
    expect(headers.get("content-disposition")).toBe(
      'attachment; filename="cpec-sez-zones_2020-06-30_r1.csv"',
    );
    expect(headers.get("link")).toContain(
      '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
    );
    expect(headers.get("link")).toMatch(
      /\/api\/v1\/zones\.csv\?q=hattar&asOf=2020-06-30&knownOn=r1-[0-9a-f]{8}&fields=name%2Cstatus>; rel="cite-as"/,
    );
    expect(headers.get("registry-as-of")).toBe("2020-06-30");
    expect(headers.get("registry-version")).toBe("1");
    expect(headers.get("registry-method")).toBe(String(METHOD));
    expect(headers.get("registry-boundary-note")).toContain("Jammu and Kashmir");
  });
});

describe("a request that cannot be answered", () => {
  it("gets the closest parameter name", async () => {
    const found = await readProblem(await get("zones?provnce=sindh"));
    expect(found).toMatchObject({
      status: 400,
      code: "unknown-parameter",
      param: "provnce",
      got: "sindh",
      nearest: "province",
    });
    expect(found.allowed).toContain("province");
  });

  it("gets all issues", async () => {
    const found = await readProblem(
      await get("zones?province=sindhh&limit=0&offset=-1&fields=nam&q=a&q=b"),
    );
    expect(found.errors?.map(({ param, nearest }) => [param, nearest])).toEqual([
      ["province", "sindh"],
      ["q", null],
      ["limit", null],
      ["offset", null],
      ["fields", "name"],
    ]);
  });

  it.each([
    ["zones?asOf=2999-01-01", 400, "invalid-parameter", "asOf"],
    ["zones?asOf=2023-02-30", 400, "invalid-parameter", "asOf"],
    ["zones?knownOn=r99", 400, "invalid-parameter", "knownOn"],
    ["zones?minVersion=1", 410, "removed", "minVersion"],
    ["zones.csv?missing=word", 410, "removed", "missing"],
    ["zones?limit=1001", 400, "invalid-parameter", "limit"],
    ["zones.csv?limit=10", 400, "unknown-parameter", "limit"],
    ["zones/rashakai-sez?province=sindh", 400, "unknown-parameter", "province"],
    ["zones?sectors=textile", 400, "invalid-parameter", "sectors"],
    ["sources?kind=gossip", 400, "invalid-parameter", "kind"],
    ["facets?limit=1", 400, "unknown-parameter", "limit"],
  ])("%s is a problem", async (address, status, code, param) => {
    expect(await readProblem(await get(address))).toMatchObject({ status, code, param });
  });

  it("that asks for another media type learns which one there is", async () => {
    const accept = { headers: { accept: "text/csv" } };
    const found = await readProblem(await get("zones", accept));
    expect(found).toMatchObject({ status: 406, code: "not-acceptable" });
    expect(found.detail).toContain("application/json");
    for (const accepted of ["application/json", "text/csv;q=0.5, */*;q=0.1", "application/*"]) {
      const { status } = await get("zones", { headers: { accept: accepted } });
      expect(status, accepted).toBe(200);
    }
    const linked = await get("dcat.jsonld", { headers: { accept: "application/json" } });
    expect(linked.status).toBe(200);
  });

  it("to the root learns what the API has, and where it is described", async () => {
    const response = await get("");
    expect(response.headers.get("link")).toContain('rel="service-desc"');
    const { data } = (await response.json()) as { data: { path: string; example: string }[] };
    expect(data.map(({ path }) => path)).toContain("/api/v1/tables/{file}");
    for (const { example } of data.slice(0, 5)) expect(example).toMatch(/^http.+\/api\/v1/);
  });

  it("gets what replaces a removed address", async () => {
    const found = await readProblem(await get("history?knownOn=r1"));
    expect(found).toMatchObject({ status: 410, code: "removed", got: "/api/v1/history" });
    expect(found.detail).toContain("/api/v1/tables/claims.csv");
    const file = await readProblem(await get("zones.ndjson?scope=all"));
    expect(file).toMatchObject({ status: 410, code: "removed", got: "/api/v1/zones.ndjson" });
    expect(file.detail).toContain("/api/v1/zones.parquet");
  });

  it("gets the closest zone", async () => {
    const found = await readProblem(await get("zones/rashakai-se"));
    expect(found).toMatchObject({ status: 404, code: "unknown-zone", nearest: "rashakai-sez" });
  });

  it("gets the first day of a zone", async () => {
    for (const part of ["", "/claims", "/tenancies"]) {
      const found = await readProblem(await get(`zones/rashakai-sez${part}?asOf=2010-01-01`));
      expect(found).toMatchObject({
        status: 404,
        code: "zone-not-registered",
        nearest: "2016-12-29",
      });
    }
    expect((await get("zones/rashakai-sez?asOf=2016-12-29")).status).toBe(200);
    expect((await get("zones/rashakai-sez?asOf=2016-12-28")).status).toBe(404);
  });

  it("gets the closest endpoint", async () => {
    const found = await readProblem(await get("zone"));
    expect(found).toMatchObject({ status: 404, code: "unknown-address", nearest: "/api/v1/zones" });
  });

  it("gets the allowed methods", async () => {
    const response = await POST(
      new Request("http://tracker.test/api/v1/facets", { method: "POST" }),
    );
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(await readProblem(response)).toMatchObject({ status: 405, code: "method-not-allowed" });
  });
});

describe("an unexpected failure", () => {
  const request = new Request("http://tracker.test/api/v1/zones");
  const context = { params: Promise.resolve({}) };

  it("has the same id in the answer and in the log", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const route = readRoute({
      accepts: {},
      answer: () => {
        throw new Error("a bug");
      },
    });
    const found = await readProblem(await route.GET(request, context));
    const log = written.mock.calls.map(([line]) => String(line)).join("");
    written.mockRestore();
    expect(found).toMatchObject({ status: 500, code: "internal-error" });
    expect(JSON.stringify(found)).not.toContain("a bug");
    const occurrence = found.instance?.replace("urn:uuid:", "") ?? "none";
    expect(log).toContain(occurrence);
    expect(log).toContain("a bug");
  });

  it.each([
    ["25006", "60", "error"],
    ["XX001", "60", "error"],
    ["57P01", "5", "warn"],
  ])(
    "of the database with %s is logged and counted, and the answer says when to come back",
    async (code, retryAfter, level) => {
      const lines: string[] = [];
      const written = vi.spyOn(process.stderr, "write").mockImplementation((line) => {
        lines.push(String(line));
        return true;
      });
      const isAway = String(level === "warn");
      const countErrors = async () => {
        const { values } = await metrics().errors.get();
        return values.find(({ labels }) => labels.database_away === isAway)?.value ?? 0;
      };
      const before = await countErrors();
      const route = readRoute({
        accepts: {},
        answer: () => {
          throw Object.assign(new Error("refused"), { code });
        },
      });
      const response = await route.GET(request, context);
      const found = await readProblem(response);
      written.mockRestore();
      expect(found).toMatchObject({ status: 503, code: "registry-unavailable" });
      expect(response.headers.get("retry-after")).toBe(retryAfter);
      expect(await countErrors()).toBe(before + 1);
      // LOG_LEVEL of these tests is `error`.
      const occurrence = found.instance?.replace("urn:uuid:", "") ?? "none";
      expect(lines.join("").includes(occurrence)).toBe(level === "error");
      expect(String(found.detail).includes(occurrence)).toBe(level === "error");
    },
  );

  it("Next's own signals are passed on", async () => {
    const route = readRoute({ accepts: {}, answer: () => notFound() });
    await expect(route.GET(request, context)).rejects.toMatchObject({
      digest: expect.stringContaining("404"),
    });
  });
});

describe("CORS headers", () => {
  it("are on answers and problems", async () => {
    for (const address of ["zones", "zones?nothing=1", "zones.csv"]) {
      const { headers } = await get(address);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-expose-headers")).toContain("ETag");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    }
  });

  it("allow conditional requests", async () => {
    const response = await OPTIONS(new Request("http://tracker.test/api/v1/zones.csv"));
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-headers")).toBe("If-None-Match, Range");
  });
});
