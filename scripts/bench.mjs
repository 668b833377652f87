// `npm run bench`: measures the same work here and on a bare server, at 51, 1,000 and 10,000 zones or at the numbers that follow
// (`npm run bench -- 51 100000`), and keeps the table in docs/performance.md. The ratio beside each figure compares it with
// another figure of the same run, so it depends little on the machine. Ratios that moved since the last run are shown.
// `node scripts/bench.mjs all` measures every part and keeps all tables. `core`, `reads`, `page` or `writes` runs one
// part without keeping it; all but core need a build and a database, page a browser too.
// `node scripts/bench.mjs sizes` measures loading registries of up to 100,000 zones, or of the numbers of zones that follow.
// `node scripts/bench.mjs memory` measures the memory that files of 100,000 zones take while they are answered.
// `node scripts/bench.mjs instances` measures one, two and three instances on one database behind HAProxy.
// `node scripts/bench.mjs make 10000` adds synthetic zones to the configured database until it has as many.
import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startLauncher } from "../tests/support/start-launcher.mjs";
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
  const { runQuietly, runTypeScript } = await import("./lib/run-command.mjs");
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

/** The first admin of a server for writes, and no limits. */
const ADMIN = { email: "admin@example.org", password: "a password for the bench" };
const WRITING = {
  BOOTSTRAP_ADMIN_EMAIL: ADMIN.email,
  BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
  READS_PER_MINUTE: "0",
  WRITES_PER_MINUTE: "0",
};
const AS_ADMIN = { BENCH_ADMIN_EMAIL: ADMIN.email, BENCH_ADMIN_PASSWORD: ADMIN.password };

/** Writes, against a bare server on the same database. */
const benchWrites = () => benchServer("tests/bench/writes.ts", WRITING, AS_ADMIN);

/** One, two and three instances on one database. */
function benchInstances() {
  const secret = { AUTH_SECRET: randomUUID() + randomUUID() };
  const settings = { ...WRITING, ...secret };
  return benchServer("tests/bench/instances.ts", settings, { ...AS_ADMIN, ...secret });
}

/**
 * Reads, writes and pages at several sizes, against a bare server.
 * @param {string[]} sizes numbers of zones; none: 51, 1,000 and 10,000
 * @returns {Promise<number>} exit code
 */
async function benchTable(sizes) {
  const { runTypeScript } = await import("./lib/run-command.mjs");
  const { createTemporaryFolder } = await import("./lib/paths.mjs");
  const { dir, remove } = createTemporaryFolder("bench-table");
  const env = { ...AS_ADMIN, BENCH_TABLE: path.join(dir, "table.json") };
  try {
    for (const size of sizes.length > 0 ? sizes : TABLE_SIZES) {
      const settings = { ...WRITING, ...getLargeSettings(Number(size)) };
      const failed = await benchServer("tests/bench/table.ts", settings, env, Number(size));
      if (failed) return failed;
    }
    return await runTypeScript("tests/bench/table.ts", { args: ["print"], env });
  } finally {
    remove();
  }
}

/** The zones of the data set, of which 44 are announced, and larger registries. */
const SIZES = [51, 1_000, 10_000, 100_000];
const TABLE_SIZES = SIZES.slice(0, 3).map(String);
/** The limit of Node is too low for the largest. */
const LARGE_HEAP = "--max-old-space-size=8192";

/** The settings that docs/operating.md advises. @param {number} zones */
function getLargeSettings(zones) {
  const node = { NODE_OPTIONS: `${LARGE_HEAP} --max-semi-space-size=64` };
  return zones < 10_000 ? {} : node;
}

/**
 * Registries of several sizes.
 * @param {string[]} [sizes] numbers of zones
 * @returns {Promise<number>} exit code
 */
async function benchSizes(sizes = SIZES.map(String)) {
  const { runTypeScript } = await import("./lib/run-command.mjs");
  const node = { NODE_OPTIONS: LARGE_HEAP };
  const settings = { ...node, READS_PER_MINUTE: "0" };
  await runTypeScript("tests/bench/sizes.ts", { args: ["head"] });
  for (const size of sizes) {
    const env = { ...node, LOG_LEVEL: "error" };
    const failed = await benchServer("tests/bench/sizes.ts", settings, env, Number(size));
    if (failed) return failed;
  }
  return 0;
}

/** The formats of files. */
const FORMATS = ["csv", "xlsx", "ndjson", "geojson", "parquet", "gpkg", "sqlite", "zip"];

/**
 * The memory that answers with files take.
 * @param {string} [rows] how many zones they have
 * @returns {Promise<number>} exit code
 */
async function benchMemory(rows = "100000") {
  const { runTypeScript } = await import("./lib/run-command.mjs");
  let failed = 0;
  for (const format of FORMATS) {
    const code = await runTypeScript("tests/bench/file-memory.ts", { args: [format, rows] });
    failed ||= code;
  }
  return failed;
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
  table: benchTable,
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
  writes: benchWrites,
  instances: benchInstances,
};

/**
 * Runs one part as a command of its own and prints what it prints.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<string>} its tables; lines of the start of a server are left out
 */
async function readPart(name, args) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), name, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The part ${name} failed; nothing of it was kept.`);
  return output
    .slice(Math.max(0, output.indexOf("\n\n")))
    .replace(/^Stopping .*$/gm, "")
    .trim();
}

const HEAD = "# Performance\n\nRates and times by the number of zones.\n";

/**
 * Runs parts, keeps the tables of each with the machine and the day in place of those that were kept, and shows which ratios
 * moved.
 * @param {string[]} names
 * @param {string[]} [args] of each
 */
async function benchAndKeep(names, args = []) {
  const before = fs.existsSync(KEPT) ? fs.readFileSync(KEPT, "utf8") : "";
  const kept = before.split(/^(?=## )/m).filter((section) => section.startsWith("## "));
  const sections = new Map(kept.map((text) => [/^## (.*)/.exec(text)?.[1], text.trimEnd()]));
  const [processor] = os.cpus();
  const machine = `${os.availableParallelism()} × ${processor?.model ?? "an unknown processor"}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  for (const name of names) {
    const [load] = os.loadavg();
    const tables = await readPart(name, args);
    const others = `${load?.toFixed(1)} before the run, ${os.loadavg()[0]?.toFixed(1)} after it`;
    sections.set(
      name,
      `## ${name}\n\n${new Date().toISOString().slice(0, 10)}, ${machine}. Load: ${others}.\n\n\`\`\`text\n${tables}\n\`\`\``,
    );
  }
  const after = `${[HEAD.trimEnd(), ...sections.values()].join("\n\n")}\n`;
  const moved = listMovedRatios(before, after);
  fs.writeFileSync(KEPT, after);
  console.log(`\nKept in docs/performance.md. ${moved.length} ratios moved by more than 15 %.`);
  for (const line of moved) console.log(`  ${line}`);
}

const [only, ...args] = process.argv.slice(2);
try {
  await ensureInstalled({ log: console.log });
  if (only === undefined || /^\d+$/.test(only)) {
    await benchAndKeep(["table"], process.argv.slice(2));
  } else if (only === "all") await benchAndKeep(Object.keys(PARTS));
  else if (only === "sizes")
    process.exitCode = await benchSizes(args.length > 0 ? args : undefined);
  else if (only === "memory") process.exitCode = await benchMemory(...args);
  else if (only === "make") process.exitCode = await makeZones(args);
  else if (only in PARTS) process.exitCode = await PARTS[only](args);
  else
    throw new Error(`There is no part ${only}. The parts are: ${Object.keys(PARTS).join(", ")}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
