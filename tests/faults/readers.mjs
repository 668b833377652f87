// Readers of pages, API answers and the stream. They expect answers even while only the database is down.
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const TIMEOUT_MS = 10_000;
/** 307: a signed-in reader is redirected from the sign-in page, to a page that needs the database. @type {Set<number | string>} */
const GOOD_STATUSES = new Set([200, 307]);

/**
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./ack-log.mjs").AckLog} options.ackLog
 * @param {readonly string[]} options.paths read in turn, signed out and then signed in
 * @param {string} options.cookie
 */
export function startReaders({ site, ackLog, paths, cookie }) {
  const stopping = new AbortController();
  let lastRevision = 0;

  async function read() {
    for (let turn = 0; !stopping.signal.aborted; turn++) {
      const path = paths[turn % paths.length] ?? "/";
      const signedIn = Math.floor(turn / paths.length) % 2 === 1;
      const before = site.expected;
      const status = await getStatus(`${site.address}${path}`, signedIn ? { cookie } : {});
      ackLog.reads += 1;
      if (before !== "down" && site.expected !== "down") {
        if (!GOOD_STATUSES.has(status)) {
          const reader = signedIn ? "signed in" : "signed out";
          ackLog.unexpected.push(`GET ${path} returned ${status} (${reader}, site ${before})`);
        } else if (before === "database-down" && site.expected === before) {
          ackLog.readsWithoutDatabase += 1;
        }
      }
      await sleep(20);
    }
  }

  async function followStream() {
    while (!stopping.signal.aborted) {
      await readStream(`${site.address}/api/v1/stream`, stopping.signal, handleEvent);
      await sleep(100);
    }
  }

  /** @param {string} event */
  function handleEvent(event) {
    const revision = /^id: (\d+)\nevent: version$/m.exec(event)?.[1];
    if (revision !== undefined) lastRevision = Number(revision);
    if (event.includes('event: database\ndata: "away"')) ackLog.databaseNotices += 1;
  }

  const running = [read(), followStream()];
  return {
    /** The last revision that the stream announced. */
    streamedRevision: () => lastRevision,
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/**
 * Reads an event stream until it ends, breaks or is aborted.
 * @param {string} url
 * @param {AbortSignal} signal
 * @param {(event: string) => void} handleEvent
 * @returns {Promise<void>}
 */
function readStream(url, signal, handleEvent) {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false }, (response) => {
      let rest = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        const events = (rest + chunk).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) handleEvent(event);
      });
      // The caller reconnects after a broken stream, as a browser does.
      response.on("error", () => request.destroy());
    });
    const abort = () => request.destroy();
    signal.addEventListener("abort", abort, { once: true });
    request.on("error", () => {});
    request.once("close", () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
  });
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<number | string>} the status; without an answer, the error
 */
async function getStatus(url, headers) {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, { headers, redirect: "manual", signal: timeout.signal });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return error.cause?.code ?? error.message;
  } finally {
    clearTimeout(timer);
  }
}
