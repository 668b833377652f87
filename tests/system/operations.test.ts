import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { printLogOnFailure } from "./print-log";

const database = testDatabase("seeded");
const METRICS_TOKEN = "a token of the tests for metrics";
let server: AppServer;

beforeAll(async () => {
  server = await startAppServer({
    DATABASE_URL: database.url,
    AUTH_SECRET,
    LOG_LEVEL: "info",
    METRICS_TOKEN,
    CONTACT: "mailto:security@example.org",
  });
});
afterAll(() => server.stop());

/** The lines that the server logs from now on. */
function followLog(): () => Record<string, unknown>[] {
  const before = server.log().length;
  return () =>
    server
      .log()
      .slice(before)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
}

describe("the log of the server", () => {
  test("has one line for each request, with the id of the answer, and only JSON", async () => {
    printLogOnFailure(server);
    const lines = followLog();
    const answers = await Promise.all(
      ["/", "/zones/rashakai-sez?q=a+secret", "/api/v1/zones.csv", "/no-such-page"].map((path) =>
        fetch(`${server.address}${path}`),
      ),
    );
    for (const answer of answers) await answer.text();
    const ids = answers.map(({ headers }) => headers.get("x-request-id"));
    const find = () => lines().filter(({ message }) => message === "Request");
    await vi.waitFor(() =>
      expect(
        find()
          .map(({ request }) => request)
          // The line of a question before the test, whether the server is ready, can come late.
          .filter((id) => ids.includes(String(id)))
          .sort(),
      ).toEqual(ids.sort()),
    );
    expect(find()).toContainEqual(
      expect.objectContaining({
        level: "info",
        method: "GET",
        path: "/zones/rashakai-sez",
        route: "/zones/[slug]",
        status: 200,
        address: "127.0.0.1",
      }),
    );
    expect(JSON.stringify(lines())).not.toContain("secret");
  });

  test("stays JSON without control characters, whatever a client sends", async () => {
    printLogOnFailure(server);
    const before = server.log().length;
    const lines = followLog();
    const headers = { "next-action": "\u009b31m\u0085bad", "user-agent": "\u009b31m" };
    const body = new FormData();
    body.set("$ACTION_ID_bad\u0007", "\u001b[31m");
    await fetch(`${server.address}/sign-in`, { method: "POST", headers, body });
    await fetch(`${server.address}/zones/%1b%5b31m%e2%80%ae`);
    await vi.waitFor(() => {
      expect(lines().filter(({ message }) => message === "Request")).toHaveLength(2);
    });
    const text = server.log().slice(before).replaceAll("\n", "");
    expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

test("a refused change is in the audit, with the client's address", async () => {
  printLogOnFailure(server);
  const answer = await fetch(`${server.address}/api/v1/claims`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.address },
    body: "{}",
  });
  expect(answer.status).toBe(401);
  const rows = await sql(
    database.url,
    "SELECT action, subject, detail, address FROM audit_failure ORDER BY id",
  );
  expect(rows).toEqual([
    {
      action: "change-refused",
      subject: "record",
      detail: { refused: "signed-out" },
      address: expect.stringMatching(/127\.0\.0\.1$/),
    },
  ]);
});

test("/metrics needs its token and counts requests by route", async () => {
  printLogOnFailure(server);
  await fetch(`${server.address}/api/v1/zones`).then((answer) => answer.text());
  expect((await fetch(`${server.address}/metrics`)).status).toBe(401);
  const answer = await fetch(`${server.address}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/zones",status="200"\} \d/,
  );
  expect(text).toContain("tracker_revision 1\n");
  expect(text).toContain("tracker_database_up 1\n");
  expect(text).toMatch(/tracker_audit_entries_total\{action="change-refused"\} \d/);
});

test("/.well-known/security.txt names the contact of the settings", async () => {
  const answer = await fetch(`${server.address}/.well-known/security.txt`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(await answer.text()).toContain("Contact: mailto:security@example.org\n");
});
