import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";
import { AUTH_SECRET } from "./tests/support/auth-secret.mjs";

const root = import.meta.dirname;

/** `@/…` as in tsconfig.json, and the empty `server-only` that the server uses. */
const alias = {
  "@": root,
  "server-only": path.join(root, "node_modules/server-only/empty.js"),
};

/** A unit test that replaces modules, time, values of the environment or the page. */
const OWN_MODULES =
  /\bvi\.(mock|doMock|resetModules|spyOn|stub|useFakeTimers)|process\.env|@vitest-environment/;

const unitTests = fs
  .readdirSync(path.join(root, "tests/unit"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => `tests/unit/${file}`);
const isolated = unitTests.filter((file) =>
  OWN_MODULES.test(fs.readFileSync(path.join(root, file), "utf8")),
);

export default defineConfig({
  resolve: { alias },
  test: {
    // A promise that never settles fails its test, not the whole run.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By itself vitest leaves one core idle, which is half of a small machine.
    maxWorkers: os.availableParallelism(),
    // What is waited for may come late where files run side by side.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          exclude: isolated,
          // A thread starts faster than a process. Loading the code again for each file took most of the time.
          pool: "threads",
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "unit-isolated", include: isolated, pool: "threads" },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          setupFiles: ["tests/support/quick-passwords.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file has its own process, and so its own database and registry store.
          pool: "forks",
          // The store logs a warning when its database is removed at the end of a file. Vite's BASE_URL is not
          // the tracker's.
          env: { LOG_LEVEL: "error", BASE_URL: "", AUTH_SECRET },
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
          // Several servers may start at once.
          hookTimeout: 120_000,
          pool: "forks",
          env: { LOG_LEVEL: "error", BASE_URL: "", AUTH_SECRET },
        },
      },
    ],
  },
});
