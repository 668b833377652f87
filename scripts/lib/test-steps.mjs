// The steps of `npm test`. Each returns how many of its checks passed and failed.

import fs from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { FAULT_KINDS } from "../../tests/faults/fault-kinds.mjs";
import { runFaults } from "../../tests/faults/run-faults.mjs";
import { startLauncher } from "../../tests/support/start-launcher.mjs";
import { auditDependencies } from "./audit-dependencies.mjs";
import { ensureTestBrowser } from "./browser.mjs";
import { findEmbeddedPostgres } from "./embedded-postgres.mjs";
import { ensureBuilt } from "./install-and-build.mjs";
import { NEUTRAL_ENV } from "./neutral-env.mjs";
import { createTemporaryFolder, fromRoot } from "./paths.mjs";
import { findFreePort } from "./ports.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * How many checks passed and failed. `failures` says of each failed test, and of each that passed only at its second try, which
 * it is and why.
 * @typedef {{ passed: number, failed: number, failures?: string[] }} Tally
 */

/** @param {boolean} passed @returns {Tally} */
const tallyOne = (passed) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * Runs a JavaScript program of an installed package.
 * @param {string} program its path in node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>} whether it succeeded
 */
async function runTool(program, args, env = {}) {
  const file = fromRoot(path.join("node_modules", program));
  const code = await runCommand(process.execPath, [file, ...args], {
    env: { ...NEUTRAL_ENV, ...env },
  });
  return code === 0;
}

/**
 * Runs a test runner that writes a JSON report, and reads the tally from the report.
 * @param {(reportFile: string) => Promise<boolean>} run
 * @param {(report: any) => Tally} readTally
 * @returns {Promise<Tally>}
 */
async function runWithReport(run, readTally) {
  const { dir, remove } = createTemporaryFolder("report");
  const file = path.join(dir, "report.json");
  try {
    const succeeded = await run(file);
    const tally = fs.existsSync(file)
      ? readTally(JSON.parse(fs.readFileSync(file, "utf8")))
      : { passed: 0, failed: 0 };
    // A file that does not load, or an error outside a test, fails the run and no single test.
    return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } finally {
    remove();
  }
}

/** How much of an error is repeated at the end of a run, in characters. */
const ERROR_LENGTH = 800;

/**
 * @param {string} name
 * @param {string | undefined} error as the test runner writes it
 */
function describeFailure(name, error) {
  const lines = stripVTControlCharacters(error ?? "")
    .slice(0, ERROR_LENGTH)
    .split("\n")
    .filter((line) => !line.includes("node_modules"));
  return [name, ...lines.map((line) => `  ${line}`.trimEnd())].join("\n");
}

/** The failed tests in a report of Vitest. @param {any} report */
function listVitestFailures(report) {
  return report.testResults.flatMap((/** @type {any} */ { name, message, assertionResults }) => {
    const file = path.relative(fromRoot("."), name);
    const failures = assertionResults
      .filter((/** @type {any} */ { status }) => status === "failed")
      .map((/** @type {any} */ { fullName, failureMessages }) =>
        describeFailure(`${file}: ${fullName}`, failureMessages[0]),
      );
    return message && failures.length === 0 ? [describeFailure(file, message)] : failures;
  });
}

/**
 * The failed and flaky tests in a report of Playwright, whose suites are files with groups in them.
 * @param {any} suite
 * @returns {string[]}
 */
function listBrowserFailures({ suites = [], specs = [] }) {
  const own = specs.flatMap((/** @type {any} */ { file, line, title, tests }) =>
    tests
      .filter((/** @type {any} */ { status }) => status === "unexpected" || status === "flaky")
      .map((/** @type {any} */ { status, results }) =>
        describeFailure(
          `${file}:${line} ${title}${status === "flaky" ? " (passed at its second try)" : ""}`,
          results[0]?.error?.message,
        ),
      ),
  );
  return [...own, ...suites.flatMap(listBrowserFailures)];
}

/** @param {string} project its name, or a pattern of names @returns {Promise<Tally>} */
function runVitest(project) {
  return runWithReport(
    (reportFile) =>
      runTool(
        "vitest/vitest.mjs",
        [
          "run",
          `--project=${project}`,
          "--reporter=dot",
          "--reporter=json",
          `--outputFile.json=${reportFile}`,
        ],
        { NO_COLOR: "1" },
      ),
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      failures: listVitestFailures(report),
    }),
  );
}

/** Runs the browser tests against the production server, with its own folder and port. */
async function runBrowserTests() {
  const browser = await ensureTestBrowser(console.log);
  const { dir, remove } = createTemporaryFolder("e2e");
  const port = await findFreePort();
  const launcher = startLauncher({
    ...NEUTRAL_ENV,
    DATA_DIR: dir,
    PORT: String(port),
    LOG_LEVEL: "warn",
    // All browsers have the same address.
    READS_PER_MINUTE: "0",
    WRITES_PER_MINUTE: "0",
  });
  try {
    await launcher.ready;
    const database = findEmbeddedPostgres(dir);
    return await runWithReport(
      (reportFile) =>
        runTool("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
          PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
          CHROMIUM_PATH: browser,
          E2E_BASE_URL: `http://localhost:${port}`,
          E2E_DATABASE_URL: database?.url ?? "",
        }),
      // A flaky test failed and then passed. The reporter names it; it counts as passed.
      ({ stats, suites }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        failures: listBrowserFailures({ suites }),
      }),
    );
  } finally {
    await launcher.stop();
    remove();
  }
}

/** The steps by name, in the order in which they run. @type {Record<string, () => Promise<Tally>>} */
export const STEPS = {
  lint: async () =>
    tallyOne(await runTool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])),
  types: async () =>
    tallyOne(
      (await runTool("next/dist/bin/next", ["typegen"])) &&
        (await runTool("typescript/bin/tsc", ["--noEmit"])),
    ),
  unit: () => runVitest("unit*"),
  integration: () => runVitest("integration"),
  drift: async () => {
    const args = [fromRoot("scripts/db.mjs"), "drift"];
    return tallyOne((await runCommand(process.execPath, args, { env: NEUTRAL_ENV })) === 0);
  },
  audit: () => auditDependencies(console.log),
  build: async () => {
    await ensureBuilt({ log: console.log });
    return tallyOne(true);
  },
  system: () => runVitest("system"),
  e2e: runBrowserTests,
  // One round of each kind; `npm run test:faults` runs 200.
  faults: () => runFaults({ rounds: Object.keys(FAULT_KINDS).length, seed: 1 }),
};
