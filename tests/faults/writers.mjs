// Writers: each sends one request at a time, and sends it again until it is acknowledged or rejected.
import { setTimeout as sleep } from "node:timers/promises";
import { waitUntil } from "./wait-until.mjs";
import { createRequest } from "./write-requests.mjs";

const TIMEOUT_MS = 30_000;
const RECOVERY_MS = 40_000;

/**
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./ack-log.mjs").AckLog} options.ackLog
 * @param {string} options.cookie
 * @param {import("./write-requests.mjs").Subjects} options.subjects
 * @param {import("./random.mjs").Random} options.random
 * @param {number} options.count how many write at the same time
 */
export function startWriters({ site, ackLog, cookie, subjects, random, count }) {
  let stopping = false;
  let paused = false;
  /** For each writer, the number of finished requests, and whether it is idle. */
  const states = Array.from({ length: count }, () => ({ finished: 0, idle: false }));

  /**
   * @param {import("./write-requests.mjs").WriteRequest} request
   * @returns {Promise<{ response: Response, text: string } | null>} null if there was no answer
   */
  async function send({ endpoint, body }) {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(`${site.address}/api/v1/${endpoint}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: site.address, cookie },
        body: JSON.stringify(body),
        signal: timeout.signal,
      });
      return { response, text: await response.text() };
    } catch {
      // Whatever the error is, the request may have been recorded.
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Sends a request until it is acknowledged or rejected, and logs the answer.
   * @param {import("./write-requests.mjs").WriteRequest} request
   */
  async function sendUntilAnswered(request) {
    for (let tries = 1; !stopping; tries++) {
      const before = site.expected;
      const answer = await send(request);
      if (answer === null) {
        ackLog.interrupted += 1;
        if (before !== "down" && site.expected !== "down")
          ackLog.unexpected.push(`a write got no answer while the server was up (site ${before})`);
      } else if (answer.response.status === 503) {
        ackLog.unavailable += 1;
        if (!isDatabaseProblem(answer))
          ackLog.unexpected.push(`503 without the database problem: ${answer.text}`);
        if (before === "up" && site.expected === "up")
          ackLog.unexpected.push(`503 while everything was up: ${answer.text}`);
      } else {
        logAnswer(request, answer.response.status, answer.text, tries);
        return;
      }
      await sleep(random.between(30, 150));
    }
  }

  /**
   * @param {import("./write-requests.mjs").WriteRequest} request
   * @param {number} status
   * @param {string} text
   * @param {number} tries
   */
  function logAnswer({ endpoint, body, expectedStatus }, status, text, tries) {
    const isRetryOfRecorded = status === 200 && tries > 1;
    if (status !== expectedStatus && !(expectedStatus === 201 && isRetryOfRecorded)) {
      ackLog.unexpected.push(
        `${endpoint} returned ${status} on try ${tries}, not ${expectedStatus}: ${text}`,
      );
      return;
    }
    if (expectedStatus !== 201) {
      for (const { id } of body.claims) ackLog.rejected.add(id);
      return;
    }
    ackLog.acknowledged += 1;
    if (tries > 1) ackLog.retried += 1;
    if (status === 200) ackLog.recordedBefore += 1;
    if (endpoint === "decisions") {
      ackLog.withdrawn.add(body.decisions[0].claimId);
      return;
    }
    const revision = status === 201 ? JSON.parse(text).version : null;
    for (const { id, zone, field, value } of body.claims) {
      ackLog.claims.set(id, { id, zone, field, value, revision });
    }
  }

  /** @param {{ finished: number, idle: boolean }} state */
  async function write(state) {
    /** Ids of the writer's own claims that it may still withdraw. @type {string[]} */
    const own = [];
    while (!stopping) {
      state.idle = paused;
      if (paused) {
        await sleep(10);
        continue;
      }
      const request = createRequest(subjects, random, () => own.pop() ?? null);
      await sendUntilAnswered(request);
      state.finished += 1;
      if (request.endpoint === "claims" && request.expectedStatus === 201) {
        own.push(...request.body.claims.map((/** @type {{ id: string }} */ { id }) => id));
        own.splice(0, own.length - 20);
      }
      await sleep(random.between(5, 40));
    }
  }
  const writing = states.map(write);

  return {
    /** Waits until each writer has finished 2 requests: the first may have been in progress already. */
    waitUntilAllWrite: async () => {
      const before = states.map(({ finished }) => finished);
      await waitUntil(
        () => states.every(({ finished }, index) => finished >= (before[index] ?? 0) + 2),
        "every writer gets answers again",
        RECOVERY_MS,
      );
    },
    /** Waits until all have finished their current request. */
    pause: async () => {
      paused = true;
      await waitUntil(() => states.every(({ idle }) => idle), "all writers are idle", RECOVERY_MS);
    },
    resume: () => {
      paused = false;
      for (const state of states) state.idle = false;
    },
    stop: async () => {
      stopping = true;
      await Promise.all(writing);
    },
  };
}

/** @param {{ response: Response, text: string }} answer */
function isDatabaseProblem({ response, text }) {
  const type = response.headers.get("content-type") ?? "";
  return (
    type.startsWith("application/problem+json") &&
    response.headers.has("retry-after") &&
    JSON.parse(text).code === "database-away"
  );
}
