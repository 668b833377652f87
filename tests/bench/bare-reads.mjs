// A bare server on the same database, to compare reads with: Node's http and prepared statements, one for most answers.
// Arguments: the address of the database, the port.
import http from "node:http";
import { stringify } from "csv-stringify/sync";
import pg from "pg";

const [connectionString, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });

const STATEMENTS = {
  // As the API gives at most.
  list: "SELECT * FROM zone ORDER BY sort_order LIMIT 1000",
  all: "SELECT * FROM zone ORDER BY sort_order",
  zone: "SELECT * FROM zone WHERE slug = $1",
  claims: `SELECT claim.*, (SELECT json_agg(decision ORDER BY decision.id) FROM decision WHERE claim_id = claim.id) AS decisions
    FROM claim WHERE zone_slug = $1 ORDER BY revision_id, id`,
  tenancies:
    "SELECT tenancy.*, firm.name FROM tenancy JOIN firm ON firm.id = firm_id WHERE zone_slug = $1",
  sources: "SELECT * FROM source WHERE id IN (SELECT source_id FROM claim WHERE zone_slug = $1)",
  points: "SELECT slug, name, status, latitude, longitude FROM zone ORDER BY sort_order",
};

/** @param {keyof typeof STATEMENTS} name @param {string[]} values */
const read = async (name, ...values) =>
  (await pool.query({ name, text: STATEMENTS[name], values })).rows;

/** @type {Record<string, (search: URLSearchParams) => Promise<[type: string, body: string]>>} */
const ANSWERS = {
  "/list": async () => ["application/json", JSON.stringify({ data: await read("list") })],
  "/zone": async (search) => [
    "application/json",
    JSON.stringify({ data: (await read("zone", search.get("slug") ?? ""))[0] }),
  ],
  "/evidence": async (search) => {
    const slug = search.get("slug") ?? "";
    const names = /** @type {const} */ (["claims", "tenancies", "sources"]);
    const [[zone], ...parts] = await Promise.all([
      read("zone", slug),
      ...names.map((name) => read(name, slug)),
    ]);
    const data = { zone, ...Object.fromEntries(names.map((name, i) => [name, parts[i]])) };
    return ["application/json", JSON.stringify({ data })];
  },
  "/points": async () => ["application/json", JSON.stringify({ data: await read("points") })],
  "/empty": async () => ["text/plain", ""],
  "/csv": async () => ["text/csv", stringify(await read("all"), { header: true })],
};

const server = http.createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const answer = ANSWERS[pathname];
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  const [type, body] = await answer(searchParams);
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
});
server.listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
