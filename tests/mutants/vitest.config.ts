import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/** The unit tests alone, for mutation testing: no database, no browser. */
export default defineConfig({
  root,
  resolve: {
    alias: {
      "@": root,
      "server-only": path.join(root, "node_modules/server-only/empty.js"),
    },
  },
  test: { include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 15_000 },
});
