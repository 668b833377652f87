// Mutation testing: changes the code in small ways and asks whether a unit test fails.
// `npm run test:mutants` runs all; `npm run test:mutants -- -m "lib/readiness/**/*.ts"` runs a part.
// What it measures, and what is not mutated: CONTRIBUTING.md.

import { parseArgs } from "node:util";
import { testsOf } from "./tests-of-folder.mjs";

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { mutate: { type: "string", short: "m" } },
  strict: false,
});

// The test processes inherit it; vitest.config.ts reads it.
process.env.MUTANTS_TESTS ??= testsOf(String(values.mutate ?? "").split(",")).join("|");

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest-batch",
  plugins: ["@stryker-mutator/vitest-runner", "./tests/mutants/batch-runner.mjs"],
  // Stryker reads tsconfig.json with the programming interface of TypeScript 6, which 7 has no more; it needs none.
  tsconfigFile: "none",
  vitest: { configFile: "tests/mutants/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  mutate: [
    "lib/**/*.ts",
    "components/charts/**/*.{ts,tsx}",
    "components/**/use-*.ts",
    // Needs a database: covered by tests/integration.
    "!lib/server/**",
    // Declarations, which have no logic.
    "!lib/catalogue/**",
    "!lib/**/*.d.ts",
  ],
  // A changed string is mostly a key or a class that the compiler or the browser tests find.
  mutator: { excludedMutations: ["StringLiteral"] },
  // A mutant that runs once, when its file is loaded, is asked of every test of the folder: 1 in 8 mutants, and most of the time.
  ignoreStatic: true,
  ignorers: ["worker"],
  ignorePatterns: [
    ".cache",
    ".next",
    ".builds",
    ".data",
    "public",
    "docs",
    "test-results",
    "seed/releases",
  ],
  // The batch is one run; it stops loops by itself.
  concurrency: 1,
  timeoutMS: 7_200_000,
  disableBail: true,
  tempDirName: ".cache/mutants",
  reporters: ["clear-text", "progress", "html", "json"],
  htmlReporter: { fileName: ".cache/mutants.html" },
  jsonReporter: { fileName: ".cache/mutants-report.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
