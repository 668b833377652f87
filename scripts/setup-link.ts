// Runs at a start without an admin: creates the admin of `BOOTSTRAP_ADMIN_*`, or prints the path of a one-time
// set-up link. It waits while the database refuses.

import { readFileSync } from "node:fs";
import { hasAdmin, prepareSetUp } from "@/lib/server/accounts/set-up";
import { readErrorMessage } from "@/lib/server/database/error-chain";
import { runScript, ScriptError } from "@/lib/server/database/run-script";
import { env } from "@/lib/server/env";

/** Reads the password of the first admin where it is in a file, in which no other program of the same user finds it. */
function readPasswordFile(): void {
  const { BOOTSTRAP_ADMIN_PASSWORD_FILE: file } = env();
  try {
    if (file) env().BOOTSTRAP_ADMIN_PASSWORD = readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new ScriptError(`BOOTSTRAP_ADMIN_PASSWORD_FILE: ${readErrorMessage(error)}`);
  }
}

await runScript(
  async () => {
    readPasswordFile();
    try {
      const token = await prepareSetUp();
      if (token !== null) console.log(`/set-up?token=${token}`);
    } catch (error) {
      // Another instance that started at the same time may have created the admin.
      if (!(await hasAdmin())) throw error;
    }
    return 0;
  },
  { waits: true },
);
