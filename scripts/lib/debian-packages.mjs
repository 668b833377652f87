// Packages that tests need and Debian has.
import { spawnSync } from "node:child_process";
import { runQuietly } from "./run-command.mjs";

/** Can this process install packages of Debian? */
export function canInstallPackages() {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
}

/**
 * Installs packages of Debian, without those that they only recommend.
 * @param {readonly string[]} packages
 * @throws with what apt-get says of a failure
 */
export async function installPackages(packages) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update"], { env });
  await runQuietly("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env });
}
