// At every start: sees to the first admin, and prints the path of the one-time link where one is needed.
import { closeDatabase } from "@/lib/server/db";
import { prepareSetUp } from "@/lib/server/set-up";

try {
  const token = await prepareSetUp();
  if (token !== null) console.log(`/set-up?token=${token}`);
} finally {
  await closeDatabase();
}
