// `npm run test:container`: builds the image and runs it and docker-compose.yml with Docker or Podman. `--no-build` uses
// the image `cpec-sez-tracker` that exists already. CONTAINER_BUILD_OPTIONS are added to the build. It is no part of
// `npm test`, because it needs an engine and base images.
import { parseArgs } from "node:util";
import {
  checkBuild,
  checkCompose,
  checkContent,
  checkOneVolume,
  checkRefusesWithoutDatabase,
  checkSize,
} from "./checks.mjs";
import { findCompose, findEngine, getBuildOptions, startServer } from "./engine.mjs";

const { values } = parseArgs({ options: { "no-build": { type: "boolean", default: false } } });
const engine = findEngine();
if (engine === null) {
  console.log(
    "NOT TESTED: neither Docker nor Podman works here. Install one (Debian: apt-get install podman runc netavark docker-compose). This is neither a pass nor a failure.",
  );
  process.exit(0);
}
const server = startServer(engine);
const context = { engine, compose: findCompose(engine), env: server.env };

/** @type {[string, () => string[] | Promise<string[]>][]} */
const checks = [
  ...(values["no-build"]
    ? []
    : [
        /** @type {[string, () => string[]]} */ ([
          "the image can be built",
          () => checkBuild(context, getBuildOptions(engine)),
        ]),
      ]),
  ["the image is under 500 MB", () => checkSize(context)],
  ["the image has no tools of development", () => checkContent(context)],
  [
    "any user, read-only, no network: says what is missing",
    () => checkRefusesWithoutDatabase(context),
  ],
  ["two containers on one volume: the second refuses", () => checkOneVolume(context)],
  ["docker-compose.yml: two instances behind nginx", () => checkCompose(context)],
];
let passed = 0;
for (const [name, check] of checks) {
  const startedAt = Date.now();
  const failures = await Promise.resolve(check()).catch((error) => [error.message]);
  if (failures.length === 0) passed += 1;
  console.log(
    `${failures.length === 0 ? "ok    " : "FAILED"}  ${name} (${Math.round((Date.now() - startedAt) / 1000)} s)`,
  );
  for (const failure of failures) console.log(`        ${failure}`);
}
server.stop();
console.log(`${passed} passed, ${checks.length - passed} failed (${engine})`);
process.exitCode = passed === checks.length ? 0 : 1;
