import { sql } from "./sql";

/** The tables that have these words, in any column. */
export async function listTablesWith(url: string, words: string): Promise<unknown[]> {
  const tables = await sql(
    url,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const found = [];
  for (const { name } of tables) {
    const rows = await sql(
      url,
      `SELECT 1 FROM "${name}" AS t WHERE position('${words}' IN t::text) > 0
         OR position('${Buffer.from(words).toString("hex")}' IN t::text) > 0 LIMIT 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
