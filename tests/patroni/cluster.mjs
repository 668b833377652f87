// Three PostgreSQL nodes under Patroni, with etcd and HAProxy, as processes of this machine. They use the files of
// `ops/` as they are.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { getServerUser } from "../../scripts/lib/postgres-binaries.mjs";
import { waitUntil } from "../faults/wait-until.mjs";
import { listDescendants, sendSignal } from "../support/processes.mjs";

const HOST = "127.0.0.1";
const START_MS = 180_000;
/** Longer than Patroni's `ttl`, and a start of PostgreSQL. */
const FAILOVER_MS = 90_000;
const PASSWORDS = {
  superuser: "superuser",
  replication: "replication",
  owner: "owner",
  app: "app",
};

/** @typedef {{ name: string, api: number, port: number, pid: number | null }} Node */
/** @typedef {Awaited<ReturnType<typeof startPatroniCluster>>} PatroniCluster */

/**
 * @param {string} dir an empty folder that the database's own user can reach
 * @param {import("./programs.mjs").Programs} programs
 * @param {(() => unknown)[]} cleanups gets a function that ends all processes, also of an incomplete start
 */
export async function startPatroniCluster(dir, programs, cleanups) {
  const user = getServerUser();
  fs.chmodSync(dir, 0o777);
  /** @type {Set<number>} */
  const pids = new Set();

  /**
   * @param {string} name of the log
   * @param {string} program
   * @param {string[]} args
   * @param {Record<string, string>} [env]
   * @returns {number} its pid
   */
  const launch = (name, program, args, env = {}) => {
    const log = fs.openSync(path.join(dir, `${name}.log`), "a", 0o666);
    const child = spawn(program, args, {
      ...user,
      cwd: dir,
      env: { PATH: process.env.PATH, LANG: "C.UTF-8", HOME: dir, ...env },
      stdio: ["ignore", log, log],
    });
    fs.closeSync(log);
    child.on("error", (error) => console.error(`${name}: ${error.message}`));
    if (child.pid === undefined) throw new Error(`${program} cannot be started.`);
    pids.add(child.pid);
    return child.pid;
  };

  const etcdPort = await findFreePort();
  const peerPort = await findFreePort();
  const etcdUrl = `http://${HOST}:${etcdPort}`;
  launch("etcd", programs.etcd, [
    ...["--data-dir", path.join(dir, "etcd"), "--name", "etcd", "--unsafe-no-fsync"],
    ...["--listen-client-urls", etcdUrl, "--advertise-client-urls", etcdUrl],
    ...["--listen-peer-urls", `http://${HOST}:${peerPort}`],
    ...["--initial-advertise-peer-urls", `http://${HOST}:${peerPort}`],
    ...["--initial-cluster", `etcd=http://${HOST}:${peerPort}`],
  ]);

  /** @type {Node[]} */
  const nodes = [];
  for (const name of ["node1", "node2", "node3"]) {
    nodes.push({ name, api: await findFreePort(), port: await findFreePort(), pid: null });
  }

  /** Starts Patroni of a node, which starts its PostgreSQL. @param {Node} node */
  const startNode = (node) => {
    node.pid = launch(node.name, programs.patroni, [fromRoot("ops/patroni/patroni.yml")], {
      PATRONI_NAME: node.name,
      PATRONI_RESTAPI_LISTEN: `${HOST}:${node.api}`,
      PATRONI_RESTAPI_CONNECT_ADDRESS: `${HOST}:${node.api}`,
      PATRONI_POSTGRESQL_LISTEN: `${HOST}:${node.port}`,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: `${HOST}:${node.port}`,
      PATRONI_POSTGRESQL_DATA_DIR: path.join(dir, node.name),
      PATRONI_POSTGRESQL_PGPASS: path.join(dir, `${node.name}.pgpass`),
      PATRONI_POSTGRESQL_BIN_DIR: programs.postgresBin,
      PATRONI_ETCD3_HOSTS: `${HOST}:${etcdPort}`,
      PATRONI_SUPERUSER_USERNAME: "postgres",
      PATRONI_SUPERUSER_PASSWORD: PASSWORDS.superuser,
      PATRONI_REPLICATION_USERNAME: "replicator",
      PATRONI_REPLICATION_PASSWORD: PASSWORDS.replication,
      PATRONI_REWIND_USERNAME: "rewinder",
      PATRONI_REWIND_PASSWORD: PASSWORDS.replication,
    });
  };

  /** Patroni and the PostgreSQL of a node. @param {Node} node @returns {number[]} */
  const listProcesses = (node) => {
    const found = new Set(node.pid === null ? [] : [node.pid]);
    for (const pid of [...found]) for (const child of listDescendants(pid)) found.add(child.pid);
    try {
      // PostgreSQL is no child of Patroni any more if Patroni was restarted.
      const pidFile = fs.readFileSync(path.join(dir, node.name, "postmaster.pid"), "utf8");
      const postmaster = Number(pidFile.split("\n")[0]);
      const cwd = fs.readlinkSync(`/proc/${postmaster}/cwd`);
      if (cwd === fs.realpathSync(path.join(dir, node.name))) {
        found.add(postmaster);
        for (const child of listDescendants(postmaster)) found.add(child.pid);
      }
    } catch {
      // It is not running.
    }
    return [...found];
  };

  /** @param {Node} node @param {string} path @param {RequestInit} [options] */
  const ask = (node, path, options = {}) =>
    fetch(`http://${HOST}:${node.api}${path}`, { signal: AbortSignal.timeout(15_000), ...options });

  /** @returns {Promise<Node | null>} the node that says that it is the primary */
  const findPrimary = async () => {
    for (const node of nodes) {
      const answer = await fetch(`http://${HOST}:${node.api}/primary`, {
        signal: AbortSignal.timeout(1000),
      }).catch(() => null);
      if (answer?.ok) return node;
    }
    return null;
  };

  /** The members that the nodes know, as of any node that answers. */
  const listMembers = async () => {
    for (const node of nodes) {
      const answer = await fetch(`http://${HOST}:${node.api}/cluster`, {
        signal: AbortSignal.timeout(1000),
      }).catch(() => null);
      if (answer?.ok) return (await answer.json()).members;
    }
    return [];
  };

  /** Waits until all nodes run, follow the primary, and one is its synchronous standby if there has to be one. */
  const waitUntilComplete = async ({ synchronous = true } = {}) => {
    await waitUntil(
      async () => {
        const members = await listMembers();
        const standbys = members.filter(
          (/** @type {any} */ { role, state, lag }) =>
            role !== "leader" && state === "streaming" && Number(lag) < 1_000_000,
        );
        const hasSynchronous = standbys.some(
          (/** @type {any} */ { role }) => role === "sync_standby",
        );
        return standbys.length === nodes.length - 1 && (hasSynchronous || !synchronous);
      },
      "all nodes of the cluster follow the primary",
      START_MS,
    );
  };

  cleanups.push(() => {
    for (const pid of [...pids, ...nodes.flatMap(listProcesses)]) sendSignal(pid, "SIGKILL");
  });
  for (const node of nodes) startNode(node);
  await waitUntil(async () => (await findPrimary()) !== null, "a primary is elected", START_MS);
  await waitUntilComplete();

  const balancerPort = await findFreePort();
  /** @type {Record<string, string>} */
  const names = { LISTEN: `${HOST}:${balancerPort}` };
  for (const [index, node] of nodes.entries()) {
    names[`NODE${index + 1}`] = `${HOST}:${node.port}`;
    names[`NODE${index + 1}_PATRONI_HOST`] = HOST;
    names[`NODE${index + 1}_PATRONI_PORT`] = String(node.api);
  }
  launch("haproxy", programs.haproxy, ["-db", "-f", fromRoot("ops/haproxy/haproxy.cfg")], names);

  /** @param {string} role @param {string} password @param {string} [database] @param {number} [port] */
  const url = (role, password, database = "tracker", port = balancerPort) =>
    `postgresql://${role}:${password}@${HOST}:${port}/${database}`;
  const urls = {
    serving: url("tracker_app", PASSWORDS.app),
    owner: url("tracker", PASSWORDS.owner),
  };
  const adminUrl = url("postgres", PASSWORDS.superuser, "postgres");

  /** @param {string} connectionString @param {string} statement @param {unknown[]} [values] */
  const query = async (connectionString, statement, values = []) => {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: 2000,
      query_timeout: 5000,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      return (await client.query(statement, values)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  };

  // HAProxy takes all nodes for good ones until its first checks have failed.
  await sleep(4000);
  await waitUntil(
    async () => {
      const rows = await query(adminUrl, "SELECT pg_is_in_recovery() AS standby").catch(() => null);
      return rows?.[0]?.standby === false;
    },
    "HAProxy leads to the primary",
    START_MS,
  );
  const options = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD";
  await query(adminUrl, `CREATE ROLE tracker ${options} '${PASSWORDS.owner}'`);
  await query(adminUrl, `CREATE ROLE tracker_app ${options} '${PASSWORDS.app}'`);
  await query(adminUrl, "CREATE DATABASE tracker OWNER tracker");

  return {
    nodes,
    urls,
    /** The address of one node, for the role that serves. @param {Node} node */
    startNode,
    listProcesses,
    findPrimary,
    waitUntilComplete,
    /** @param {Node} node @param {NodeJS.Signals} signal */
    signalNode: (node, signal) => {
      for (const pid of listProcesses(node)) sendSignal(pid, signal);
    },
    /** @returns {Promise<{ last: number, identity: string }>} of the database to which HAProxy leads */
    readLast: async () => {
      const rows = await query(
        urls.serving,
        "SELECT id AS last, identity FROM revision ORDER BY id DESC LIMIT 1",
      );
      return rows[0] ?? { last: 0, identity: "" };
    },
    /** @param {number} revision @returns {Promise<string | undefined>} its identity in the database */
    readIdentity: async (revision) => {
      const rows = await query(urls.serving, "SELECT identity FROM revision WHERE id = $1", [
        revision,
      ]);
      return rows[0]?.identity;
    },
    /** @param {string[]} ids @returns {Promise<string[]>} those that the ledger lacks */
    listMissing: async (ids) => {
      const rows = await query(
        urls.serving,
        "SELECT id FROM unnest($1::uuid[]) AS acknowledged (id) EXCEPT SELECT id FROM claim",
        [ids],
      );
      return rows.map(({ id }) => id);
    },
    /** @returns {Promise<boolean>} whether HAProxy leads to a database that accepts writes */
    acceptsWrites: async () => {
      const rows = await query(urls.serving, "SELECT pg_is_in_recovery() AS standby").catch(
        () => null,
      );
      return rows?.[0]?.standby === false;
    },
    /** Waits until another node than this is the primary. @param {Node | null} [other] */
    waitForPrimary: async (other = null) => {
      await waitUntil(
        async () => {
          const primary = await findPrimary();
          return primary !== null && primary !== other;
        },
        "a primary is elected",
        FAILOVER_MS,
      );
    },
    /** @param {Node} from */
    switchOver: async (from) => {
      const members = await listMembers();
      const candidate = members.find((/** @type {any} */ { role }) => role === "sync_standby");
      const answer = await ask(from, "/switchover", {
        method: "POST",
        body: JSON.stringify({ leader: from.name, candidate: candidate?.name }),
        signal: AbortSignal.timeout(60_000),
      });
      if (!answer.ok) throw new Error(`Patroni refused to switch over: ${await answer.text()}`);
    },
    /** @param {boolean} synchronous */
    setSynchronous: async (synchronous) => {
      const primary = await findPrimary();
      if (primary === null) throw new Error("There is no primary.");
      await ask(primary, "/config", {
        method: "PATCH",
        body: JSON.stringify({ synchronous_mode: synchronous }),
      });
      await waitUntil(
        async () => {
          const members = await listMembers();
          const has = members.some((/** @type {any} */ { role }) => role === "sync_standby");
          return has === synchronous;
        },
        `synchronous mode is ${synchronous ? "on" : "off"}`,
        START_MS,
      );
    },
    /** Lets no standby receive what is written from now on. */
    cutReplication: async () => {
      await query(adminUrl, "ALTER ROLE replicator NOLOGIN");
      // The standbys have this change, and nothing after it.
      await sleep(500);
      await query(
        adminUrl,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'walsender'",
      );
    },
    restoreReplication: async () => {
      await query(adminUrl, "ALTER ROLE replicator LOGIN");
    },
  };
}
