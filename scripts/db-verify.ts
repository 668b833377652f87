// `npm run db:verify`: recomputes every zone's columns from the claims and prints each difference. Also says whether the
// role that serves could change what is recorded.
import { CAN_CHANGE_LEDGER, closeDatabase, pool } from "@/lib/server/db";
import { listColumnDifferences } from "@/lib/server/projection";

try {
  const found = await listColumnDifferences();
  for (const line of found) console.error(line);
  console.log(
    found.length === 0
      ? "Every zone's columns agree with its claims."
      : `${found.length} ${found.length === 1 ? "column does" : "columns do"} not agree with the claims.`,
  );
  const { rows } = await pool().query<{ can: boolean }>(`SELECT ${CAN_CHANGE_LEDGER} AS can`);
  console.log(
    rows[0]?.can
      ? "Warning: the role that serves could change the ledger. Use two roles: see docs/2026-11-26-database-roles.md."
      : "The role that serves cannot change the ledger.",
  );
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await closeDatabase();
}
