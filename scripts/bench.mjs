// `npm run bench`: measures the size and speed of the product in one run. The ratio beside each figure compares
// it with another figure of the same run, so it depends little on the machine. `node scripts/bench.mjs core`, `reads`,
// `page` or `attack` runs one part; all but core need a build and a database, page a browser too.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { ensureInstalled } from "./lib/install-and-build.mjs";
import { NEUTRAL_ENV } from "./lib/neutral-env.mjs";

/**
 * Measures a server that starts for it.
 * @param {string} script
 * @param {Record<string, string>} settings
 * @param {Record<string, string>} [env] of the script, beside the address of the server
 * @returns {Promise<number>} exit code
 */
async function benchServer(script, settings, env = {}) {
  const { runTypeScript, startLauncher } = await import("./lib/run-command.mjs");
  const { findFreePort } = await import("./lib/ports.mjs");
  const { createTemporaryFolder } = await import("./lib/paths.mjs");
  const { dir, remove } = createTemporaryFolder("bench");
  const port = String(await findFreePort());
  const own = { DATA_DIR: dir, PORT: port, LOG_LEVEL: "error" };
  const launcher = startLauncher({ ...NEUTRAL_ENV, ...own, ...settings });
  try {
    await launcher.ready;
    const { stdout } = await promisify(execFile)(process.execPath, ["scripts/db.mjs", "url"], {
      env: { ...process.env, ...NEUTRAL_ENV, ...own },
    });
    return await runTypeScript(script, {
      env: {
        ...env,
        BENCH_BASE_URL: `http://localhost:${port}`,
        BENCH_DATABASE_URL: stdout.trim(),
      },
    });
  } finally {
    await launcher.stop();
    remove();
  }
}

async function benchPage() {
  const { ensureBrowser } = await import("./lib/browser.mjs");
  const env = { CHROMIUM_PATH: await ensureBrowser(console.log) };
  const settings = { READS_PER_MINUTE: "0" };
  return (
    (await benchServer("tests/bench/page.ts", settings, env)) ||
    (await benchServer("tests/bench/first-paint.ts", settings, env))
  );
}

function benchReads() {
  const token = randomUUID();
  const settings = { READS_PER_MINUTE: "0", METRICS_TOKEN: token };
  return benchServer("tests/bench/reads.ts", settings, { BENCH_METRICS_TOKEN: token });
}

/** Readers while one client attacks, with every limit as it is. */
const benchAttacks = () => benchServer("tests/bench/attack.ts", { TRUST_PROXY: "true" });

/** Writes, against a bare server on the same database. */
async function benchWrites() {
  const admin = { email: "admin@example.org", password: "a password for the bench" };
  const settings = {
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    READS_PER_MINUTE: "0",
    WRITES_PER_MINUTE: "0",
  };
  const env = { BENCH_ADMIN_EMAIL: admin.email, BENCH_ADMIN_PASSWORD: admin.password };
  return benchServer("tests/bench/writes.ts", settings, env);
}

const [only] = process.argv.slice(2);
try {
  await ensureInstalled({ log: console.log });
  const { runTypeScript } = await import("./lib/run-command.mjs");
  const parts = {
    core: async () =>
      (await runTypeScript("tests/bench/core.ts")) ||
      (await runTypeScript("tests/bench/readiness.ts")) ||
      (await runTypeScript("tests/bench/files.ts")),
    reads: benchReads,
    page: benchPage,
    attack: benchAttacks,
    writes: benchWrites,
  };
  for (const [name, run] of Object.entries(parts)) {
    if (only === undefined || only === name) process.exitCode = (await run()) || process.exitCode;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
