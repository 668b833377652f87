// `node scripts/run-with-database.mjs seed/load.ts …`: migrates the configured database and runs a TypeScript
// script with it.

import { withDatabase } from "./lib/embedded-postgres.mjs";
import { migrate } from "./lib/migrate.mjs";
import { describeFailure, runTypeScript } from "./lib/run-command.mjs";
import { loadEnvFile } from "./lib/settings.mjs";

const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error("Usage: node scripts/run-with-database.mjs SCRIPT [ARGUMENTS]");
  process.exit(2);
}
loadEnvFile();
try {
  process.exitCode = await withDatabase(async (url, { ownerUrl }) => {
    await migrate(ownerUrl, { servingUrl: url });
    return await runTypeScript(script, {
      args,
      env: { DATABASE_URL: url, DATABASE_URL_OWNER: "" },
    });
  });
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
