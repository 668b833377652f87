// `npm run seed`: records what the ledger lacks of each edition of the data set, one revision for each edition, and
// computes the columns of all zones again.
// With --once, as at every start: only editions that directly follow those that the data set itself recorded. While only the
// data set is recorded, each edition from the second on is then published as a release.
// With --until 2026-11-24: no edition that was compiled later.
import path from "node:path";
import { parseArgs } from "node:util";
import { DATA_SET_AUTHOR } from "@/lib/evidence/ledger-records";
import { getAdvice, runScript, ScriptError } from "@/lib/server/database/run-script";
import { isDataSetAlone } from "@/lib/server/ledger/data-set";
import { projectAllZones, writeLedger } from "@/lib/server/ledger/ledger";
import { registryStore } from "@/lib/server/registry/store";
import { makeRelease } from "@/lib/server/releases/make-release";
import { startOfDay } from "@/lib/time/day";
import { writeEditionPurpose } from "./edition-purpose";
import { type Edition, readDataSet } from "./read-data-set";
import { InvalidSeedError } from "./read-records";

const FOLDER = path.join(import.meta.dirname, "data");

/** Loads the editions; returns the exit code. */
async function load(once: boolean, editions: readonly Edition[]): Promise<number> {
  const isEmpty = (await registryStore().current()).facts.revision === 0;
  for (const [before, edition] of editions.entries()) {
    const { revisions } = (await registryStore().current()).facts;
    const onlyDataSet = revisions.length === 0 || isDataSetAlone({ revisions });
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
  const { compiledOn, title, notes: _, claims, decisions, ...subjects } = edition;
  const result = await writeLedger({
    author: DATA_SET_AUTHOR,
    purpose: writeEditionPurpose(title, compiledOn),
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

/** Publishes an edition as a release, unless a release has it. A failure stops no start: the next one tries again. */
async function releaseEdition({ compiledOn, notes }: Edition, revision: number): Promise<void> {
  const order = { by: DATA_SET_AUTHOR, anyway: false, dryRun: false, onlyLater: true };
  try {
    const knownOn = `r${revision}`;
    const result = await makeRelease({ ...order, asOf: compiledOn, knownOn, notes });
    if (result.ok) {
      const { number, asOf, revision } = result.release;
      console.log(`Made release ${number} of the data set for ${asOf}, revision r${revision}.`);
    } else if (result.code !== "not-later") {
      console.error(`No release of the data set was made. ${result.message}`);
    }
  } catch (error) {
    console.error(
      "No release of the data set was made; the next start tries again.",
      getAdvice(error)?.concat(".") ?? error,
    );
  }
}

await runScript(async () => {
  const { values } = parseArgs({
    options: { once: { type: "boolean", default: false }, until: { type: "string" } },
  });
  const { once, until } = values;
  try {
    const all = await readDataSet(FOLDER);
    const editions = all.filter(({ compiledOn }) => until === undefined || compiledOn <= until);
    const exitCode = await load(once, editions);
    for (const [before, edition] of editions.entries()) {
      if (once && before > 0 && exitCode === 0) await releaseEdition(edition, before + 1);
    }
    return exitCode;
  } catch (error) {
    if (!(error instanceof InvalidSeedError)) throw error;
    throw new ScriptError(
      `The data set in seed/data is invalid. Correct these records:\n${error.message}`,
    );
  } finally {
    await registryStore().stop();
  }
});
