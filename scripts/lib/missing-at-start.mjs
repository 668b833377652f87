// What a database still lacks before the tracker can be served from it.
import pg from "pg";

const QUESTIONS = `
  SELECT NOT EXISTS (SELECT 1 FROM revision) AS data,
         NOT EXISTS (SELECT 1 FROM "user" WHERE role = 'admin' AND closed_at IS NULL) AS admin`;

/**
 * Asks the database itself: the scripts that would find out the same take a second each, at every start.
 * @param {string} url of a migrated database
 * @returns {Promise<{ data: boolean, admin: boolean }>} whether the data set, and whether an admin, is missing
 */
export async function missingAtStart(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(QUESTIONS);
    return rows[0];
  } finally {
    await client.end();
  }
}
