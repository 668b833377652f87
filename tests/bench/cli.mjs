// `npm run bench`: what 10,000 zones cost, with a goal for each figure; exits with 1 where one is missed.
// `npm run bench -- 1000`: the same with another number of zones.
// `npm run bench -- speed`: requests beside an empty route and an empty page of Next, with the zones of the data set.
// `npm run bench -- floods`: how long readers wait behind nginx while another client asks too much. nginx must be installed.
// `npm run bench -- presses [zones]`, `-- first-paint`: the same pages in a browser.
// `npm run bench -- articles`: how many of the recorded facts the reader of articles proposes.
// `npm run bench -- make 10000`: adds synthetic zones to the configured database until it has as many.
import { randomUUID } from "node:crypto";
import { findEmbeddedPostgres, withDatabase } from "../../scripts/lib/embedded-postgres.mjs";
import { ensureBuilt, ensureInstalled } from "../../scripts/lib/install-and-build.mjs";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { NEUTRAL_ENV } from "../../scripts/lib/neutral-env.mjs";
import { createTemporaryFolder, fromRoot } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { runQuietly, runTypeScript } from "../../scripts/lib/run-command.mjs";
import { startLauncher } from "../support/start-launcher.mjs";

const SCALE_ZONES = "10000";

/**
 * Starts the built server on a database of its own and runs a script that measures it.
 * @param {string} script
 * @param {string} [zones] how many there are; absent: those of the data set
 * @param {Record<string, string>} [more] settings of the server
 * @returns {Promise<number>} exit code
 */
async function benchServer(script, zones, more = {}) {
  const { dir, remove } = createTemporaryFolder("bench");
  const port = String(await findFreePort());
  const admin = { email: "admin@example.org", password: "a password for the bench" };
  const token = randomUUID();
  const settings = {
    ...NEUTRAL_ENV,
    ...{ DATA_DIR: dir, PORT: port, LOG_LEVEL: "error", METRICS_TOKEN: token },
    ...{ READS_PER_MINUTE: "0", WRITES_PER_MINUTE: "0" },
    ...{ BOOTSTRAP_ADMIN_EMAIL: admin.email, BOOTSTRAP_ADMIN_PASSWORD: admin.password },
    ...more,
  };
  try {
    await ensureBuilt({ log: console.log });
    if (zones)
      await runQuietly(process.execPath, [fromRoot("tests/bench/cli.mjs"), "make", zones], {
        env: settings,
      });
    const startedAt = performance.now();
    const launcher = startLauncher(settings);
    try {
      await launcher.ready;
      return await runTypeScript(script, {
        env: {
          BENCH_URL: `http://localhost:${port}`,
          BENCH_START_MS: String(performance.now() - startedAt),
          BENCH_METRICS_TOKEN: token,
          BENCH_ADMIN: JSON.stringify(admin),
          BENCH_DATABASE_URL: findEmbeddedPostgres(dir)?.url,
        },
      });
    } finally {
      await launcher.stop();
    }
  } finally {
    remove();
  }
}

/** Measures in a browser. @param {string} script @param {string} [zones] */
async function benchBrowser(script, zones) {
  const { ensureBrowser } = await import("../../scripts/lib/browser.mjs");
  process.env.CHROMIUM_PATH = await ensureBrowser(console.log);
  return await benchServer(script, zones);
}

/**
 * Fills the configured database with synthetic zones.
 * @param {string[]} args how many zones, and the seed of what is random in them
 * @returns {Promise<number>} exit code
 */
const makeZones = (args) =>
  withDatabase(async (url, { ownerUrl }) => {
    await migrate(ownerUrl, { servingUrl: url });
    const env = { DATABASE_URL: ownerUrl, DATABASE_URL_OWNER: "", LOG_LEVEL: "error" };
    return (
      (await runTypeScript("seed/load.ts", { args: ["--once"], env })) ||
      (await runTypeScript("tests/bench/make-zones.ts", { args, env }))
    );
  });

/** @param {string} task @param {string[]} args */
function run(task, args) {
  if (/^\d+$/.test(task)) return benchServer("tests/bench/scale.ts", task);
  if (task === "speed") return benchServer("tests/bench/speed.ts", args[0]);
  if (task === "floods") {
    const more = { READS_PER_MINUTE: "1200", TRUST_PROXY: "true" };
    return benchServer("tests/bench/floods.ts", undefined, more);
  }
  if (task === "presses") return benchBrowser("tests/bench/presses.ts", args[0]);
  if (task === "first-paint") return benchBrowser("tests/bench/first-paint.ts");
  if (task === "articles") return runTypeScript("tests/bench/articles.ts", { args });
  if (task === "make") return makeZones(args);
  throw new Error(
    `There is no task ${task}. Give a number of zones, speed, floods, presses, first-paint, articles or make.`,
  );
}

const [task = SCALE_ZONES, ...args] = process.argv.slice(2);
try {
  await ensureInstalled({ log: console.log });
  process.exitCode = await run(task, args);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
