// `npm run seed`: records what the ledger lacks of each edition of the data set, one revision for each edition, and
// computes the columns of all zones again.
// With --once, as at every start: only editions that directly follow those that the data set itself recorded.
// With --until 2026-11-24: no edition that was compiled later.
import path from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/lib/server/db";
import { projectAllZones, writeLedger } from "@/lib/server/ledger";
import { registryStore } from "@/lib/server/store";
import { startOfDay } from "@/lib/time/day";
import { type Edition, readDataSet } from "./read-data-set";
import { InvalidSeedError } from "./read-records";

const FOLDER = path.join(import.meta.dirname, "data");
const AUTHOR = "data set";

/**
 * Loads the editions; returns the exit code.
 * @param until the last day of compilation; absent: all editions
 */
async function load(once: boolean, until: string | undefined): Promise<number> {
  const all = await readDataSet(FOLDER);
  const editions = all.filter(({ compiledOn }) => until === undefined || compiledOn <= until);
  const isEmpty = (await registryStore().current()).facts.revision === 0;
  for (const [before, edition] of editions.entries()) {
    const { revisions } = (await registryStore().current()).facts;
    const onlyDataSet = revisions.every(({ author }) => author === AUTHOR);
    // Somebody wrote since: a start adds nothing on its own, `npm run seed` does.
    if (once && (!onlyDataSet || revisions.length > before)) continue;
    if (!(await record(edition, isEmpty && onlyDataSet, once ? before : null))) return 1;
  }
  await projectAllZones();
  return 0;
}

/**
 * @param dated has it the date of its edition? Only in a ledger that was empty before: nobody can have read an earlier
 *   state of it
 * @param onlyAfter record only if this is the last revision; null: in any case
 * @returns false where the ledger rejected it
 */
async function record(
  edition: Edition,
  dated: boolean,
  onlyAfter: number | null,
): Promise<boolean> {
  const { compiledOn, title, claims, decisions, ...subjects } = edition;
  const result = await writeLedger({
    author: AUTHOR,
    purpose: `${title}, as compiled on ${compiledOn}`,
    claims,
    decisions,
    subjects,
    neverAgain: true,
    ...(onlyAfter === null ? {} : { onlyAfter }),
    ...(dated ? { recordedAt: startOfDay(compiledOn) } : {}),
  });
  if (!result.ok) {
    console.error(
      `The ledger rejected the data set of ${compiledOn}: ${JSON.stringify(result, null, 2)}`,
    );
    return false;
  }
  const { recorded, revision } = result;
  console.log(
    recorded === 0
      ? `The ledger already contains the data set of ${compiledOn} (revision r${revision}).`
      : `Recorded ${recorded} items of the data set of ${compiledOn} as revision r${revision}.`,
  );
  return true;
}

try {
  const { values } = parseArgs({
    options: { once: { type: "boolean", default: false }, until: { type: "string" } },
  });
  process.exitCode = await load(values.once, values.until);
} catch (error) {
  if (!(error instanceof InvalidSeedError)) throw error;
  console.error(`The data set in seed/data is invalid. Correct these records:\n${error.message}`);
  process.exitCode = 1;
} finally {
  await registryStore().stop();
  await closeDatabase();
}
