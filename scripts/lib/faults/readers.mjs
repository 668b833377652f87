// Readers of pages, answers and the stream, who expect them all the while only the database is away.
import { setTimeout as sleep } from "node:timers/promises";

const ANSWER_MS = 10_000;

/**
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./book.mjs").Book} options.book
 * @param {readonly string[]} options.paths read in turn
 */
export function startReaders({ site, book, paths }) {
  const over = new AbortController();
  let heard = 0;

  async function read() {
    for (let turn = 0; !over.signal.aborted; turn++) {
      const path = paths[turn % paths.length] ?? "/";
      const before = site.expected;
      const status = await statusOf(`${site.address}${path}`);
      book.reads += 1;
      if (before !== "down" && site.expected !== "down") {
        if (status !== 200) book.surprises.push(`GET ${path} gave ${status} (${before})`);
        else if (before === "database-away" && site.expected === before) book.readsAway += 1;
      }
      await sleep(20);
    }
  }

  async function follow() {
    while (!over.signal.aborted) {
      try {
        const answer = await fetch(`${site.address}/api/v1/stream`, { signal: over.signal });
        const decoder = new TextDecoder();
        let rest = "";
        for await (const chunk of answer.body ?? []) {
          const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
          rest = parts.pop() ?? "";
          for (const part of parts) hear(part);
        }
      } catch (error) {
        if (over.signal.aborted) return;
        // A stream that was cut is opened again, as a browser does.
        if (!(error instanceof Error)) throw error;
      }
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

/** @param {string} address @returns {Promise<number | string>} the status, or why there is none */
async function statusOf(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    return error.cause?.code ?? error.message;
  }
}
