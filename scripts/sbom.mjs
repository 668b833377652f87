// `npm run sbom`: writes the software bill of materials: all packages of the production server with versions,
// licences and checksums, in the format CycloneDX. It reads the lock file only.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./lib/paths.mjs";

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { optional?: boolean }>} [peerDependenciesMeta]
 */

/** @param {LockedPackage} entry @returns {string[]} the packages that it cannot do without, or uses if they install */
function listNeeds({ dependencies, optionalDependencies, peerDependencies = {}, ...entry }) {
  const { peerDependenciesMeta = {} } = entry;
  const peers = Object.keys(peerDependencies).filter(
    (name) => !peerDependenciesMeta[name]?.optional,
  );
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
}

/**
 * The packages of production as `name@version`. npm's own `--omit=dev` is not used: it also leaves out packages of
 * production that packages of development need, such as React.
 * @param {Record<string, LockedPackage>} packages of the lock file, by their paths
 * @returns {Set<string>}
 */
function listProduction(packages) {
  /** Looks in the folder of the package, then in those above it, as Node does. */
  const find = (/** @type {string} */ from, /** @type {string} */ name) => {
    for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
      const place = `${folder}/node_modules/${name}`;
      if (packages[place.slice(1)]) return place;
      if (folder === "") return null;
    }
  };
  const found = new Set([""]);
  // A set is walked in the order of additions, those during the walk included.
  for (const place of found) {
    for (const name of listNeeds(packages[place.slice(1)] ?? {})) {
      const needed = find(place, name);
      if (needed !== null) found.add(needed);
    }
  }
  found.delete("");
  return new Set(
    [...found].map((place) => {
      const name = place.slice(place.lastIndexOf("/node_modules/") + "/node_modules/".length);
      return `${name}@${packages[place.slice(1)]?.version}`;
    }),
  );
}

/**
 * Leaves out the packages that are only for development.
 * @param {{ components: { "bom-ref": string }[], dependencies: { ref: string, dependsOn: string[] }[] }} bom
 * @param {Set<string>} production
 */
function keepProduction(bom, production) {
  const kept = bom.components.filter((component) => production.has(component["bom-ref"]));
  const dropped = new Set(bom.components.map((component) => component["bom-ref"]));
  for (const component of kept) dropped.delete(component["bom-ref"]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => !dropped.has(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: dependsOn.filter((one) => !dropped.has(one)),
    }));
  return { ...bom, components: kept, dependencies };
}

const [file = "sbom.cdx.json"] = process.argv.slice(2);
const { status, stdout, stderr, error } = spawnSync(
  "npm",
  ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"],
  {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, npm_config_loglevel: "error", npm_config_omit: "" },
  },
);
if (status === 0) {
  const lock = JSON.parse(fs.readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
  const bom = keepProduction(JSON.parse(stdout), listProduction(lock.packages));
  fs.writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`Wrote ${bom.components.length} packages to ${file}.`);
} else {
  console.error(`The list of packages could not be made: ${error?.message ?? stderr.trim()}`);
  process.exitCode = 1;
}
