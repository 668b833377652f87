import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/** The tests of the folder that is mutated; see tests-of-folder.mjs. */
const include = process.env.MUTANTS_TESTS?.split("|").filter(Boolean);

/** The unit tests alone, for mutation testing: no database, no browser. */
export default defineConfig({
  root,
  resolve: {
    alias: {
      "@": root,
      "fast-check": path.join(root, "tests/mutants/fast-check.ts"),
      "server-only": path.join(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    include: include?.length ? include : ["tests/unit/**/*.test.{ts,tsx}"],
    testTimeout: 8_000,
    runner: path.join(root, "tests/mutants/repeat-for-mutants.mjs"),
  },
});
