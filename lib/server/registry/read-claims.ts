import "server-only";
import type { Claim } from "@/lib/evidence/ledger-records";
import { createCopies } from "@/lib/evidence/record-copies";
import type { Sql } from "../database/sql";
import { COLUMNS, type LedgerRows, quoteName, selectColumns, toClaim } from "./ledger-rows";

/** Revisions with so many claims or more are read at once: some 10 milliseconds of work. */
const READ_CLAIMS = 2_000;

/** Some revisions, by the numbers of the first and the last. */
export type Range = readonly [from: number, to: number];

/** No revision has a larger number. */
const LAST = 2 ** 31 - 1;

/** All revisions, in ranges that are read at once. */
export async function listRanges(sql: Sql): Promise<Range[]> {
  const counts = await sql<{ readonly revision: number; readonly claims: number }>(
    `SELECT revision_id AS revision, count(*)::int AS claims FROM claim
    GROUP BY revision_id ORDER BY revision_id`,
  );
  const ranges: Range[] = [];
  let [from, sum] = [0, 0];
  for (const { revision, claims } of counts) {
    sum += claims;
    if (sum < READ_CLAIMS) continue;
    ranges.push([from, revision]);
    [from, sum] = [revision + 1, 0];
  }
  return [...ranges, [from, LAST]];
}

const { claim: NAMES } = COLUMNS;
const LISTS = NAMES.map((name) => `coalesce(json_agg(${quoteName(name)}), '[]') AS "${name}"`);

const SELECT = `-- ledger-claims
  WITH own AS MATERIALIZED (
    SELECT * FROM claim WHERE revision_id BETWEEN $1::int AND $2::int ORDER BY revision_id, id
  ), judged AS (
    SELECT own.id AS waiting, row_to_json(made) AS decision FROM own FULL JOIN (
      SELECT id, ${selectColumns(COLUMNS.decision)} FROM decision
      WHERE revision_id BETWEEN $1::int AND $2::int
    ) made ON made."claimId" = own.id AND made."revisionId" = own.revision_id
      AND made.kind = 'published' AND made.reason IS NULL
    WHERE own.id IS NULL OR made.id IS NULL
  )
  SELECT ${LISTS.join(", ")},
    (SELECT coalesce(json_agg(waiting) FILTER (WHERE waiting IS NOT NULL), '[]') FROM judged) AS waiting,
    (SELECT coalesce(json_agg(decision) FILTER (WHERE waiting IS NULL), '[]') FROM judged) AS decisions
  FROM own`;

/** Claims by column, in the order of their revisions and ids: that takes half the time of rows with names. */
export type ClaimColumns = Readonly<Record<string, unknown[]>>;

/** The claims of some revisions with what was decided in them. */
interface JudgedClaims {
  readonly columns: ClaimColumns;
  /** Ids of the claims that their own revisions did not publish. */
  readonly waiting: readonly string[];
  /** The decisions of these revisions without the publications of their claims, in any order. */
  readonly decisions: LedgerRows["decision"];
}

/** Reads the claims of some revisions. */
export async function readClaims(sql: Sql, [from, to]: Range): Promise<JudgedClaims> {
  const [found] = await sql<ClaimColumns & Pick<JudgedClaims, "waiting" | "decisions">>(
    SELECT,
    from,
    to,
  );
  const { waiting = [], decisions = [], ...columns } = found ?? {};
  return { columns, waiting, decisions };
}

/** The claims of columns. */
export function toClaims(columns: ClaimColumns): Claim[] {
  // One row, which is filled again for each claim.
  const row = createCopies<string, unknown>(NAMES, null)();
  const lists = NAMES.map((name) => [name, columns[name] ?? []] as const);
  return (columns.id ?? []).map((_, i) => {
    for (const [name, list] of lists) row[name] = list[i];
    return toClaim(row as unknown as LedgerRows["claim"][number]);
  });
}
