// `npm test`: every check there is, from a fresh clone, in folders and on ports of its own. Its last line is
// "N passed, N failed". `node scripts/test.mjs unit e2e` runs only the steps that are named.
import { ensureInstalled } from "./lib/install.mjs";

let passed = 0;
let failed = 0;

/** @param {string[]} wanted */
async function runSteps(wanted) {
  await ensureInstalled({ say: console.log });
  const { STEPS } = await import("./lib/test-steps.mjs");
  const names = wanted.length > 0 ? wanted : Object.keys(STEPS);
  const unknown = names.find((name) => !Object.hasOwn(STEPS, name));
  if (unknown)
    throw new Error(`There is no step ${unknown}; known: ${Object.keys(STEPS).join(", ")}.`);
  const bad = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const began = Date.now();
    const tally = await STEPS[name]?.().catch((error) => {
      console.error(error.message);
      return { passed: 0, failed: 1 };
    });
    if (!tally) continue;
    passed += tally.passed;
    failed += tally.failed;
    if (tally.failed > 0) bad.push(name);
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`== ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  }
  if (bad.length > 0) console.log(`\nFailed: ${bad.join(", ")}.`);
}

try {
  await runSteps(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
