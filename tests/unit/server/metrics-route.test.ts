import fs from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { parseEnv } from "../../../lib/server/env";
import { metrics } from "../../../lib/server/metrics";

const DATABASE_URL = "postgresql://tracker:secret@127.0.0.1:5432/tracker";
const TOKEN = "a token for Prometheus";
let variables: Record<string, string> = {};

vi.mock("../../../lib/server/env", async (importActual) => ({
  ...(await importActual<typeof import("../../../lib/server/env")>()),
  env: () => parseEnv({ DATABASE_URL, ...variables }),
}));
vi.mock("../../../lib/server/registry/store", () => ({
  registryStore: () => ({
    revision: 7,
    staleSeconds: 1.5,
    listening: false,
    present: null,
    follow: () => () => {},
  }),
}));
vi.mock("../../../lib/server/database/db", () => ({
  pool: () => ({ totalCount: 5, idleCount: 3, waitingCount: 2 }),
}));

beforeEach(() => {
  variables = {};
});

async function ask(authorization?: string): Promise<Response> {
  const { GET } = await import("../../../app/metrics/route");
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  return GET(new Request("http://localhost:3000/metrics", { headers }));
}

describe("/metrics", () => {
  test("is closed without METRICS_TOKEN, whatever is sent", async () => {
    expect((await ask()).status).toBe(404);
    expect((await ask("Bearer ")).status).toBe(404);
    expect((await ask("Bearer undefined")).status).toBe(404);
  });

  test("needs the token", async () => {
    variables = { METRICS_TOKEN: TOKEN };
    for (const sent of [undefined, "", "Bearer", "Bearer wrong", TOKEN, `Basic ${TOKEN}`]) {
      const answer = await ask(sent);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    }
    expect((await ask(`Bearer ${TOKEN}`)).status).toBe(200);
  });

  test("has the state of the instance and of the process in the format of Prometheus", async () => {
    variables = { METRICS_TOKEN: TOKEN };
    metrics().audit.inc({ action: "sign-in-failed" });
    const answer = await ask(`Bearer ${TOKEN}`);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const text = await answer.text();
    for (const line of [
      "tracker_revision 7",
      "tracker_registry_stale_seconds 1.5",
      "tracker_database_up 0",
      "tracker_open_streams 0",
      'tracker_database_connections{state="used"} 2',
      'tracker_database_connections{state="waiting"} 2',
      'tracker_audit_entries_total{action="sign-in-failed"} 1',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    expect(text).toContain("# TYPE process_cpu_seconds_total counter");
    expect(text).toContain("# TYPE http_request_duration_seconds histogram");
  });
});

describe("the rules for alerts", () => {
  const file = path.join(import.meta.dirname, "../../../ops/alerts.yml");
  const rules = fs.readFileSync(file, "utf8");

  test("ask only for metrics and values of labels that exist, from the first sample on", async () => {
    variables = { METRICS_TOKEN: TOKEN };
    const body = await (await ask(`Bearer ${TOKEN}`)).text();
    const expressions = [...rules.matchAll(/expr: (.+)/g)].map(([, expression = ""]) => expression);
    expect(expressions.length).toBe([...rules.matchAll(/- alert: \w+/g)].length);
    for (const expression of expressions) {
      for (const [, name = "", labels = ""] of expression.matchAll(
        /\b((?:http|tracker|nodejs)_\w+)(?:\{(\w+="[\w-]+")\})?/g,
      )) {
        // Requests and webhooks have labels that only use makes.
        if (name === "tracker_webhooks_total" || name.startsWith("http_")) {
          expect(body).toContain(`# TYPE ${name.replace(/_count$/, "")} `);
        } else {
          expect(body, name).toMatch(new RegExp(`^${name}(\\{.*${labels}.*\\})? `, "m"));
        }
      }
    }
  });
});

describe("the Grafana dashboard", () => {
  const file = path.join(import.meta.dirname, "../../../ops/grafana-dashboard.json");
  const dashboard: { uid: string; panels: Panel[] } = JSON.parse(fs.readFileSync(file, "utf8"));
  interface Panel {
    readonly id: number;
    readonly title: string;
    readonly targets?: readonly { readonly expr: string }[];
  }

  test("asks only for metrics that exist", async () => {
    const names = metrics()
      .register.getMetricsAsArray()
      .map(({ name }) => name);
    const asked = dashboard.panels.flatMap(({ targets = [] }) =>
      targets.flatMap(({ expr }) => expr.match(/\b(http|tracker|nodejs|process)_\w+/g) ?? []),
    );
    expect(asked.length).toBeGreaterThan(10);
    const base = (name: string) => name.replace(/_(bucket|sum|count)$/, "");
    expect(asked.filter((name) => !names.includes(name) && !names.includes(base(name)))).toEqual(
      [],
    );
    // Each of the tracker's own metrics is on it.
    const shown = new Set(asked.flatMap((name) => [name, base(name)]));
    const own = names.filter((name) => /^(http|tracker)_/.test(name));
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
  });

  test("has panels with ids of their own and titles", () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(dashboard.panels.every(({ title }) => title !== "")).toBe(true);
  });
});
