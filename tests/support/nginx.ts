import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createTemporaryFolder, fromRoot } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";

const PURGE_MODULE = "/usr/lib/nginx/modules/ngx_http_cache_purge_module.so";

/** nginx as a child process. */
export interface Nginx {
  /** `http://127.0.0.1:` and the port. */
  readonly address: string;
  /** Its port for HTTPS, if it has a certificate. */
  readonly tlsPort: number;
  /** Of its one worker. */
  readonly workerPid: number;
  readonly stop: () => Promise<void>;
}

/** Is nginx installed here? */
export const hasNginx = () => spawnSync("nginx", ["-v"]).error === undefined;

/** Is its module that removes answers from the cache? */
export const canPurge = () => fs.existsSync(PURGE_MODULE);

/**
 * Starts nginx with the configuration of `ops/` in front of a server, on a free port and with files of its own.
 * @param upstreamPort the port of the server on this machine
 * @param tls the folder with `fullchain.pem` and `privkey.pem`; absent: without HTTPS
 * @param files a folder whose files it serves itself under `/file/`; absent: none
 * @throws if it does not start
 */
export async function startNginx(
  upstreamPort: number,
  tls?: string,
  files?: string,
): Promise<Nginx> {
  const { dir, remove } = createTemporaryFolder("nginx");
  const port = await findFreePort();
  const tlsPort = await findFreePort();
  const user = process.getuid?.() === 0 ? "user root;\n" : "";
  const config = fs
    .readFileSync(fromRoot("ops/nginx/nginx.conf"), "utf8")
    .replace("worker_processes auto", "daemon off;\nworker_processes 1")
    .replaceAll("/tmp/", `${dir}/`)
    .replaceAll(tls ? "#tls " : "", "")
    .replaceAll("/etc/nginx/tls/", `${tls}/`)
    .replace("listen 8443", `listen 127.0.0.1:${tlsPort}`)
    .replace("/dev/stderr", `${dir}/error.log`)
    .replaceAll(canPurge() ? "#purge " : "", "")
    .replace("listen 8080", `listen 127.0.0.1:${port}`)
    .replace(/server tracker-1:\S+/, `server 127.0.0.1:${upstreamPort}`)
    .replace(/server tracker-2:.*/, "")
    .replace("location / {", files ? `location /file/ { alias ${files}/; }\nlocation / {` : "$&");
  const file = `${dir}/nginx.conf`;
  fs.writeFileSync(file, user + config);
  const child = spawn("nginx", ["-e", `${dir}/error.log`, "-c", file], { stdio: "inherit" });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGQUIT");
    await exited;
    remove();
  };
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${address}/metrics`, { redirect: "manual" }).catch(() => null))) {
    if (child.exitCode !== null) {
      const log = fs.readFileSync(`${dir}/error.log`, "utf8");
      remove();
      throw new Error(`nginx did not start: ${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const children = fs.readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
  const pids = children.trim().split(" ").map(Number);
  return { address, tlsPort, workerPid: pids[0] ?? Number.NaN, stop };
}
