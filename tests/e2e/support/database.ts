import { SCOPES, type Scope } from "../../../lib/query/scope";
import { sql } from "../../support/sql";

/** Each scope as a condition over the table `zone`, written here again, apart from the registry's own. */
const IN_SCOPE: Readonly<Record<Scope, string>> = {
  announced: "(cohort in ('original-7', 'added-37') or candidate_for_remainder)",
  evidenced: "cohort in ('original-7', 'added-37')",
  "cpec-nine": "cpec_status in ('cpec-nine', 'priority-four')",
  "priority-four": "cpec_status = 'priority-four'",
  all: "true",
};

/** By the floor, then the ceiling, then what is known; equals by name. */
export const BY_READINESS =
  'readiness_low desc nulls last, readiness_high desc, coverage desc, name collate "en-x-icu"';

/** By progress on site, furthest first, then by readiness. */
export const BY_PROGRESS = `array_position(array['not-started', 'under-development', 'serviced', 'partially-operational', 'operational'], status) desc nulls last, status is null, array_position(array['idle', 'stalled', 'stalled-inferred', 'cancelled'], status) desc nulls last, ${BY_READINESS}`;

/** Rows that PostgreSQL gives. */
export async function query(statement: string): Promise<Record<string, unknown>[]> {
  const url = process.env.E2E_DATABASE_URL;
  if (!url) throw new Error("E2E_DATABASE_URL must name the database of the tracker under test.");
  return await sql(url, statement);
}

/**
 * The slugs that PostgreSQL finds in the table `zone`, furthest on site first.
 * @param condition SQL over the table's columns
 */
export async function zonesInDatabase(
  condition = "true",
  { scope = "announced", orderBy = BY_PROGRESS }: { scope?: Scope; orderBy?: string } = {},
): Promise<string[]> {
  const rows = await query(
    `select slug from zone where in_registry and ${IN_SCOPE[scope]} and (${condition}) order by ${orderBy}`,
  );
  return rows.map(({ slug }) => String(slug));
}

/** How many zones PostgreSQL counts in each scope. */
export async function scopeCounts(): Promise<Record<Scope, number>> {
  const counts = SCOPES.map((scope) => `count(*) filter (where ${IN_SCOPE[scope]}) as "${scope}"`);
  const [row] = await query(`select ${counts.join(", ")} from zone where in_registry`);
  return Object.fromEntries(SCOPES.map((scope) => [scope, Number(row?.[scope])])) as Record<
    Scope,
    number
  >;
}
