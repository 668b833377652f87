// Readers and writers of both instances while the database fails over.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const READ_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 60_000;

/** @typedef {{ address: string }} Instance */

/**
 * Readers: each instance must answer each read, whatever the database does.
 * @param {object} options
 * @param {Instance[]} options.instances
 * @param {readonly string[]} options.paths
 */
export function startReaders({ instances, paths }) {
  let stopping = false;
  const counts = { reads: 0, slowestMs: 0 };
  /** @type {string[]} */
  const failures = [];
  const reading = instances.map(async ({ address }) => {
    for (let turn = 0; !stopping; turn++) {
      const path = paths[turn % paths.length];
      const startedAt = Date.now();
      try {
        const response = await fetch(`${address}${path}`, {
          signal: AbortSignal.timeout(READ_TIMEOUT_MS),
        });
        await response.arrayBuffer();
        if (response.status !== 200) failures.push(`${path} returned ${response.status}`);
      } catch (error) {
        failures.push(`${path} was not answered: ${error.message}`);
      }
      counts.reads += 1;
      counts.slowestMs = Math.max(counts.slowestMs, Date.now() - startedAt);
      await sleep(20);
    }
  });
  return {
    counts,
    takeFailures: () => failures.splice(0),
    stop: async () => {
      stopping = true;
      await Promise.all(reading);
    },
  };
}

/**
 * Writers: each sends one claim at a time, again and again until it is acknowledged.
 * @param {object} options
 * @param {Instance[]} options.instances
 * @param {string} options.cookie
 * @param {string} options.zone
 * @param {string} options.source
 * @param {number} options.count for each instance
 */
export function startWriters({ instances, cookie, zone, source, count }) {
  let stopping = false;
  let paused = false;
  let idle = 0;
  const counts = { acknowledged: 0, retried: 0 };
  /** Ids of claims that were acknowledged and not yet checked or given up. @type {Set<string>} */
  const acknowledged = new Set();
  /** @type {string[]} */
  const failures = [];

  /** @param {Instance} instance */
  async function write({ address }) {
    while (!stopping) {
      if (paused) {
        idle += 1;
        while (paused && !stopping) await sleep(10);
        idle -= 1;
        continue;
      }
      const id = randomUUID();
      const claim = {
        ...{ id, zone, field: "jobs", value: Math.floor(Math.random() * 10_000) },
        ...{ asOf: "2026-10", sourceId: source, note: "A test.", origin: "independent" },
        confidence: "low",
      };
      for (let tries = 1; !stopping; tries++) {
        const status = await send(address, claim);
        if (status === 200 || status === 201) {
          acknowledged.add(id);
          counts.acknowledged += 1;
          if (tries > 1) counts.retried += 1;
          break;
        }
        if (status !== 503 && status !== null) {
          failures.push(`a write returned ${status}`);
          break;
        }
        await sleep(100);
      }
      await sleep(30);
    }
  }

  /** @param {string} address @param {object} claim @returns {Promise<number | null>} null without an answer */
  async function send(address, claim) {
    try {
      const response = await fetch(`${address}/api/v1/claims`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: address, cookie },
        body: JSON.stringify({ claims: [claim] }),
        signal: AbortSignal.timeout(WRITE_TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  }

  const writing = instances.flatMap((instance) =>
    Array.from({ length: count }, () => write(instance)),
  );
  return {
    counts,
    acknowledged,
    takeFailures: () => failures.splice(0),
    pause: async () => {
      paused = true;
      while (idle < writing.length) await sleep(10);
    },
    resume: () => {
      paused = false;
    },
    stop: async () => {
      stopping = true;
      await Promise.all(writing);
    },
  };
}
