import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTemporaryFolder, fromRoot } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { send, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";
import { testDatabase } from "../support/test-database";
import { startWebhookReceiver, type WebhookReceiver } from "../support/webhook-receiver";

// Two instances, watched by a real Prometheus with the rules of `ops/alerts.yml`. Each test causes what some of them warn of.

const METRICS_TOKEN = "a token of the tests for metrics";
const ORIGIN = "http://tracker.example.org";
/** The rules ask about this time instead of minutes and hours, and wait a second instead of minutes. */
const WINDOW = "15s";

const isInstalled = spawnSync("prometheus", ["--version"]).error === undefined;
if (!isInstalled) process.stdout.write("NOT RUN: the alerts; Prometheus is not installed.\n");

const { dir, remove } = createTemporaryFolder("prometheus");
const database = testDatabase("seeded");
let lock: pg.Client;
let receiver: WebhookReceiver;
let proxy: TcpProxy;
/** The first serves with two roles, mails and webhooks; the second as the owner, through the proxy. */
let one: AppServer;
let two: AppServer;
let prometheus: ChildProcess | undefined;
let address = "";
let cookie = "";
/** Requests that wait until what they need is given back. */
let asking: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  if (!isInstalled) return;
  receiver = await startWebhookReceiver();
  proxy = await startTcpProxy(database.ownerUrl);
  const settings = { AUTH_SECRET, METRICS_TOKEN, BASE_URL: ORIGIN, LOG_LEVEL: "error" };
  [one, two] = await Promise.all([
    startAppServer({
      ...{ ...settings, DATABASE_URL: database.url, MAIL_FROM: "tracker@example.org" },
      ...{ SMTP_URL: `smtp://127.0.0.1:${await findFreePort()}` },
      ...{ WEBHOOK_URLS: receiver.url, WEBHOOK_SECRET: `whsec_${"A".repeat(32)}` },
    }),
    startAppServer({ ...settings, DATABASE_URL: proxy.url }),
  ]);
  cookie = await signInOver({ address: one.address, origin: ORIGIN }, await newPerson("analyst"));
  const rules = fs
    .readFileSync(fromRoot("ops/alerts.yml"), "utf8")
    .replace(/for: \w+/g, "for: 1s")
    .replace(/\[\w+\]/g, `[${WINDOW}]`)
    // The database confirms what is in memory every 5 seconds.
    .replace("stale_seconds > 60", "stale_seconds > 10");
  fs.writeFileSync(path.join(dir, "alerts.yml"), rules);
  const targets = [one, two].map(({ port }) => `localhost:${port}`);
  const config = {
    global: { scrape_interval: "1s", scrape_timeout: "1s", evaluation_interval: "1s" },
    rule_files: ["alerts.yml"],
    scrape_configs: [
      {
        job_name: "cpec-sez-tracker",
        authorization: { credentials: METRICS_TOKEN },
        static_configs: [{ targets }],
      },
    ],
  };
  // JSON is YAML.
  fs.writeFileSync(path.join(dir, "prometheus.yml"), JSON.stringify(config));
  const port = await findFreePort();
  address = `http://127.0.0.1:${port}`;
  const options = [
    "--config.file=prometheus.yml",
    "--storage.tsdb.path=data",
    `--web.listen-address=127.0.0.1:${port}`,
  ];
  prometheus = spawn("prometheus", options, { cwd: dir, stdio: "ignore" });
  // Counters need a sample before they rise.
  await vi.waitFor(async () => expect(await ask("up")).toHaveLength(2), { timeout: 30_000 });
});
afterAll(async () => {
  prometheus?.kill("SIGKILL");
  await Promise.all([one?.stop(), two?.stop()]);
  await proxy?.close();
  await receiver?.stop();
  remove();
});

/** The series of an expression. */
async function ask(query: string): Promise<readonly { metric: Record<string, string> }[]> {
  const answer = await fetch(`${address}/api/v1/query?${new URLSearchParams({ query })}`).catch(
    () => null,
  );
  return answer?.ok ? (await answer.json()).data.result : [];
}

