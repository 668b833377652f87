import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

/** `@/…` as in the code; `server-only` as the server sees it, where it is empty. */
const alias = {
  "@": root,
  "server-only": path.join(root, "node_modules/server-only/empty.js"),
};

export default defineConfig({
  resolve: { alias },
  test: {
    // An await that never comes back fails a test instead of the whole run.
    testTimeout: 15_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file has a process, and so a database and a registry store, of its own.
          pool: "forks",
          // The registry store hears its database go at the end of each file; and Vite's own BASE_URL
          // would be read as the tracker's.
          env: { LOG_LEVEL: "error", BASE_URL: "" },
        },
      },
      {
        extends: true,
        test: {
          // The built server, as it runs (`npm test` builds it before), and the code as a copy of it compiles.
          name: "system",
          include: ["tests/system/**/*.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: "forks",
          // Each file starts servers of its own, which would slow down each other.
          fileParallelism: false,
          env: { LOG_LEVEL: "error", BASE_URL: "" },
        },
      },
    ],
  },
});
