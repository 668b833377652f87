// The steps of `npm test`: each says how many of its checks passed and failed.
import fs from "node:fs";
import path from "node:path";
import { auditDependencies } from "./audit-dependencies.mjs";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { findEmbedded } from "./embedded-postgres.mjs";
import { KINDS } from "./faults/kinds.mjs";
import { runFaults } from "./faults/run.mjs";
import { freePort } from "./ports.mjs";
import { fromRoot } from "./root.mjs";
import { runAloud } from "./run-command.mjs";
import { temporaryFolder } from "./temporary-database.mjs";
import { startLauncher } from "./test-launcher.mjs";

/** @typedef {{ passed: number, failed: number }} Tally */

/** Settings of whoever runs the tests have no say in them; an empty one also outdoes a `.env` file. */
const NEUTRAL = Object.fromEntries(
  [
    "DATABASE_URL",
    "DATA_DIR",
    "BASE_URL",
    "PORT",
    "HOST",
    "MAP_STYLE_URL",
    "LOG_LEVEL",
    "AUTH_SECRET",
    "BOOTSTRAP_ADMIN_EMAIL",
    "BOOTSTRAP_ADMIN_PASSWORD",
    "TRUST_PROXY",
  ].map((name) => [name, ""]),
);

/** @param {boolean} good @returns {Tally} */
const one = (good) => (good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * @param {string} program its path below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>}
 */
async function passes(program, args, env = {}) {
  const file = fromRoot(path.join("node_modules", program));
  const code = await runAloud(process.execPath, [file, ...args], { env: { ...NEUTRAL, ...env } });
  return code === 0;
}

/**
 * Runs a test runner that writes a report, and reads the tally from it.
 * @param {(report: string) => Promise<boolean>} run
 * @param {(report: any) => Tally} read
 * @returns {Promise<Tally>}
 */
async function tallyOf(run, read) {
  const { dir, remove } = temporaryFolder("report");
  const file = path.join(dir, "report.json");
  try {
    const good = await run(file);
    const tally = fs.existsSync(file)
      ? read(JSON.parse(fs.readFileSync(file, "utf8")))
      : { passed: 0, failed: 0 };
    // A file that does not even load, or an error outside of any test, fails no test but the run.
    return good || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } finally {
    remove();
  }
}

/** @param {string} project @returns {Promise<Tally>} */
function vitest(project) {
  return tallyOf(
    (report) =>
      passes(
        "vitest/vitest.mjs",
        [
          "run",
          `--project=${project}`,
          "--reporter=dot",
          "--reporter=json",
          `--outputFile.json=${report}`,
        ],
        { NO_COLOR: "1" },
      ),
    (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  );
}

/** Browser tests against the production server, which runs in a folder and on a port of its own. */
async function e2e() {
  const browser = await ensureBrowser(console.log);
  const { dir, remove } = temporaryFolder("e2e");
  const port = await freePort();
  const launcher = startLauncher({
    ...NEUTRAL,
    DATA_DIR: dir,
    PORT: String(port),
    LOG_LEVEL: "warn",
  });
  try {
    await launcher.ready;
    const database = await findEmbedded(dir);
    return await tallyOf(
      (report) =>
        passes("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          CHROMIUM_PATH: browser,
          E2E_BASE_URL: `http://localhost:${port}`,
          E2E_DATABASE_URL: database?.url ?? "",
        }),
      // Flaky: failed and then passed. The reporter names them; they do not hold a release up.
      ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    );
  } finally {
    await launcher.stop();
    remove();
  }
}

/** @type {Record<string, () => Promise<Tally>>} by name, in their order */
export const STEPS = {
  lint: async () =>
    one(await passes("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])),
  types: async () =>
    one(
      (await passes("next/dist/bin/next", ["typegen"])) &&
        (await passes("typescript/bin/tsc", ["--noEmit"])),
    ),
  unit: () => vitest("unit"),
  integration: () => vitest("integration"),
  drift: async () =>
    one(
      (await runAloud(process.execPath, [fromRoot("scripts/db.mjs"), "drift"], {
        env: NEUTRAL,
      })) === 0,
    ),
  audit: () => auditDependencies(console.log),
  build: async () => {
    await ensureBuilt({ say: console.log });
    return one(true);
  },
  system: () => vitest("system"),
  e2e,
  // One round of each kind; `npm run test:faults` has 200.
  faults: () => runFaults({ rounds: Object.keys(KINDS).length, seed: 1 }),
};
