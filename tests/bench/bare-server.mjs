// What the tracker is compared with: Next with an empty page (`/`) and an empty route (`/empty`), and one claim by pg with
// prepared statements and nothing else, which finds the session and records the claim as one revision under the lock of the
// ledger, with its decision, its audit entry and its zone. `/cpu` gives the milliseconds of the processor that it has used.
// Arguments: the address of the database, and the port.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import next from "next";
import pg from "pg";
import { fromRoot } from "../../scripts/lib/paths.mjs";

const [, , connectionString, port] = process.argv;

const EMPTY_APP = {
  "next.config.mjs": "export default {};",
  "app/layout.js": `export default ({ children }) => <html lang="en"><body>{children}</body></html>;`,
  "app/page.js": `export const dynamic = "force-dynamic"; export default () => <main>Nothing</main>;`,
  "app/empty/route.js": `export const dynamic = "force-dynamic"; export const GET = () => Response.json({});`,
};

/** Builds the empty app. @returns its handler of requests */
async function startEmptyApp() {
  // Below the root, so that it finds the packages.
  const dir = fromRoot(".cache/empty-app");
  for (const [file, text] of Object.entries(EMPTY_APP)) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.writeFileSync(path.join(dir, file), text);
  }
  const builder = fromRoot("node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  // Turbopack would take proxy.ts and instrumentation.ts of the folders above.
  execFileSync(process.execPath, [builder, "build", "--webpack", dir], { env, stdio: "pipe" });
  const app = next({ dir, dev: false });
  await app.prepare();
  return app.getRequestHandler();
}

const handleEmpty = await startEmptyApp();
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

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
async function answerWrite(request, response) {
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
}

const server = http.createServer(async (request, response) => {
  if (request.method === "POST") await answerWrite(request, response);
  else if (request.url === "/cpu") {
    const { user, system } = process.cpuUsage();
    response.end(String((user + system) / 1000));
  } else await handleEmpty(request, response);
});
server.listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
