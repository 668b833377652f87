// `npm run bench`: what the explorer weighs and how long its work takes, measured in one run. What is printed
// beside each time or weight is its ratio to another of the same run, which a slower machine leaves as it is.
// `node scripts/bench.mjs core` leaves out the page, which needs a build, a database and a browser.
import { ensureInstalled } from "./lib/install.mjs";

/** What the page's part is served from: nothing of the environment's own. */
const NEUTRAL = Object.fromEntries(
  ["DATABASE_URL", "BASE_URL", "HOST", "MAP_STYLE_URL"].map((name) => [name, ""]),
);

async function benchPage() {
  const { ensureBrowser } = await import("./lib/browser.mjs");
  const { freePort } = await import("./lib/ports.mjs");
  const { runTypeScript } = await import("./lib/run-command.mjs");
  const { temporaryFolder } = await import("./lib/temporary-database.mjs");
  const { startLauncher } = await import("./lib/test-launcher.mjs");
  const browser = await ensureBrowser(console.log);
  const { dir, remove } = temporaryFolder("bench");
  const port = String(await freePort());
  const launcher = startLauncher({ ...NEUTRAL, DATA_DIR: dir, PORT: port, LOG_LEVEL: "warn" });
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
  await ensureInstalled({ say: console.log });
  const { runTypeScript } = await import("./lib/run-command.mjs");
  process.exitCode = await runTypeScript("tests/bench/core.ts");
  process.exitCode = (await runTypeScript("tests/bench/readiness.ts")) || process.exitCode;
  if (only !== "core") process.exitCode = (await benchPage()) || process.exitCode;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
