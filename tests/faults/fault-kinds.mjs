// The kinds of faults: which processes are killed, and how the site recovers.
import { setTimeout as sleep } from "node:timers/promises";
import { waitUntil } from "./wait-until.mjs";

/** @typedef {import("./site.mjs").Site} Site */

/**
 * `during`: what readers may expect until the site has recovered. `inject` kills processes. `recover` resolves
 * when the site serves again; it starts the site again only if its launcher is gone.
 * @typedef {object} FaultKind
 * @property {import("./site.mjs").Expectation} during
 * @property {(site: Site, random: import("./random.mjs").Random) => void} inject
 * @property {(site: Site, random: import("./random.mjs").Random) => Promise<void>} recover
 */

const RECOVERY_MS = 40_000;

/**
 * Tracks the restart of a process that the launcher supervises.
 * @param {(site: Site) => number | null} findPid
 * @param {string} name
 */
function trackRestart(findPid, name) {
  /** @type {number | null} */
  let oldPid = null;
  return {
    /** Call it before the process is killed. */
    remember: (/** @type {Site} */ site) => {
      oldPid = findPid(site);
    },
    wait: async (/** @type {Site} */ site) => {
      await waitUntil(
        () => findPid(site) !== null && findPid(site) !== oldPid,
        `${name} is restarted`,
        RECOVERY_MS,
      );
      await site.waitUntilReady();
    },
  };
}

const server = trackRestart((site) => site.server(), "the server");
const database = trackRestart((site) => site.postmaster(), "PostgreSQL");

/** @type {Record<string, FaultKind>} */
export const FAULT_KINDS = {
  server: {
    during: "down",
    inject: (site) => {
      server.remember(site);
      site.kill([site.server()]);
    },
    recover: server.wait,
  },
  postmaster: {
    during: "database-down",
    inject: (site) => {
      database.remember(site);
      site.kill([site.postmaster()]);
    },
    recover: database.wait,
  },
  "all of PostgreSQL": {
    during: "database-down",
    inject: (site) => {
      database.remember(site);
      site.kill(site.databaseGroup());
    },
    recover: database.wait,
  },
  // The postmaster then ends all its processes and recovers without a restart.
  "a PostgreSQL process": {
    during: "database-down",
    inject: (site, random) => {
      const children = site.databaseGroup().slice(1);
      if (children.length > 0) site.kill([random.pick(children)]);
    },
    recover: async (site) => {
      await sleep(100);
      await site.waitUntilReady();
    },
  },
  "server and PostgreSQL": {
    during: "down",
    inject: (site) => {
      server.remember(site);
      database.remember(site);
      site.kill([site.server(), ...site.databaseGroup()]);
    },
    recover: async (site) => {
      await database.wait(site);
      await server.wait(site);
    },
  },
  launcher: {
    during: "down",
    inject: (site) => site.kill([site.launcher()]),
    recover: (site) => site.startAndWait(),
  },
  npm: {
    during: "down",
    inject: (site) => site.kill([site.npm()]),
    recover: async (site) => {
      await site.waitUntilLauncherExits();
      await site.startAndWait();
    },
  },
  everything: {
    during: "down",
    inject: (site) => site.kill(site.everything()),
    recover: (site) => site.startAndWait(),
  },
  "everything, and the next start": {
    during: "down",
    inject: (site) => site.kill(site.everything()),
    recover: async (site, random) => {
      site.start();
      await sleep(random.between(200, 4000));
      site.kill(site.everything());
      await site.startAndWait();
    },
  },
};
