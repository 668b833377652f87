// `npm run seed`: records what the data set has and the ledger has not, as one revision.
// With --once (as every start does): only into an empty ledger.
import path from "node:path";
import { closeDatabase } from "@/lib/server/db";
import { writeLedger } from "@/lib/server/ledger";
import { registryStore } from "@/lib/server/store";
import { startOfDay } from "@/lib/time/day";
import { readDataSet } from "./read-data-set";

const FOLDER = path.join(import.meta.dirname, "data");

async function load(once: boolean): Promise<number> {
  const { compiledOn, title, claims, decisions, ...subjects } = await readDataSet(FOLDER);
  const empty = (await registryStore().current()).facts.revision === 0;
  const result = await writeLedger({
    author: "data set",
    purpose: `${title}, as compiled on ${compiledOn}`,
    claims,
    decisions,
    subjects,
    onlyFirst: once,
    // The first revision is dated by the data set, so that what it knew can be asked for by that day.
    ...(empty ? { recordedAt: startOfDay(compiledOn) } : {}),
  });
  if (!result.ok) {
    console.error(`The data set was refused: ${JSON.stringify(result, null, 2)}`);
    return 1;
  }
  const { recorded, version } = result;
  console.log(
    recorded === 0
      ? `The ledger has the data set already; it stays at version ${version}.`
      : `Recorded ${recorded} items of the data set as revision ${version}.`,
  );
  return 0;
}

try {
  process.exitCode = await load(process.argv.includes("--once"));
} catch (error) {
  if (!(error instanceof Error && "code" in error && error.code === "bad-seed")) throw error;
  console.error(`The data set cannot be loaded:\n${error.message}`);
  process.exitCode = 1;
} finally {
  await registryStore().stop();
  await closeDatabase();
}
