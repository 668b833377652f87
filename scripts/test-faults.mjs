// `npm run test:faults`: kills the tracker's processes at random moments under a stream of writes, many
// times, and counts what was lost, doubled or not recovered from. `--rounds N` (200), `--seed N`,
// `--kind NAME` (all; may be given several times).
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    seed: { type: "string" },
    kind: { type: "string", multiple: true },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error("--rounds takes a whole number from 1 up, --seed a whole number.");
  process.exit(2);
}
await ensureInstalled({ say: console.log });
// Only now are the packages there that these need.
const { KINDS } = await import("./lib/faults/kinds.mjs");
const { runFaults } = await import("./lib/faults/run.mjs");
const unknown = values.kind?.find((name) => !Object.hasOwn(KINDS, name));
if (unknown !== undefined) {
  console.error(`There is no fault ${unknown}; known: ${Object.keys(KINDS).join(", ")}.`);
  process.exit(2);
}
const { passed, failed } = await runFaults({ rounds, seed, kinds: values.kind });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
