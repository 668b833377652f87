// Records one claim for each id in the arguments, all at once, each in its own write.
import { closeDatabase } from "../../lib/server/database/db";
import { writeLedger } from "../../lib/server/ledger/ledger";
import { registryStore } from "../../lib/server/registry/store";
import { newClaim } from "./new-claim";

const ids = process.argv.slice(2);
const results = await Promise.all(
  ids.map((id) =>
    writeLedger({
      author: "writer",
      purpose: "a test",
      claims: [newClaim({ id, zone: "hattar-sez" })],
    }),
  ),
);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
await registryStore().stop();
await closeDatabase();