/** The names of the alerts that fire. */
const listFiring = async () =>
  (await ask('ALERTS{alertstate="firing"}')).map(({ metric }) => metric.alertname ?? "");

const record = async (server: AppServer) => {
  const claims = [newClaim({ field: "jobs", value: Date.now() % 1e6, asOf: "2026-11-20" })];
  const session = { address: server.address, origin: ORIGIN, cookie };
  const answer = await send(session, "POST", "/api/v1/claims", JSON.stringify({ claims }));
  expect(answer.status).toBe(201);
};

const open = (server: AppServer, page: string) =>
  fetch(`${server.address}${page}`, { headers: { cookie } }).then((answer) => answer.text());

/** Lets only the owner and the superuser read tables, or the role that serves as well. */
const setRight = (tables: string, change: "GRANT" | "REVOKE") =>
  sql(
    database.ownerUrl,
    `${change} SELECT ON ${tables} ${change === "GRANT" ? "TO" : "FROM"} tracker_app`,
  );

/** What happens, the alerts that warn of it, what goes on until they fire, and how it ends. */
const ROUNDS: Record<
  string,
  {
    alerts: readonly string[];
    begin: () => Promise<unknown>;
    goOn?: () => Promise<unknown>;
    end: () => unknown;
  }
> = {
  "one instance has no database; mail server and webhook take nothing": {
    alerts: [
      ...["TrackerDatabaseAway", "TrackerRevisionsDiffer"],
      ...["TrackerMailAway", "TrackerWebhookGivenUp"],
    ],
    begin: async () => {
      const { requestAlert } = await import("../../lib/server/mail/subscriptions");
      const email = "reader@example.com";
      await requestAlert({ email, conditions: "", locale: "en", frequency: "daily" });
      // It wants no more messages, and is given up at once.
      receiver.answer(410);
      proxy.freeze();
      await record(one);
    },
    end: () => proxy.thaw(),
  },
  "one instance does not answer; the other has no connection left": {
    alerts: ["TrackerConnectionsWait", "TrackerDown"],
    begin: async () => {
      process.kill(two.pid, "SIGSTOP");
      lock = new pg.Client({ connectionString: database.adminUrl });
      await lock.connect();
      await lock.query("BEGIN; LOCK TABLE session");
      asking = Promise.all(Array.from({ length: 15 }, () => open(one, "/account")));
    },
    end: async () => {
      process.kill(two.pid, "SIGCONT");
      await lock.end();
    },
  },
  "one instance may not read all tables; the other is busy": {
    alerts: ["TrackerErrors", "TrackerRegistryStale", "TrackerSlow", "TrackerUnexpectedErrors"],
    begin: async () => {
      await setRight("claim, correction", "REVOKE");
      await record(two);
    },
    goOn: async () => {
      process.kill(two.pid, "SIGSTOP");
      await sleep(300);
      process.kill(two.pid, "SIGCONT");
      await open(one, "/correct");
    },
    end: () => setRight("claim, correction", "GRANT"),
  },
};

describe.skipIf(!isInstalled)("the rules for alerts fire when what they warn of happens", () => {
  test("each is tried", () => {
    const rules = fs.readFileSync(fromRoot("ops/alerts.yml"), "utf8");
    const names = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    const tried = Object.values(ROUNDS).flatMap(({ alerts }) => alerts);
    expect(names.sort()).toEqual(tried.sort());
  });

  test.each(Object.entries(ROUNDS))("%s", { timeout: 120_000 }, async (_, round) => {
    const { alerts, begin, goOn, end } = round;
    const before = await listFiring();
    expect(alerts.filter((name) => before.includes(name))).toEqual([]);
    const missing = new Set(alerts);
    try {
      await begin();
      const listMissing = async () => {
        await goOn?.();
        for (const name of await listFiring()) missing.delete(name);
        return [...missing];
      };
      await expect.poll(listMissing, { timeout: 60_000, interval: 200 }).toEqual([]);
    } finally {
      await end();
    }
    await asking;
  });

  test("they end with it", { timeout: 120_000 }, async () => {
    await expect.poll(listFiring, { timeout: 60_000, interval: 500 }).toEqual([]);
  });
});
