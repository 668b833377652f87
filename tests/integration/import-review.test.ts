import { expect, test } from "vitest";
import type { ImportLine } from "../../lib/contract/import-answer";
import { importRequest } from "../support/import-table";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

process.env.REVIEW_REQUIRED = "ladders";
const database = testDatabase("seeded");

type Role = "analyst" | "reviewer";

async function run(
  role: Role,
  request: Awaited<ReturnType<typeof importRequest>>,
): Promise<ImportLine> {
  const { runImport } = await import("../../lib/server/import/run-import");
  const id = crypto.randomUUID();
  const writer = { person: { name: role, role }, actor: { id, name: role, address: "192.0.2.1" } };
  const follower = { signal: new AbortController().signal, onProgress: () => {} };
  return runImport(request, writer, follower);
}

const tableOf = (field: string, value: string) =>
  importRequest(
    `zone,field,value,as of,quotation,language\nhub-sez,${field},${value},2026-10-30,So it says.,en\n`,
  );

const countClaims = async () =>
  Number((await sql(database.url, "select count(*) from claim"))[0]?.count);

test.each([
  ["analyst", "Progress on site", "operational", false],
  ["analyst", "Legal status", "notified", false],
  ["analyst", "Water", "partial", true],
  ["reviewer", "Progress on site", "operational", true],
] as const)("%s records a table with %s: %s", async (role, field, value, isRecorded) => {
  const before = await countClaims();
  const request = await tableOf(field, value);
  const checked = await run(role, request);
  if (checked.kind !== "report") throw new Error(JSON.stringify(checked));
  expect(checked.report).toMatchObject({ claims: 1, needsReviewer: !isRecorded });
  const { digest } = checked.report;
  const recorded = await run(role, { ...request, record: { digest, validOnly: false } });
  expect(recorded).toMatchObject(
    isRecorded
      ? { kind: "recorded", claims: 1 }
      : { kind: "problem", message: expect.stringContaining("A reviewer must import") },
  );
  expect(await countClaims()).toBe(before + (isRecorded ? 1 : 0));
  expect(await sql(database.url, "select count(*) from submission")).toEqual([{ count: "0" }]);
});
