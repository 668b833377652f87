// `npm run test:faults`: kills the tracker's processes at random moments under a stream of writes, many
// times, and counts what was lost, doubled or not recovered from. `--rounds N` (200), `--seed N`.
import { parseArgs } from "node:util";
import { runFaults } from "./lib/faults/run.mjs";
import { ensureInstalled } from "./lib/install.mjs";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "200" }, seed: { type: "string" } },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error("--rounds takes a whole number from 1 up, --seed a whole number.");
  process.exit(2);
}
await ensureInstalled({ say: console.log });
const { passed, failed } = await runFaults({ rounds, seed });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
