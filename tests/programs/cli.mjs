// `npm run test:programs`: installs the programs of other people that read the tracker's files, where Debian has them, and runs
// the tests that need them. `npm test` runs the same tests with what is installed, and those that cannot run say why. Here, once
// the packages are installed, a test of OGC API or OpenAPI whose program is missing fails.
import { ensureInstalled } from "../../scripts/lib/install-and-build.mjs";

/** GDAL, QGIS, LibreOffice, Python, R, SQLite, csvkit, nginx and Prometheus. Debian has neither Datasette nor pyarrow. */
const PACKAGES = [
  ...["gdal-bin", "qgis-providers", "python3-qgis", "libreoffice-calc-nogui"],
  ...["python3-pandas", "python3-geopandas", "csvkit", "sqlite3"],
  ...["r-base-core", "r-cran-sf", "r-cran-readr", "r-cran-readxl", "r-cran-jsonlite"],
  ...["nginx", "libnginx-mod-http-cache-purge", "prometheus"],
];

/** The tests by the part of the suite that they are in. */
const FILES = {
  unit: ["tests/unit/formats/other-programs.test.ts", "tests/unit/formats/program-values.test.ts"],
  integration: ["five-questions", "table-code"].map(
    (name) => `tests/integration/api/${name}.test.ts`,
  ),
  system: ["ogc", "openapi", "clients", "nginx", "alerts"].map(
    (name) => `tests/system/${name}.test.ts`,
  ),
};

await ensureInstalled({ log: console.log });
const { canInstallPackages, installPackages } = await import(
  "../../scripts/lib/debian-packages.mjs"
);
const { ensureBuilt } = await import("../../scripts/lib/install-and-build.mjs");
const { runCommand } = await import("../../scripts/lib/run-command.mjs");

/** @type {Record<string, string>} */
let env = {};
if (canInstallPackages()) {
  console.log(`Installing ${PACKAGES.join(", ")}…`);
  await installPackages(PACKAGES).then(
    () => {
      env = { REQUIRE_PROGRAMS: "true" };
    },
    (error) => console.error(error.message),
  );
} else {
  console.log(`Nothing is installed: that needs Debian and root. Debian: ${PACKAGES.join(" ")}`);
}
await ensureBuilt({ log: console.log });
for (const [project, files] of Object.entries(FILES)) {
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    project,
    "--reporter=verbose",
  ];
  const code = await runCommand(process.execPath, [...args, ...files], { env });
  if (code !== 0) process.exitCode = 1;
}
