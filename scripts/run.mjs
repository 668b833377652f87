// `node scripts/run.mjs seed/load.ts …`: runs a TypeScript script with the database in use, migrated.
import { migrate } from "./lib/migrate.mjs";
import { loadEnvFile } from "./lib/root.mjs";
import { runTypeScript } from "./lib/run-command.mjs";
import { withDatabase } from "./lib/with-database.mjs";

const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error("Name the script to run, such as: node scripts/run.mjs seed/load.ts");
  process.exit(2);
}
loadEnvFile();
try {
  process.exitCode = await withDatabase(async (url) => {
    await migrate(url);
    return await runTypeScript(script, { args, env: { DATABASE_URL: url } });
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
