import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { getServerUser } from "../../scripts/lib/postgres-binaries.mjs";
import { sql } from "./sql";

/** PgBouncer as a child process. */
export interface PgBouncer {
  /** A database's address through the pooler. @param url of a database of the server that it was started for */
  readonly through: (url: string) => string;
  readonly stop: () => Promise<void>;
}

/** Is PgBouncer installed here? Debian has the package pgbouncer. */
export const hasPgBouncer = () => spawnSync("pgbouncer", ["--version"]).error === undefined;

/**
 * Starts PgBouncer on a free port.
 * @param urls of the databases behind it, with different roles and the same server
 * @param settings of pgbouncer.ini
 */
export async function startPgBouncer(
  urls: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<PgBouncer> {
  const { dir, remove } = createTemporaryFolder("pgbouncer");
  const port = await findFreePort();
  const [server = new URL("postgresql://127.0.0.1")] = urls.map((url) => new URL(url));
  const users = urls
    .map((url) => new URL(url))
    .map(({ username, password }) => [username, password]);
  const all = { listen_addr: "127.0.0.1", listen_port: port, unix_socket_dir: "", ...settings };
  const config = [
    "[databases]",
    `* = host=127.0.0.1 port=${server.port}`,
    "[pgbouncer]",
    "auth_type = scram-sha-256",
    `auth_file = ${dir}/users`,
    ...Object.entries(all).map(([name, value]) => `${name} = ${value}`),
  ];
  fs.writeFileSync(path.join(dir, "pgbouncer.ini"), config.join("\n"));
  fs.writeFileSync(
    path.join(dir, "users"),
    users.map(([name, password]) => `"${name}" "${password}"\n`).join(""),
  );
  // It refuses to run as root.
  const child = spawn("pgbouncer", [path.join(dir, "pgbouncer.ini")], {
    ...getServerUser(),
    cwd: "/",
    stdio: "ignore",
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const through = (url: string) => {
    const address = new URL(url);
    address.port = String(port);
    return address.href;
  };
  const stop = async () => {
    child.kill("SIGKILL");
    await exited;
    remove();
  };
  for (;;) {
    const answer = await sql(through(server.href), "SELECT 1").catch(() => null);
    if (answer !== null) return { through, stop };
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
