// `npm run bench`: measures the size and speed of the product in one run, and keeps the tables in docs/performance.md. The
// ratio beside each figure compares it with another figure of the same run, so it depends little on the machine.
// `node scripts/bench.mjs core`, `reads`, `page`, `attack` or `writes` runs one part; all but core need a build and a
// database, page a browser too.
// `node scripts/bench.mjs sizes` measures registries of up to 100,000 zones, or of the numbers of zones that follow; it takes
// long, so `npm run bench` leaves it out.
// `node scripts/bench.mjs make 10000` adds synthetic zones to the configured database until it has as many.
import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ensureInstalled } from "./lib/install-and-build.mjs";
import { listMovedRatios } from "./lib/moved-ratios.mjs";
import { NEUTRAL_ENV } from "./lib/neutral-env.mjs";
import { fromRoot } from "./lib/paths.mjs";

/** Where the tables of the last whole run are. */
const KEPT = fromRoot("docs/performance.md");

/**
 * Measures a server that starts for it.
 * @param {string} script
 * @param {Record<string, string>} settings
 * @param {Record<string, string>} [env] of the script, beside the address of the server
 * @param {number} [zones] how many there are; absent: those of the data set
 * @returns {Promise<number>} exit code
 */
async function benchServer(script, settings, env = {}, zones = 0) {
  const { runQuietly, runTypeScript, startLauncher } = await import("./lib/run-command.mjs");
  const { findFreePort } = await import("./lib/ports.mjs");
  const { createTemporaryFolder } = await import("./lib/paths.mjs");
  const { dir, remove } = createTemporaryFolder("bench");
  const port = String(await findFreePort());
  const own = { DATA_DIR: dir, PORT: port, LOG_LEVEL: "error" };
  const made = performance.now();
  if (zones > 0) {
    const make = [fileURLToPath(import.meta.url), "make", String(zones)];
    await runQuietly(process.execPath, make, { env: { ...NEUTRAL_ENV, ...own } });
  }
  const started = performance.now();
  const launcher = startLauncher({ ...NEUTRAL_ENV, ...own, ...settings });
  try {
    await launcher.ready;
    const ready = performance.now();
    const { stdout } = await promisify(execFile)(process.execPath, ["scripts/db.mjs", "url"], {
      env: { ...process.env, ...NEUTRAL_ENV, ...own },
    });
    return await runTypeScript(script, {
      env: {
        ...env,
        BENCH_MAKE_MS: String(started - made),
        BENCH_START_MS: String(ready - started),
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
  // All of them, also where one exceeds a limit.
  const codes = [
    await benchServer("tests/bench/page.ts", settings, env),
    await benchServer("tests/bench/first-paint.ts", settings, env),
    await benchServer("tests/bench/large-page.ts", settings, env, 10_000),
  ];
  return codes.find((code) => code !== 0) ?? 0;
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

/** The zones of the data set, of which 44 are announced, and larger registries. */
const SIZES = [51, 1_000, 10_000, 100_000];

/**
 * Registries of several sizes.
 * @param {string[]} [sizes] numbers of zones
 * @returns {Promise<number>} exit code
 */
async function benchSizes(sizes = SIZES.map(String)) {
  const { runTypeScript } = await import("./lib/run-command.mjs");
  // The limit of Node is too low for the largest.
  const node = { NODE_OPTIONS: "--max-old-space-size=8192" };
  const settings = { ...node, READS_PER_MINUTE: "0" };
  await runTypeScript("tests/bench/sizes.ts", { args: ["head"] });
  for (const size of sizes) {
    const env = { ...node, LOG_LEVEL: "error" };
    const failed = await benchServer("tests/bench/sizes.ts", settings, env, Number(size));
    if (failed) return failed;
  }
  return 0;
}

/**
 * Fills the configured database with synthetic zones.
 * @param {string[]} args how many zones, and the seed of what is random in them
 * @returns {Promise<number>} exit code
 */
async function makeZones(args) {
  const { withDatabase } = await import("./lib/embedded-postgres.mjs");
  const { migrate } = await import("./lib/migrate.mjs");
  const { runTypeScript } = await import("./lib/run-command.mjs");
  return withDatabase(async (url, { ownerUrl }) => {
    await migrate(ownerUrl, { servingUrl: url });
    const env = { DATABASE_URL: ownerUrl, DATABASE_URL_OWNER: "", LOG_LEVEL: "error" };
    const run = (/** @type {string} */ script, /** @type {string[]} */ ...given) =>
      runTypeScript(script, { args: given, env });
    return (
      (await run("seed/load.ts", "--once")) || (await run("tests/bench/make-zones.ts", ...args))
    );
  });
}

const PARTS = {
  core: async () => {
    const { runTypeScript } = await import("./lib/run-command.mjs");
    return (
      (await runTypeScript("tests/bench/core.ts")) ||
      (await runTypeScript("tests/bench/readiness.ts")) ||
      (await runTypeScript("tests/bench/files.ts"))
    );
  },
  reads: benchReads,
  page: benchPage,
  attack: benchAttacks,
  writes: benchWrites,
};

/**
 * Runs one part as a command of its own and prints what it prints.
 * @param {string} name
 * @returns {Promise<string>} its tables; lines of the start of a server are left out
 */
async function readPart(name) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) process.exitCode = code || 1;
  return output
    .slice(Math.max(0, output.indexOf("\n\n")))
    .replace(/^Stopping .*$/gm, "")
    .trim();
}

/** Runs every part, keeps the tables with the machine and the day, and shows which ratios moved since the last time. */
async function benchAll() {
  /** @type {string[]} */
  const sections = [];
  for (const name of Object.keys(PARTS)) {
    sections.push(`## ${name}\n\n\`\`\`text\n${await readPart(name)}\n\`\`\``);
  }
  const [processor] = os.cpus();
  const machine = `${os.availableParallelism()} × ${processor?.model ?? "an unknown processor"}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const head = `# Performance\n\nWritten by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Ratios (×) compare figures of one run.`;
  const before = fs.existsSync(KEPT) ? fs.readFileSync(KEPT, "utf8") : "";
  const after = `${[head, ...sections].join("\n\n")}\n`;
  const moved = listMovedRatios(before, after);
  fs.writeFileSync(KEPT, after);
  console.log(`\nKept in docs/performance.md. ${moved.length} ratios moved by more than 15 %.`);
  for (const line of moved) console.log(`  ${line}`);
}

const [only, ...args] = process.argv.slice(2);
try {
  await ensureInstalled({ log: console.log });
  if (only === undefined) await benchAll();
  else if (only === "sizes")
    process.exitCode = await benchSizes(args.length > 0 ? args : undefined);
  else if (only === "make") process.exitCode = await makeZones(args);
  else if (only in PARTS) process.exitCode = await PARTS[only]();
  else
    throw new Error(`There is no part ${only}. The parts are: ${Object.keys(PARTS).join(", ")}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
