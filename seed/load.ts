// `npm run seed`: records the items of the data set that the ledger lacks, as one revision.
// With --once, as at every start: only if the ledger is empty.
import path from "node:path";
import { closeDatabase } from "@/lib/server/db";
import { writeLedger } from "@/lib/server/ledger";
import { registryStore } from "@/lib/server/store";
import { startOfDay } from "@/lib/time/day";
import { readDataSet } from "./read-data-set";
import { InvalidSeedError } from "./read-records";

const FOLDER = path.join(import.meta.dirname, "data");

/** Loads the data set; returns the exit code. */
async function load(once: boolean): Promise<number> {
  const { compiledOn, title, claims, decisions, ...subjects } = await readDataSet(FOLDER);
  const isEmpty = (await registryStore().current()).facts.revision === 0;
  const result = await writeLedger({
    author: "data set",
    purpose: `${title}, as compiled on ${compiledOn}`,
    claims,
    decisions,
    subjects,
    onlyFirst: once,
    // The first revision has the date of the data set, so `knownOn` with that date shows its content.
    ...(isEmpty ? { recordedAt: startOfDay(compiledOn) } : {}),
  });
  if (!result.ok) {
    console.error(`The ledger rejected the data set: ${JSON.stringify(result, null, 2)}`);
    return 1;
  }
  const { recorded, revision } = result;
  console.log(
    recorded === 0
      ? `The ledger already contains the data set (revision r${revision}).`
      : `Recorded ${recorded} items of the data set as revision r${revision}.`,
  );
  return 0;
}

try {
  process.exitCode = await load(process.argv.includes("--once"));
} catch (error) {
  if (!(error instanceof InvalidSeedError)) throw error;
  console.error(`The data set in seed/data is invalid. Correct these records:\n${error.message}`);
  process.exitCode = 1;
} finally {
  await registryStore().stop();
  await closeDatabase();
}
