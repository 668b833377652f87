import { createRequire } from "node:module";

// Not by an import, which the alias of vitest.config.ts would lead here.
const real: typeof import("fast-check").default = createRequire(import.meta.url)("fast-check");

/** A property is tried this often, from one seed: a mutant that 5 cases do not find is rarely found by 100. */
const RUNS = 5;

/** fast-check with few cases, so that a mutant takes seconds; the unit tests themselves try all of them. */
export default {
  ...real,
  assert: ((property, params) =>
    real.assert(property, { ...params, numRuns: RUNS, seed: 1 })) as typeof real.assert,
};
