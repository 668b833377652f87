// Readers of pages, answers and the stream, who expect them all the while only the database is away.
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const ANSWER_MS = 10_000;
/** Whoever is signed in is sent on from the sign-in, to a page that needs the database. @type {Set<number | string>} */
const GOOD = new Set([200, 307]);

/**
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./book.mjs").Book} options.book
 * @param {readonly string[]} options.paths read in turn, by a visitor and by somebody signed in
 * @param {string} options.cookie
 */
export function startReaders({ site, book, paths, cookie }) {
  const over = new AbortController();
  let heard = 0;

  async function read() {
    for (let turn = 0; !over.signal.aborted; turn++) {
      const path = paths[turn % paths.length] ?? "/";
      const signedIn = Math.floor(turn / paths.length) % 2 === 1;
      const before = site.expected;
      const status = await statusOf(`${site.address}${path}`, signedIn ? { cookie } : {});
      book.reads += 1;
      if (before !== "down" && site.expected !== "down") {
        if (!GOOD.has(status)) {
          const who = signedIn ? "signed in" : "visitor";
          book.surprises.push(`GET ${path} gave ${status} (${who}, ${before})`);
        } else if (before === "database-away" && site.expected === before) book.readsAway += 1;
      }
      await sleep(20);
    }
  }

  async function follow() {
    while (!over.signal.aborted) {
      await readStream(`${site.address}/api/v1/stream`, over.signal, hear);
      await sleep(100);
    }
  }

  /** @param {string} part one event */
  function hear(part) {
    const version = /^id: (\d+)\nevent: version$/m.exec(part)?.[1];
    if (version !== undefined) heard = Number(version);
    if (part.includes('event: database\ndata: "away"')) book.noticesAway += 1;
  }

  const running = [read(), follow()];
  return {
    /** The version of which the stream told last. */
    heard: () => heard,
    stop: async () => {
      over.abort();
      await Promise.all(running);
    },
  };
}

/**
 * Reads a stream until it ends, is cut, or is no longer wanted.
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {(event: string) => void} hear
 * @returns {Promise<void>}
 */
function readStream(address, signal, hear) {
  return new Promise((resolve) => {
    const request = http.get(address, { agent: false }, (answer) => {
      let rest = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk) => {
        const parts = (rest + chunk).split("\n\n");
        rest = parts.pop() ?? "";
        for (const part of parts) hear(part);
      });
      // A stream that was cut is opened again, as a browser does.
      answer.on("error", () => request.destroy());
    });
    const leave = () => request.destroy();
    signal.addEventListener("abort", leave, { once: true });
    request.on("error", () => {});
    request.once("close", () => {
      signal.removeEventListener("abort", leave);
      resolve();
    });
  });
}

/**
 * @param {string} address
 * @param {Record<string, string>} headers
 * @returns {Promise<number | string>} the status, or why there is none
 */
async function statusOf(address, headers) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MS);
  try {
    const answer = await fetch(address, {
      headers,
      redirect: "manual",
      signal: late.signal,
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    return error.cause?.code ?? error.message;
  } finally {
    clearTimeout(timer);
  }
}
