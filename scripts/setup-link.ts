// Runs at a start without an admin: creates the admin of `BOOTSTRAP_ADMIN_*`, or prints the path of a one-time
// set-up link. It waits while the database refuses.

import { hasAdmin, prepareSetUp } from "@/lib/server/accounts/set-up";
import { runScript } from "@/lib/server/database/run-script";

await runScript(
  async () => {
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
