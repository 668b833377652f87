// Copies the zones of the data set with their firms, claims and decisions until there are about 10,000, for measuring. Each
// copy has a name and a place of its own. The server reads them when it starts again.
import pg from "pg";

const COPIES = 195;
const client = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL });

/** Copies a table; `changed` are the expressions of the columns that differ. */
async function copyTable(table: string, changed: Readonly<Record<string, string>>, omitted = "") {
  const { rows } = await client.query<{ column_name: string }>(
    "select column_name from information_schema.columns where table_name = $1 and table_schema = 'public'",
    [table],
  );
  const columns = rows.map((row) => row.column_name).filter((name) => name !== omitted);
  const into = columns.map((name) => `"${name}"`).join(", ");
  const values = columns.map((name) => changed[name] ?? `t."${name}"`).join(", ");
  await client.query(
    `insert into "${table}" (${into}) select ${values} from "${table}" t, generate_series(1, ${COPIES}) n`,
  );
}

const slug = "t.zone_slug || '-' || n";
await client.connect();
try {
  await client.query("begin");
  await copyTable("zone", { slug: "t.slug || '-' || n", sort_order: "t.sort_order + n * 1000" });
  await copyTable("tenancy", {
    id: "t.id || '-' || n",
    zone_slug: slug,
    sort_order: "t.sort_order + n * 10000",
  });
  await copyTable("claim", {
    id: "md5(t.id::text || n)::uuid",
    zone_slug: slug,
    tenancy_id: "t.tenancy_id || '-' || n",
    value: `case
      when t.field = 'name' and t.tenancy_id is null then to_jsonb((t.value #>> '{}') || ' ' || n)
      when t.field = 'location' then jsonb_build_object(
        'lon', (t.value ->> 'lon')::float + (n % 14 - 7) / 5.0,
        'lat', (t.value ->> 'lat')::float + (n / 14 - 7) / 5.0)
      else t.value end`,
  });
  await copyTable("decision", { claim_id: "md5(t.claim_id::text || n)::uuid" }, "id");
  await client.query("commit");
} finally {
  await client.end();
}
