import "server-only";
import { createCopies } from "@/lib/evidence/record-copies";
import type { Sql } from "../database/sql";
import { COLUMNS, type LedgerRows, quoteName } from "../ledger/rows";

/** Rows that are read at once: some 10 milliseconds of work. */
const READ_ROWS = 2_000;

/** The parts of a key with their types in SQL, and keys before all others. */
const KEYS = {
  claim: { columns: ["revisionId", "id"], types: ["int", "uuid"], first: [0, "0".repeat(32)] },
  decision: { columns: ["id"], types: ["bigint"], first: [0] },
} as const;

/** The tables with the most rows. */
export const LONG_TABLES = ["claim", "decision"] as const;

/**
 * Reads the rows of a long table behind the last one that was read, in the order of its key. Each column comes as one list:
 * that takes half the time of rows with the names of their columns.
 */
export function createReader<T extends (typeof LONG_TABLES)[number]>(sql: Sql, table: T) {
  type Row = LedgerRows[T][number];
  const { columns: key, types, first } = KEYS[table];
  const columns = [...new Set(["id", ...COLUMNS[table]])];
  const lists = columns.map((column) => `json_agg(${quoteName(column)})`);
  const names = key.map(quoteName).join(", ");
  const last = types.map((type, i) => `$${i + 1}::${type}`);
  const select = `-- ledger-${table}
    SELECT json_build_array(${lists.join(", ")}) AS lists FROM (
      SELECT * FROM ${quoteName(table)} WHERE (${names}) > (${last.join(", ")}) ORDER BY ${names} LIMIT ${READ_ROWS}) r`;
  const copyEmpty = createCopies<string, unknown>(columns, null);
  return async (after: Row | undefined): Promise<Row[]> => {
    const values = after ? key.map((name) => after[name as keyof Row]) : first;
    const [found] = await sql<{ lists: readonly (readonly unknown[] | null)[] }>(select, ...values);
    const rows = (found?.lists[0] ?? []).map(copyEmpty);
    for (const [i, name] of columns.entries()) {
      const list = found?.lists[i] ?? [];
      for (const [j, row] of rows.entries()) row[name] = list[j];
    }
    return rows as Row[];
  };
}

/**
 * Reads parts until one is empty. Each is read while the one before it is used.
 * @param read gets the last item of the part before; undefined: the first part
 * @param onProgress called whenever a part has come
 */
export async function readAhead<T>(
  read: (last: T | undefined) => Promise<T[]>,
  use: (part: T[]) => void,
  onProgress?: () => void,
): Promise<void> {
  for (let next = read(undefined); ; ) {
    const part = await next;
    onProgress?.();
    const last = part.at(-1);
    if (last === undefined) return;
    next = read(last);
    // Otherwise a failure would end the process if this part cannot be used.
    next.catch(() => undefined);
    use(part);
  }
}
