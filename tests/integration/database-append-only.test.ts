import { describe, expect, test } from "vitest";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

const REJECTED = [
  ["UPDATE", "revision", "UPDATE revision SET author = 'someone else'"],
  ["UPDATE", "claim", "UPDATE claim SET confidence = 'high'"],
  ["UPDATE", "decision", "UPDATE decision SET kind = 'published'"],
  ["DELETE", "revision", "DELETE FROM revision"],
  ["DELETE", "claim", "DELETE FROM claim"],
  ["DELETE", "decision", "DELETE FROM decision"],
  ["TRUNCATE", "revision", "TRUNCATE revision CASCADE"],
  ["TRUNCATE", "claim", "TRUNCATE claim CASCADE"],
  ["TRUNCATE", "decision", "TRUNCATE decision"],
] as const;

/** What a permalink shows beside the claims. A source's versions are a table that the data set leaves empty. */
const RECORDS = ["source", "event", "event_zone", "context_figure", "firm", "tenancy"] as const;

describe("the tables of the ledger", () => {
  test.each(REJECTED)("reject %s on %s from their owner", async (verb, table, statement) => {
    const message = new RegExp(
      `(claim|decision|${table}) is append-only, ${verb} is refused: .*new claim`,
    );
    await expect(sql(database.ownerUrl, statement)).rejects.toThrow(message);
  });

  test.each(REJECTED)(
    "%s on %s is refused to a superuser's replica session",
    async (_, __, statement) => {
      const asReplica = sql(database.adminUrl, "SET session_replication_role = replica", statement);
      await expect(asReplica).rejects.toThrow("append-only");
    },
  );

  test.each(RECORDS)("do not let %s change", async (table) => {
    const column =
      { event_zone: "zone_slug", firm: "name", tenancy: "id" }[String(table)] ?? "source_id";
    const statements = [
      `UPDATE ${table} SET ${table === "source" ? "url = NULL" : `${column} = ${column}`}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ];
    for (const statement of statements) {
      await expect(sql(database.ownerUrl, statement)).rejects.toThrow("append-only");
      await expect(
        sql(database.adminUrl, "SET session_replication_role = replica", statement),
      ).rejects.toThrow("append-only");
    }
  });

  test("do not let versions of sources change", async () => {
    const version = `INSERT INTO source_version
      SELECT gen_random_uuid(), id, revision_id, 'A test', title, publisher, NULL, NULL, false, NULL, kind
      FROM source LIMIT 1`;
    await sql(database.ownerUrl, version);
    for (const statement of [
      "UPDATE source_version SET reason = 'Another'",
      "DELETE FROM source_version",
      "TRUNCATE source_version",
    ]) {
      await expect(sql(database.ownerUrl, statement)).rejects.toThrow("append-only");
      await expect(
        sql(database.adminUrl, "SET session_replication_role = replica", statement),
      ).rejects.toThrow("append-only");
    }
  });

  test("belong to a role that is not a superuser", async () => {
    const [role] = await sql(
      database.ownerUrl,
      `SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls
       FROM pg_roles WHERE rolname = current_user`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
    });
    await expect(sql(database.ownerUrl, "SET session_replication_role = replica")).rejects.toThrow(
      "permission denied",
    );
  });
});
