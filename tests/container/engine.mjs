// The container engine of this machine: Docker or Podman.
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { createTemporaryFolder, ROOT } from "../../scripts/lib/paths.mjs";

/** @typedef {{ status: number, output: string }} Result */

/**
 * Runs a command to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number }} [options]
 * @returns {Result} `output`: both of its outputs
 */
export function run(program, args, { env = {}, timeoutMs = 1_800_000 } = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: ROOT,
    encoding: "utf8",
    timeout: timeoutMs,
    maxBuffer: 100_000_000,
    env: { ...process.env, PODMAN_IGNORE_CGROUPSV1_WARNING: "1", ...env },
  });
  return { status: status ?? 1, output: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}` };
}

/** @param {string} program @param {string[]} args @returns {boolean} */
const works = (program, ...args) => run(program, args, { timeoutMs: 30_000 }).status === 0;

/** @returns {string | null} the engine that works here; null if there is none */
export function findEngine() {
  return ["docker", "podman"].find((program) => works(program, "info")) ?? null;
}

/** @param {string} engine @returns {string[] | null} the command of Compose; null if there is none */
export function findCompose(engine) {
  if (works("docker-compose", "version")) return ["docker-compose"];
  return works(engine, "compose", "version") ? [engine, "compose"] : null;
}

const RUN_HEALTH_CHECKS = `while sleep 5; do
  for id in $(podman ps --quiet --filter label=com.docker.compose.project); do podman healthcheck run $id; done
done`;

/**
 * Podman has no server. This starts one for Compose.
 * @param {string} engine
 * @returns {{ env: Record<string, string>, stop: () => void }} `env`: where Compose finds it
 */
export function startServer(engine) {
  if (engine !== "podman") return { env: {}, stop: () => {} };
  const { dir, remove } = createTemporaryFolder("podman");
  const address = `unix://${path.join(dir, "podman.sock")}`;
  const server = spawn("podman", ["system", "service", "--time=0", address], { stdio: "ignore" });
  // Podman leaves the times of health checks to systemd, which containers and some machines lack.
  const health = spawn("sh", ["-c", RUN_HEALTH_CHECKS], { stdio: "ignore" });
  const stop = () => {
    server.kill("SIGTERM");
    health.kill("SIGTERM");
    remove();
  };
  return { env: { DOCKER_HOST: address }, stop };
}

/**
 * Some machines do not let a build raise the limits that engines raise by default.
 * @param {string} engine
 * @returns {string[]} options of a build
 */
export function getBuildOptions(engine) {
  const extra = (process.env.CONTAINER_BUILD_OPTIONS ?? "").split(" ").filter(Boolean);
  // Docker's format has a health check, which Podman's own lacks.
  // Compose looks for images of Docker Hub.
  return engine === "podman"
    ? ["--format", "docker", "-t", "docker.io/library/cpec-sez-tracker", ...extra]
    : extra;
}
