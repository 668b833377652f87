import { beforeAll, describe, expect, test } from "vitest";
import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../../lib/catalogue/fields";
import { listTerms } from "../../lib/catalogue/vocabularies";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

const CLAIM = {
  id: "'00000000-0000-5000-8000-000000000001'",
  revision_id: "1",
  zone_slug: "'first-zone'",
  tenancy_id: "NULL",
  field: "'status'",
  value: `'"operational"'`,
  as_of: "'2020'",
  source_id: "'a-source'",
  origin: "'official'",
  confidence: "'high'",
};

function insertClaim(part: Partial<typeof CLAIM>): string {
  const claim = { ...CLAIM, ...part };
  const columns = Object.keys(claim).join(", ");
  return `INSERT INTO claim (${columns}) VALUES (${Object.values(claim).join(", ")})`;
}

/** A statement that is tried and undone, so that each test finds the same rows. */
const attempt = (...statements: string[]) =>
  sql(database.ownerUrl, "BEGIN", ...statements, "ROLLBACK");

beforeAll(async () => {
  await sql(
    database.ownerUrl,
    "INSERT INTO revision VALUES (1, now(), 'seed', 'a test')",
    "INSERT INTO zone (slug, sort_order, revision_id) VALUES ('first-zone', 1, 1), ('second-zone', 2, 1)",
    "INSERT INTO source (id, revision_id, title, publisher, kind) VALUES ('a-source', 1, 'A', 'B', 'news')",
    "INSERT INTO firm VALUES ('a-firm', 1, 'A firm')",
    "INSERT INTO tenancy VALUES ('second-zone--a-firm', 1, 'second-zone', 'a-firm', 1)",
  );
});

describe("claims and decisions", () => {
  test("a valid claim is accepted, also with the JSON value null", async () => {
    await attempt(insertClaim({}));
    await attempt(insertClaim({ value: "'null'" }));
  });

  test.each([
    ["no value at all", { value: "NULL" }, "not-null"],
    ["a month that does not exist", { as_of: "'2020-13'" }, "claim_as_of_check"],
    ["a day that does not exist", { as_of: "'2021-02-29'" }, "claim_as_of_check"],
    ["a loose date", { as_of: "'March 2020'" }, "claim_as_of_check"],
    ["an unknown origin", { origin: "'rumour'" }, "claim_origin_check"],
    ["an unknown confidence", { confidence: "'certain'" }, "claim_confidence_check"],
    ["an unknown source", { source_id: "'no-source'" }, "claim_source_id_fkey"],
    ["an unknown zone", { zone_slug: "'no-zone'" }, "claim_zone_slug_fkey"],
    ["a revision to come", { revision_id: "2" }, "claim_revision_id_fkey"],
    [
      "a tenancy of another zone",
      { tenancy_id: "'second-zone--a-firm'" },
      "claim_tenancy_id_zone_slug_fkey",
    ],
  ])("a claim with %s is rejected", async (_, part, constraint) => {
    await expect(attempt(insertClaim(part))).rejects.toThrow(constraint);
  });

  test("a claim's id is unique", async () => {
    await expect(attempt(insertClaim({}), insertClaim({}))).rejects.toThrow("claim_pkey");
  });

  test.each([
    ["deprecated", "NULL", "decision_reason_check"],
    ["retracted", "'  '", "decision_reason_check"],
    ["preferred", "NULL", "decision_reason_check"],
    ["approved", "'well'", "decision_kind_check"],
  ])("a decision %s with the reason %s is rejected", async (kind, reason, constraint) => {
    const decide = `INSERT INTO decision (revision_id, claim_id, kind, reason) VALUES (1, ${CLAIM.id}, '${kind}', ${reason})`;
    await expect(attempt(insertClaim({}), decide)).rejects.toThrow(constraint);
  });

  test("the database numbers decisions", async () => {
    const decide = `INSERT INTO decision (id, revision_id, claim_id, kind) VALUES (9, 1, ${CLAIM.id}, 'published')`;
    await expect(attempt(insertClaim({}), decide)).rejects.toThrow("non-DEFAULT value");
  });
});

describe("the zone's columns", () => {
  test.each([
    "province = 'kashmir'",
    "status = 'approved'",
    "legal_status = 'operational'",
    "electricity = 'yes'",
    "plots_allotted_pct = 101",
    "enterprises_producing = -1",
    "area_acres = 'NaN'",
    "area_acres = 'Infinity'",
    "dependence_market = 5",
    "target_gas = '2027-00'",
    "approved_on = '2020-02-30'",
    "longitude = 70",
    "latitude = 91, longitude = 70",
    `aliases = '{"a": 1}'`,
    "sectors = '[1]'",
    "readiness_low = 60, readiness_high = 50",
    "readiness_low = 60",
    "readiness_low = 0, readiness_high = 100.1",
    "coverage = 1.01",
    "not_applicable = '{electricity}'",
    "not_applicable = '{plotsBuiltPct}', plots_built_pct = 10",
    "not_applicable = NULL",
    "sort_order = 2",
    "revision_id = 99",
  ])("%s is rejected", async (assignment) => {
    const change = `UPDATE zone SET ${assignment} WHERE slug = 'first-zone'`;
    await expect(attempt(change)).rejects.toThrow(/violates|out of range/);
  });

  test("unknown is NULL in every column, which differs from an empty list", async () => {
    await attempt(
      "UPDATE zone SET status = NULL, aliases = '[]', not_applicable = '{plotsBuiltPct}'",
    );
  });
});

