// Runs at a start without an admin: creates the admin of `BOOTSTRAP_ADMIN_*`, or prints the path of a one-time
// set-up link.
import { closeDatabase } from "@/lib/server/db";
import { prepareSetUp } from "@/lib/server/set-up";

try {
  const token = await prepareSetUp();
  if (token !== null) console.log(`/set-up?token=${token}`);
} finally {
  await closeDatabase();
}
