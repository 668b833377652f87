import { describe, expect, test, vi } from "vitest";
import { importRequest } from "../support/import-table";
import { testDatabase } from "../support/test-database";

testDatabase("seeded");

const session = vi.hoisted(() => ({
  role: "analyst" as string | null,
  id: "11111111-1111-4111-8111-111111111111",
}));

vi.mock("@/lib/server/accounts/session", async (load) => {
  const real = await load<typeof import("@/lib/server/accounts/session")>();
  return {
    ...real,
    authoriseChange: async () =>
      session.role === null
        ? { forbidden: "signed-out", person: null }
        : session.role === "reader"
          ? { forbidden: "forbidden", person: null }
          : {
              person: { id: session.id, name: "An analyst", role: session.role },
              actor: {
                id: session.id,
                name: "An analyst",
                address: null,
              },
            },
  };
});

const post = async (
  path: "table" | "run",
  body: BodyInit,
  headers: Record<string, string> = {},
) => {
  const routes = await import("@/lib/server/http/import-routes");
  const request = new Request(`http://tracker.test/admin/import/${path}`, {
    method: "POST",
    body,
    headers,
  });
  return path === "table" ? routes.tableRoute(request) : routes.runRoute(request);
};

describe("the routes of the import", () => {
  test.each([
    [null, 401],
    ["reader", 403],
  ])("refuse the role %s", async (role, status) => {
    session.role = role;
    expect((await post("table", "zone,field\na,b\n")).status).toBe(status);
    expect((await post("run", "{}")).status).toBe(status);
    session.role = "analyst";
  });

  test("read a table with the suggested use of its columns, and say why one is not read", async () => {
    const read = await post("table", "Zone;Field;Value\nhub-sez;Water;none\n");
    expect(await read.json()).toMatchObject({
      layout: "claims",
      targets: ["zone", "field", "value"],
      form: "Read as UTF-8, separated by semicolons.",
    });
    const refused = await post("table", Buffer.from("81c798d3cac7e43b3b", "hex"));
    expect(refused.status).toBe(422);
    expect((await refused.json()).detail).toContain("CSV UTF-8");
  });

  test("take no file above 5 MB and no table of another form", async () => {
    expect((await post("table", "x".repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await post("table", ",".repeat(5 * 1024 * 1024))).status).toBe(422);
    expect((await post("run", `[${"{},".repeat(3 * 1024 * 1024 - 1)}{}]`)).status).toBe(413);
    expect((await post("run", "{]")).status).toBe(400);
    const broken = await post("run", JSON.stringify({ table: 1 }));
    expect(broken.status).toBe(422);
  });

  test.each(["table", "run"] as const)(
    "%s counts as a write, and says when to go on",
    async (path) => {
      const { countWrite } = await import("@/lib/server/http/rate-limit");
      const { env } = await import("@/lib/server/env");
      const { id } = session;
      session.id = crypto.randomUUID();
      for (let i = 0; i < env().WRITES_PER_MINUTE; i += 1) countWrite(session.id);
      const refused = await post(path, "zone,field\na,b\n");
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      session.id = id;
    },
  );

  test("answer line by line, the result last", async () => {
    const request = await importRequest("zone,field,value\nhub-sez,water,absent\n");
    const answer = await post("run", JSON.stringify(request));
    expect(answer.headers.get("content-type")).toContain("ndjson");
    const lines = (await answer.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["progress"]));
    expect(lines.at(-1)).toMatchObject({ kind: "report", report: { claims: 1, refused: [] } });
  });
});
