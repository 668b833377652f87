import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { onRequestError, register } from "../../../instrumentation";
import { parseEnv } from "../../../lib/server/env";
import { metrics } from "../../../lib/server/metrics";

const DATABASE_URL = "postgresql://tracker:secret@127.0.0.1:5432/tracker";
let variables: Record<string, string> = {};

vi.mock("../../../lib/server/env", async (importActual) => ({
  ...(await importActual<typeof import("../../../lib/server/env")>()),
  env: () => parseEnv({ DATABASE_URL, LOG_LEVEL: "warn", ...variables }),
  requireEnv: () => {},
}));
vi.mock("../../../lib/server/http/access-log", () => ({ startAccessLog: () => {} }));
vi.mock("../../../lib/server/audit/audit-failures", () => ({ startDeletingExpired: () => {} }));
vi.mock("../../../lib/server/registry/revision-stream", () => ({ closeStreams: () => {} }));

let lines: string[] = [];
beforeEach(() => {
  lines = [];
  variables = {};
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.spyOn(process, "on").mockReturnThis();
  vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("at start", () => {
  const warnings = () => lines.filter((line) => line.includes("TRUST_PROXY"));

  test.each<[string, Record<string, string>]>([
    ["unset", {}],
    ["false", { TRUST_PROXY: "false" }],
  ])("a warning is logged where BASE_URL is https and TRUST_PROXY is %s", async (_, set) => {
    variables = { BASE_URL: "https://tracker.example.org", ...set };
    await register();
    expect(warnings().map((line) => JSON.parse(line).level)).toEqual(["warn"]);
  });

  test.each<[string, Record<string, string>]>([
    ["TRUST_PROXY", { BASE_URL: "https://tracker.example.org", TRUST_PROXY: "true" }],
    ["a BASE_URL of http", { BASE_URL: "http://tracker.example.org" }],
    ["no BASE_URL", {}],
  ])("no warning is logged with %s", async (_, set) => {
    variables = set;
    await register();
    expect(warnings()).toEqual([]);
  });
});

describe("an error of a page", () => {
  const countErrors = async () => {
    const { values } = await metrics().errors.get();
    return Object.fromEntries(values.map(({ labels, value }) => [labels.database_away, value]));
  };

  test("is counted by whether the database was away", async () => {
    metrics().errors.reset();
    await onRequestError(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
    await onRequestError(new TypeError("x is not a function"));
    await onRequestError(new RangeError("too many"));
    expect(await countErrors()).toEqual({ true: 1, false: 2 });
  });
});
