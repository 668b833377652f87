// `npm run db:verify`: recomputes every zone's columns from the claims and prints each difference.
import { closeDatabase } from "@/lib/server/db";
import { listColumnDifferences } from "@/lib/server/projection";

try {
  const found = await listColumnDifferences();
  for (const line of found) console.error(line);
  console.log(
    found.length === 0
      ? "Every zone's columns agree with its claims."
      : `${found.length} ${found.length === 1 ? "column does" : "columns do"} not agree with the claims.`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await closeDatabase();
}
