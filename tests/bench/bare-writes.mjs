// The baseline of writes: Node's HTTP server and pg with prepared statements, and nothing else. It finds the session, and
// records a claim as one revision under the lock of the ledger, with its decision, its audit entry and its zone.
// Arguments: the address of the database, and the port.
import http from "node:http";
import pg from "pg";

const [, , connectionString, port] = process.argv;
const pool = new pg.Pool({ connectionString, max: 10 });

/** @param {pg.Pool | pg.PoolClient} client @param {string} name @param {string} text @param {unknown[]} values */
const run = (client, name, text, values = []) => client.query({ name, text, values });

/** @param {string} token @param {Record<string, string>} claim */
async function write(token, claim) {
  const { rows } = await run(
    pool,
    "session",
    `SELECT u.id, u.name FROM session s JOIN "user" u ON u.id = s.user_id WHERE s.token = $1 AND s.expires_at > now()`,
    [token],
  );
  const [user] = rows;
  if (!user) throw new Error("There is no such session.");
  const client = await pool.connect();
  try {
    await run(client, "begin", "BEGIN");
    await run(client, "lock", "SELECT pg_advisory_xact_lock(7035001)::text");
    const last = await run(client, "last", "SELECT max(id) AS id FROM revision");
    const id = last.rows[0].id + 1;
    await run(
      client,
      "revision",
      "INSERT INTO revision (id, recorded_at, author, author_id, purpose) VALUES ($1, clock_timestamp(), $2, $3, '1 claim')",
      [id, user.name, user.id],
    );
    await run(
      client,
      "claim",
      `INSERT INTO claim (id, revision_id, zone_slug, field, value, as_of, source_id, note, origin, confidence)
       VALUES ($1, $2, $3, $4, to_jsonb($5::text), $6, $7, $8, $9, $10)`,
      [
        ...[claim.id, id, claim.zone, claim.field, claim.value, claim.asOf, claim.sourceId],
        ...[claim.note, claim.origin, claim.confidence],
      ],
    );
    await run(
      client,
      "decision",
      "INSERT INTO decision (revision_id, claim_id, kind) VALUES ($1, $2, 'published')",
      [id, claim.id],
    );
    await run(
      client,
      "audit",
      `INSERT INTO audit_entry (actor_id, actor_name, action, subject, detail, revision_id)
       VALUES ($1, $2, 'claims-recorded', $3, $4, $5)`,
      [user.id, user.name, claim.zone, { fields: claim.field }, id],
    );
    await run(
      client,
      "zone",
      "UPDATE zone SET electricity = $2, projected_revision = $3 WHERE slug = $1",
      [claim.zone, claim.value, id],
    );
    await run(client, "notify", "SELECT pg_notify('bare', $1)", [String(id)]);
    await run(client, "commit", "COMMIT");
    return { recorded: 1, version: id };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

const server = http.createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  const [claim] = JSON.parse(text).claims;
  const token = /session_token=([^.;]+)/.exec(decodeURIComponent(request.headers.cookie ?? ""));
  try {
    const answer = JSON.stringify(await write(token?.[1] ?? "", claim));
    response.writeHead(201, { "content-type": "application/json" }).end(answer);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
