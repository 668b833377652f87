// Writers: each sends one request after the other, and the same again until it is acknowledged.
import { setTimeout as sleep } from "node:timers/promises";
import { newRequest } from "./requests.mjs";
import { waitUntil } from "./wait-until.mjs";

const ANSWER_MS = 30_000;
const RECOVERY_MS = 40_000;

/**
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./book.mjs").Book} options.book
 * @param {string} options.cookie
 * @param {import("./requests.mjs").Subjects} options.subjects
 * @param {import("./random.mjs").Chance} options.chance
 * @param {number} options.count how many write at once
 */
export function startWriters({ site, book, cookie, subjects, chance, count }) {
  let over = false;
  let paused = false;
  /** What each has had acknowledged, and whether it is at rest. */
  const states = Array.from({ length: count }, () => ({ done: 0, resting: false }));

  /**
   * @param {import("./requests.mjs").WriteRequest} request
   * @returns {Promise<{ answer: Response, text: string } | null>} null where it was cut
   */
  async function send({ to, body }) {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), ANSWER_MS);
    try {
      const answer = await fetch(`${site.address}/api/v1/${to}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: site.address, cookie },
        body: JSON.stringify(body),
        signal: late.signal,
      });
      return { answer, text: await answer.text() };
    } catch {
      // Whatever the reason, whether it was recorded is not known.
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Sends it until it is acknowledged or refused, and notes what was answered.
   * @param {import("./requests.mjs").WriteRequest} request
   */
  async function carryThrough(request) {
    for (let tries = 1; !over; tries++) {
      const before = site.expected;
      const got = await send(request);
      if (got === null) {
        book.cut += 1;
        if (before !== "down" && site.expected !== "down")
          book.surprises.push(`a write was cut while the server stood (${before})`);
      } else if (got.answer.status === 503) {
        book.away += 1;
        if (!isAwayProblem(got)) book.surprises.push(`503 without its problem: ${got.text}`);
        if (before === "up" && site.expected === "up")
          book.surprises.push(`503 while nothing was away: ${got.text}`);
      } else {
        note(request, got.answer.status, got.text, tries);
        return;
      }
      await sleep(chance.between(30, 150));
    }
  }

  /**
   * @param {import("./requests.mjs").WriteRequest} request
   * @param {number} status
   * @param {string} text
   * @param {number} tries
   */
  function note(request, status, text, tries) {
    const { to, body, outcome } = request;
    const good =
      outcome === 201 ? status === 201 || (status === 200 && tries > 1) : status === outcome;
    if (!good) {
      book.surprises.push(`${to} was answered ${status} at try ${tries}, not ${outcome}: ${text}`);
      return;
    }
    if (outcome !== 201) {
      for (const { id } of body.claims) book.refused.add(id);
      return;
    }
    book.acknowledged += 1;
    if (tries > 1) book.resent += 1;
    if (status === 200) book.recordedBefore += 1;
    if (to === "decisions") {
      book.withdrawn.add(body.decisions[0].claimId);
      return;
    }
    const version = status === 201 ? JSON.parse(text).version : null;
    for (const { id, zone, field, value } of body.claims) {
      book.claims.set(id, { id, zone, field, value, version });
    }
  }

  /** @param {{ done: number, resting: boolean }} state */
  async function write(state) {
    /** Claims of its own that it may still withdraw. @type {string[]} */
    const own = [];
    while (!over) {
      state.resting = paused;
      if (paused) {
        await sleep(10);
        continue;
      }
      const request = newRequest(subjects, chance, () => own.pop() ?? null);
      await carryThrough(request);
      state.done += 1;
      if (request.to === "claims" && request.outcome === 201) {
        own.push(...request.body.claims.map((/** @type {{ id: string }} */ { id }) => id));
        own.splice(0, own.length - 20);
      }
      await sleep(chance.between(5, 40));
    }
  }
  const writing = states.map(write);

  return {
    /** Waits until each of them has been answered anew, twice: the first may have been under way. */
    untilEachWrites: async () => {
      const before = states.map(({ done }) => done);
      await waitUntil(
        () => states.every(({ done }, index) => done >= (before[index] ?? 0) + 2),
        "every writer is answered again",
        RECOVERY_MS,
      );
    },
    /** Waits until all have finished what they were at. */
    pause: async () => {
      paused = true;
      await waitUntil(
        () => states.every(({ resting }) => resting),
        "the writers rest",
        RECOVERY_MS,
      );
    },
    resume: () => {
      paused = false;
      for (const state of states) state.resting = false;
    },
    stop: async () => {
      over = true;
      await Promise.all(writing);
    },
  };
}

/** @param {{ answer: Response, text: string }} got */
function isAwayProblem({ answer, text }) {
  const type = answer.headers.get("content-type") ?? "";
  return (
    type.startsWith("application/problem+json") &&
    answer.headers.has("retry-after") &&
    JSON.parse(text).code === "database-away"
  );
}
