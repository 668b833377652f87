import { SCOPES, type Scope } from "../../../lib/query/scope";
import type { Standing } from "../../../lib/readiness/standing";
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

/** The zones whose standing is "stopped". */
export const STOPPED = "status in ('idle', 'stalled', 'stalled-inferred', 'cancelled')";

/** Rows that PostgreSQL gives. */
export async function query(statement: string): Promise<Record<string, unknown>[]> {
  const url = process.env.E2E_DATABASE_URL;
  if (!url) throw new Error("E2E_DATABASE_URL must name the database of the tracker under test.");
  return await sql(url, statement);
}

/**
 * The slugs that PostgreSQL finds in the table `zone`.
 * @param condition SQL over the table's columns
 * @param options `orderBy`: SQL; absent: the order of standing, which the database does not have and the API gives
 */
export async function zonesInDatabase(
  condition = "true",
  { scope = "announced", orderBy }: { scope?: Scope; orderBy?: string } = {},
): Promise<string[]> {
  const rows = await query(
    `select slug from zone where in_registry and ${IN_SCOPE[scope]} and (${condition}) order by ${orderBy ?? "slug"}`,
  );
  const slugs = rows.map(({ slug }) => String(slug));
  if (orderBy !== undefined) return slugs;
  const found = new Set(slugs);
  return (await listByStanding()).filter((slug) => found.has(slug));
}

/** Every zone by standing, furthest first; tests of the method check this order. */
const listByStanding = () => askApi("scope=all");

/** The announced zones of a standing, which PostgreSQL does not have. */
export const zonesOfStanding = (standing: Standing) => askApi(`standing=${standing}`);

async function askApi(search: string): Promise<string[]> {
  const address = `${process.env.E2E_BASE_URL}/api/v1/zones?${search}&fields=name`;
  const { data } = (await (await fetch(address)).json()) as { data: { slug: string }[] };
  return data.map(({ slug }) => slug);
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
