import { sql } from "./sql";

/**
 * What a failover that lost the last revision and went on writing leaves behind: another revision with the same number, and
 * in it a claim on the jobs of hattar-sez.
 * @param adminUrl of a superuser, into the database of the ledger
 */
export async function replaceLastRevision(
  adminUrl: string,
  revision: number,
  jobs: number,
): Promise<void> {
  await sql(
    adminUrl,
    "SET session_replication_role = replica",
    ...["revision", "claim", "decision", "audit_entry"].map(
      (table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`,
    ),
    `DELETE FROM decision WHERE revision_id = ${revision}`,
    `DELETE FROM claim WHERE revision_id = ${revision}`,
    `DELETE FROM revision WHERE id = ${revision}`,
    "ALTER TABLE revision ENABLE ALWAYS TRIGGER revision_chained",
    ...addRevision(revision, jobs),
  );
}

/** Statements that add a revision with a claim on the jobs of hattar-sez. @param note of the claim, without quotes */
export const addRevision = (revision: number, jobs: number, note = "a test"): string[] => [
  `INSERT INTO revision (id, recorded_at, author, purpose) VALUES (${revision}, now(), 'elsewhere', 'a test')`,
  `INSERT INTO claim (id, revision_id, zone_slug, field, value, as_of, source_id, origin, confidence, note)
   VALUES (gen_random_uuid(), ${revision}, 'hattar-sez', 'jobs', '${jobs}', '2026-11-01', 'pid-2026-01-16', 'official', 'high', '${note}')`,
  `INSERT INTO decision (revision_id, claim_id, kind)
   SELECT ${revision}, id, 'published' FROM claim WHERE revision_id = ${revision}`,
];
