// Mutation testing: changes the code in small ways and asks whether a unit test fails.
// `npm run test:mutants` runs all; `npm run test:mutants -- -m "lib/readiness/**/*.ts"` runs a part.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  // Stryker reads tsconfig.json with the programming interface of TypeScript 6, which 7 has no more; it needs none.
  tsconfigFile: "none",
  vitest: { configFile: "tests/mutants/vitest.config.ts", related: true },
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
  ignorePatterns: [".next", ".builds", ".data", "public", "docs", "test-results", "seed/releases"],
  concurrency: 2,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: ".cache/mutants.json",
  tempDirName: ".cache/mutants",
  reporters: ["clear-text", "progress", "html", "json"],
  htmlReporter: { fileName: ".cache/mutants.html" },
  jsonReporter: { fileName: ".cache/mutants-report.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
