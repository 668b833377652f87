// Records one claim for each id given, all at once, each as a write of its own.
import { closeDatabase } from "../../lib/server/db";
import { recordClaims } from "../../lib/server/ledger";
import { registryStore } from "../../lib/server/store";
import { newClaim } from "./new-claim";

const ids = process.argv.slice(2);
const results = await Promise.all(
  ids.map((id) =>
    recordClaims([newClaim({ id, zone: "hattar-sez" })], { author: "writer", purpose: "a test" }),
  ),
);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
await registryStore().stop();
await closeDatabase();
