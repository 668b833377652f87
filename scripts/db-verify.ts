// `npm run db:verify`: recomputes every zone's columns from the claims, looks whether removed texts are gone, and prints
// each difference. Also lists claims on a day after their source was published, which were recorded before that was refused
// or whose source got another date since, and says whether the role that serves could change what is recorded.
import { listLateClaims } from "@/lib/evidence/late-claims";
import { CAN_CHANGE_LEDGER, pool } from "@/lib/server/database/db";
import { runScript } from "@/lib/server/database/run-script";
import { listColumnDifferences } from "@/lib/server/ledger/projection";
import { listRedactionDifferences } from "@/lib/server/redaction/redactions";
import { loadFacts, NO_FACTS } from "@/lib/server/registry/load-facts";

await runScript(async () => {
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
  const late = listLateClaims(await loadFacts(NO_FACTS));
  for (const { claim, publishedOn } of late) {
    console.log(
      `Warning: claim ${claim.id} (${claim.zone} ${claim.field}) is on ${claim.asOf}, after its source ${claim.sourceId} of ${publishedOn}.`,
    );
  }
  console.log(
    late.length === 0
      ? "No claim is on a day after its source was published."
      : `${late.length} ${late.length === 1 ? "claim is" : "claims are"} on a day after the source was published. Correct the source's date, or stop using the claim.`,
  );
  const { rows } = await pool().query<{ can: boolean }>(`SELECT ${CAN_CHANGE_LEDGER} AS can`);
  console.log(
    rows[0]?.can
      ? "Warning: the role that serves could change the ledger. Use two roles: see docs/accounts.md."
      : "The role that serves cannot change the ledger.",
  );
  return found.length + kept.length === 0 ? 0 : 1;
});
