// What a database already contains when the tracker starts.
import pg from "pg";

const QUERY = `
  SELECT EXISTS (SELECT 1 FROM revision) AS "hasData",
         EXISTS (SELECT 1 FROM "user" WHERE role = 'admin' AND closed_at IS NULL) AS "hasAdmin"`;

/**
 * Asks with one query, because each script that could find out takes a second at every start.
 * @param {string} url of a migrated database
 * @returns {Promise<{ hasData: boolean, hasAdmin: boolean }>} whether it has any revision, and an active admin
 */
export async function getSetupStatus(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(QUERY);
    return rows[0];
  } finally {
    await client.end();
  }
}
