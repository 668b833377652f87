import "server-only";
import type { Claim } from "@/lib/evidence/ledger-records";
import { createCopies } from "@/lib/evidence/record-copies";
import type { Sql } from "../database/sql";
import { COLUMNS, type LedgerRows, quoteName } from "../ledger/rows";
import { toClaim } from "./fact-rows";

/** Claims that are read at once: some 10 milliseconds of work. */
const READ_CLAIMS = 2_000;

const { claim: NAMES } = COLUMNS;

const SELECT = `-- ledger-claims
  SELECT ${NAMES.map((name) => `json_agg(${quoteName(name)}) AS "${name}"`).join(", ")}
  FROM (SELECT * FROM claim WHERE (revision_id, id) > ($1::int, $2::uuid)
    ORDER BY revision_id, id LIMIT ${READ_CLAIMS}) r`;

/** A key before all others. */
const FIRST = [0, "0".repeat(32)];

/** Claims by column, in the order of their revisions and ids. */
export type ClaimColumns = Readonly<Record<string, unknown[]>>;

/**
 * The claims behind others; null where there are none. Each column comes as one list: that takes half the time of rows with
 * the names of their columns.
 */
export async function readClaims(sql: Sql, before?: ClaimColumns): Promise<ClaimColumns | null> {
  const key = before ? [before.revisionId?.at(-1), before.id?.at(-1)] : FIRST;
  const [found] = await sql<ClaimColumns | Readonly<Record<string, null>>>(SELECT, ...key);
  return found?.id ? (found as ClaimColumns) : null;
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
