// `npm test`: runs every check, from a fresh clone, with its own folders and ports. Its last line is
// "N passed, N failed". `node scripts/test.mjs unit e2e` runs only the named steps.
import { ensureInstalled } from "./lib/install-and-build.mjs";

let passed = 0;
let failed = 0;

/** @param {string[]} wanted names of steps; all steps if empty */
async function runSteps(wanted) {
  await ensureInstalled({ log: console.log });
  const { STEPS } = await import("./lib/test-steps.mjs");
  const names = wanted.length > 0 ? wanted : Object.keys(STEPS);
  const unknown = names.find((name) => !Object.hasOwn(STEPS, name));
  if (unknown)
    throw new Error(
      `There is no step "${unknown}". The steps are: ${Object.keys(STEPS).join(", ")}.`,
    );
  const failedNames = [];
  /** @type {string[]} */
  const failures = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const startedAt = Date.now();
    const tally = await STEPS[name]?.().catch((error) => {
      console.error(error.message);
      return { passed: 0, failed: 1 };
    });
    if (!tally) continue;
    passed += tally.passed;
    failed += tally.failed;
    if (tally.failed > 0) failedNames.push(name);
    failures.push(...(tally.failures ?? []));
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    console.log(`== ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  }
  // The output of each step is long, so what failed is said again at the end.
  for (const failure of failures) console.log(`\n✘ ${failure}`);
  if (failedNames.length > 0) console.log(`\nFailed steps: ${failedNames.join(", ")}.`);
}

try {
  await runSteps(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
