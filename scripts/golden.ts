// `npm run golden`: compares the golden file with what the product computes from the data set, and
// prints every difference for review. `npm run golden -- --write` then updates the file, and the counts in the
// description of the data set.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DATA_README, fillCounts } from "@/tests/support/data-counts";
import {
  compareGolden,
  computeGolden,
  formatGolden,
  GOLDEN_FILE,
  readGolden,
} from "@/tests/support/golden";

const { values: options } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const golden = await computeGolden();
const counts = await fillCounts();
const differences = [
  ...compareGolden(readGolden(), golden),
  ...(counts === readFileSync(DATA_README, "utf8") ? [] : [`${DATA_README} has other counts.`]),
];

for (const line of differences) console.log(line);
if (options.write) {
  writeFileSync(GOLDEN_FILE, formatGolden(golden));
  writeFileSync(DATA_README, counts);
  console.log(`${GOLDEN_FILE} written. Differences: ${differences.length}.`);
} else {
  console.log(`Differences: ${differences.length}.`);
  if (differences.length > 0) {
    console.log("Check each one against its sources, then run: npm run golden -- --write");
    process.exitCode = 1;
  }
}
