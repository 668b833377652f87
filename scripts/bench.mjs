// `npm run bench`: measures the size and speed of the product in one run. The ratio beside each figure compares
// it with another figure of the same run, so it depends little on the machine. `node scripts/bench.mjs core`
// skips the page, which needs a build, a database and a browser.
import { ensureInstalled } from "./lib/install-and-build.mjs";
import { NEUTRAL_ENV } from "./lib/neutral-env.mjs";

/** @returns {Promise<number>} exit code */
async function benchPage() {
  const { ensureBrowser } = await import("./lib/browser.mjs");
  const { startLauncher } = await import("./lib/run-command.mjs");
  const { findFreePort } = await import("./lib/ports.mjs");
  const { runTypeScript } = await import("./lib/run-command.mjs");
  const { createTemporaryFolder } = await import("./lib/paths.mjs");
  const browser = await ensureBrowser(console.log);
  const { dir, remove } = createTemporaryFolder("bench");
  const port = String(await findFreePort());
  const settings = { DATA_DIR: dir, PORT: port, LOG_LEVEL: "warn", READS_PER_MINUTE: "0" };
  const launcher = startLauncher({ ...NEUTRAL_ENV, ...settings });
  try {
    await launcher.ready;
    const env = { BENCH_BASE_URL: `http://localhost:${port}`, CHROMIUM_PATH: browser };
    return await runTypeScript("tests/bench/page.ts", { env });
  } finally {
    await launcher.stop();
    remove();
  }
}

const [only] = process.argv.slice(2);
try {
  await ensureInstalled({ log: console.log });
  const { runTypeScript } = await import("./lib/run-command.mjs");
  process.exitCode = await runTypeScript("tests/bench/core.ts");
  process.exitCode = (await runTypeScript("tests/bench/readiness.ts")) || process.exitCode;
  process.exitCode = (await runTypeScript("tests/bench/files.ts")) || process.exitCode;
  if (only !== "core") process.exitCode = (await benchPage()) || process.exitCode;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