describe("the column of each field of the catalogue", () => {
  const toColumn = (key: ZoneFieldKey) =>
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const COLUMNS = ZONE_FIELD_KEYS.flatMap((key) => {
    const spec = fieldSpec(key);
    return spec.kind === "place" ? [] : [{ column: toColumn(key), spec }];
  });
  const set = (column: string, value: string) =>
    `UPDATE zone SET ${column} = ${value} WHERE slug = 'first-zone'`;

  test("has the type of the field", async () => {
    const rows = await sql(
      database.ownerUrl,
      "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'zone'",
    );
    const types = Object.fromEntries(rows.map((row) => [row.column_name, row.data_type]));
    const expected = COLUMNS.map(({ column, spec }) => {
      if (spec.kind === "number") return [column, spec.integer ? "integer" : "double precision"];
      const kinds = { level: "integer", flag: "boolean", list: "jsonb", choice: "text" };
      return [column, { ...kinds, text: "text", date: "text", country: "text" }[spec.kind]];
    });
    expect(Object.fromEntries(COLUMNS.map(({ column }) => [column, types[column]]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  test("accepts every value of the field's vocabulary", async () => {
    const updates = COLUMNS.flatMap(({ column, spec }) =>
      spec.kind === "choice"
        ? listTerms(spec.vocabulary).map(({ value }) => set(column, `'${value}'`))
        : [],
    );
    expect(updates.length).toBeGreaterThan(0);
    await attempt(...updates);
  });

  const invalid = COLUMNS.flatMap(({ column, spec }) => {
    switch (spec.kind) {
      case "choice":
        return [set(column, "'no-such-value'")];
      case "number":
        return [spec.min - 1, ...(spec.max === null ? [] : [spec.max + 1])].map((value) =>
          set(column, String(value)),
        );
      case "level":
        return [set(column, "-1"), set(column, "5")];
      case "date":
        return [set(column, "'2020-13'")];
      case "list":
        return [set(column, "'[1]'")];
      case "text":
        return [set(column, "' '")];
      default:
        return [];
    }
  });
  test.each(invalid)("rejects %s", async (update) => {
    await expect(attempt(update)).rejects.toThrow(/violates check constraint/);
  });
});

describe("other tables", () => {
  test.each([
    [
      "a firm merged into itself",
      `INSERT INTO retirement VALUES ('00000000-0000-4000-8000-000000000001', 1, 'firm', 'a-firm', 'merged', 'a-firm', 'twice')`,
      "retirement_into_check",
    ],
    [
      "a name of a firm without a reason",
      `INSERT INTO firm_version VALUES ('00000000-0000-4000-8000-000000000001', 'a-firm', 1, ' ', 'B firm', '{}')`,
      "firm_version_reason_check",
    ],
    [
      "a firm twice in a zone",
      "INSERT INTO tenancy VALUES ('again', 1, 'second-zone', 'a-firm', 2)",
      "tenancy_zone_slug_firm_id_key",
    ],
    [
      "an event whose date is less exact than it says",
      "INSERT INTO event VALUES ('e', 1, '2020', 'day', 'policy', 'T', 'B', 'a-source')",
      "event_date_check",
    ],
    [
      "a zone that goes while a firm is in it",
      "DELETE FROM zone WHERE slug = 'second-zone'",
      "fkey",
    ],
    [
      "an address that is not one",
      "INSERT INTO source (id, revision_id, title, publisher, kind, url) VALUES ('s', 1, 'T', 'P', 'news', 'javascript:x')",
      "source_url_check",
    ],
  ])("%s is rejected", async (_, statement, constraint) => {
    await expect(attempt(statement)).rejects.toThrow(constraint);
  });

  test("columns of common filters have an index", async () => {
    const rows = await sql(
      database.ownerUrl,
      "SELECT indexdef FROM pg_indexes WHERE tablename = 'zone' AND schemaname = 'public'",
    );
    const indexed = rows.map((row) => /\(([a-z_]+)\)$/.exec(String(row.indexdef))?.[1]);
    const wanted =
      "province status legal_status cohort cpec_status readiness_low readiness_high coverage electricity plots_built_pct works_financed";
    expect(indexed).toEqual(expect.arrayContaining(wanted.split(" ")));
  });
});
