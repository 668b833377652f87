// The kinds of faults: which processes are killed, and how the site recovers.
import { setTimeout as sleep } from "node:timers/promises";
import { waitUntil } from "./wait-until.mjs";

/** @typedef {import("./site.mjs").Site} Site */

/**
 * `during`: what readers may expect until the site has recovered. `inject` kills processes. `recover` resolves
 * when the site serves again; it starts the site again if its launcher is gone.
 * @typedef {object} FaultKind
 * @property {import("./site.mjs").Expectation} during
 * @property {(site: Site, random: import("./random.mjs").Random) => void} inject
 * @property {(site: Site, random: import("./random.mjs").Random) => Promise<void>} recover
 */

const RECOVERY_MS = 40_000;

/** The postmaster before it was killed. @type {number | null} */
let oldPostmaster = null;

/** Waits until the launcher has started PostgreSQL again. @param {Site} site */
async function waitForDatabase(site) {
  const isNew = () => site.postmaster() !== null && site.postmaster() !== oldPostmaster;
  await waitUntil(isNew, "PostgreSQL is restarted", RECOVERY_MS);
  await site.waitUntilReady();
}

/** The launcher ends with its server. Systemd or a container then starts both again. @param {Site} site */
async function startAgain(site) {
  await site.waitUntilLauncherExits();
  await site.startAndWait();
}

/** @type {Record<string, FaultKind>} */
export const FAULT_KINDS = {
  server: {
    during: "down",
    inject: (site) => site.kill([site.server()]),
    recover: startAgain,
  },
  postmaster: {
    during: "database-down",
    inject: (site) => {
      oldPostmaster = site.postmaster();
      site.kill([oldPostmaster]);
    },
    recover: waitForDatabase,
  },
  "all of PostgreSQL": {
    during: "database-down",
    inject: (site) => {
      oldPostmaster = site.postmaster();
      site.kill(site.databaseGroup());
    },
    recover: waitForDatabase,
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
    inject: (site) => site.kill([site.server(), ...site.databaseGroup()]),
    recover: startAgain,
  },
  launcher: {
    during: "down",
    inject: (site) => site.kill([site.launcher()]),
    recover: (site) => site.startAndWait(),
  },
  npm: {
    during: "down",
    inject: (site) => site.kill([site.npm()]),
    recover: startAgain,
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
