// `npm run test:faults`: kills the tracker's processes at random moments during writes, and counts what was lost,
// recorded twice, or did not recover. Options: `--rounds N` (default 200), `--seed N`, `--kind NAME` (repeatable;
// default: all kinds).
import { parseArgs } from "node:util";
import { ensureInstalled } from "../../scripts/lib/install-and-build.mjs";

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
  console.error("--rounds must be a whole number of at least 1, and --seed a whole number.");
  process.exit(2);
}
await ensureInstalled({ log: console.log });
// These import packages, so they are imported after the install.
const { FAULT_KINDS } = await import("./fault-kinds.mjs");
const { runFaults } = await import("./run-faults.mjs");
const unknown = values.kind?.find((name) => !Object.hasOwn(FAULT_KINDS, name));
if (unknown !== undefined) {
  console.error(
    `There is no kind of fault "${unknown}". The kinds are: ${Object.keys(FAULT_KINDS).join(", ")}.`,
  );
  process.exit(2);
}
const { passed, failed } = await runFaults({ rounds, seed, kinds: values.kind });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
