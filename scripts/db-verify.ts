// `npm run db:verify`: recomputes every zone's columns from the claims, looks whether removed texts are gone, and prints
// each difference. Also says whether the role that serves could change what is recorded.
import { CAN_CHANGE_LEDGER, closeDatabase, pool } from "@/lib/server/db";
import { listColumnDifferences } from "@/lib/server/projection";
import { listRedactionDifferences } from "@/lib/server/redactions";

try {
  const found = await listColumnDifferences();
  const kept = await listRedactionDifferences();
  for (const line of [...found, ...kept]) console.error(line);
  console.log(
    found.length === 0
      ? "Every zone's columns agree with its claims."
      : `${found.length} ${found.length === 1 ? "column does" : "columns do"} not agree with the claims.`,
  );
  console.log(
    kept.length === 0
      ? "Every removed text is gone."
      : `${kept.length} removed ${kept.length === 1 ? "text is" : "texts are"} still there.`,
  );
  const { rows } = await pool().query<{ can: boolean }>(`SELECT ${CAN_CHANGE_LEDGER} AS can`);
  console.log(
    rows[0]?.can
      ? "Warning: the role that serves could change the ledger. Use two roles: see docs/2026-11-26-database-roles.md."
      : "The role that serves cannot change the ledger.",
  );
  process.exitCode = found.length + kept.length === 0 ? 0 : 1;
} finally {
  await closeDatabase();
}
