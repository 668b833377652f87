import { beforeEach, expect, test, vi } from "vitest";
import { parseEnv } from "../../../lib/server/env";

const DATABASE_URL = "postgresql://tracker:secret@127.0.0.1:5432/tracker";
let variables: Record<string, string> = {};

vi.mock("../../../lib/server/env", async (importActual) => ({
  ...(await importActual<typeof import("../../../lib/server/env")>()),
  env: () => parseEnv({ DATABASE_URL, ...variables }),
}));

beforeEach(() => {
  variables = {};
});

const ask = async () => (await import("../../../app/.well-known/security.txt/route")).GET();

test("security.txt names the contact of the settings and a day within a year", async () => {
  variables = {
    CONTACT: "https://example.org/corrections mailto:security@example.org",
    BASE_URL: "https://tracker.example.org/",
  };
  const answer = await ask();
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const lines = (await answer.text()).trimEnd().split("\n");
  expect(lines).toEqual([
    "Contact: mailto:security@example.org",
    expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT00:00:00\.000Z$/),
    "Preferred-Languages: en",
    "Canonical: https://tracker.example.org/.well-known/security.txt",
  ]);
  const days = (Date.parse(lines[1]?.slice("Expires: ".length) ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(170);
  expect(days).toBeLessThan(365);
});

test("without a contact there is no security.txt", async () => {
  expect((await ask()).status).toBe(404);
});
