// The ways in which the site is brought down, and what brings it back.
import { setTimeout as sleep } from "node:timers/promises";
import { waitUntil } from "./wait-until.mjs";

/** @typedef {import("./site.mjs").Site} Site */

/**
 * `away`: what readers may expect meanwhile. `strike` kills; `revive` resolves once the site serves again,
 * which it does by itself unless its launcher is gone.
 * @typedef {object} Kind
 * @property {import("./site.mjs").Expectation} away
 * @property {(site: Site, chance: import("./random.mjs").Chance) => void} strike
 * @property {(site: Site, chance: import("./random.mjs").Chance) => Promise<void>} revive
 */

const BACK_MS = 40_000;

/**
 * By itself: what was killed is there anew, and all of it answers.
 * @param {(site: Site) => number | null} which
 * @param {string} what
 */
function again(which, what) {
  /** @type {number | null} */
  let before = null;
  return {
    note: (/** @type {Site} */ site) => {
      before = which(site);
    },
    done: async (/** @type {Site} */ site) => {
      await waitUntil(
        () => which(site) !== null && which(site) !== before,
        `${what} is started again`,
        BACK_MS,
      );
      await site.untilReady();
    },
  };
}

const server = again((site) => site.server(), "the server");
const database = again((site) => site.postmaster(), "PostgreSQL");

/** @type {Record<string, Kind>} */
export const KINDS = {
  server: {
    away: "down",
    strike: (site) => {
      server.note(site);
      site.kill([site.server()]);
    },
    revive: server.done,
  },
  postmaster: {
    away: "database-away",
    strike: (site) => {
      database.note(site);
      site.kill([site.postmaster()]);
    },
    revive: database.done,
  },
  "all of PostgreSQL": {
    away: "database-away",
    strike: (site) => {
      database.note(site);
      site.kill(site.databaseGroup());
    },
    revive: database.done,
  },
  // The postmaster then ends all its processes and recovers by itself.
  "a PostgreSQL process": {
    away: "database-away",
    strike: (site, chance) => {
      const children = site.databaseGroup().slice(1);
      if (children.length > 0) site.kill([chance.oneOf(children)]);
    },
    revive: async (site) => {
      await sleep(100);
      await site.untilReady();
    },
  },
  "server and PostgreSQL": {
    away: "down",
    strike: (site) => {
      server.note(site);
      database.note(site);
      site.kill([site.server(), ...site.databaseGroup()]);
    },
    revive: async (site) => {
      await database.done(site);
      await server.done(site);
    },
  },
  launcher: {
    away: "down",
    strike: (site) => site.kill([site.launcher()]),
    revive: (site) => site.up(),
  },
  npm: {
    away: "down",
    strike: (site) => site.kill([site.npm()]),
    revive: async (site) => {
      await site.untilLauncherEnded();
      await site.up();
    },
  },
  everything: {
    away: "down",
    strike: (site) => site.kill(site.everything()),
    revive: (site) => site.up(),
  },
  "everything, and the next start": {
    away: "down",
    strike: (site) => site.kill(site.everything()),
    revive: async (site, chance) => {
      site.start();
      await sleep(chance.between(200, 4000));
      site.kill(site.everything());
      await site.up();
    },
  },
};
