"use client";

import { useEffect, useRef } from "react";

/** What a page hears of the live stream. */
export interface LiveNews {
  /** The ledger has reached this version. */
  readonly onVersion: (version: number) => void;
  /** The database went away or came back; until then what is shown comes from memory. */
  readonly onDatabase?: (away: boolean) => void;
}

/** Under it a lost stream is tried again; the browser itself gives up on some failures. */
const RETRY_MS = 3_000;

/**
 * Follows the stream of versions while the page is shown. Comes back by itself after a lost
 * connection; the stream then begins with the version of that moment, so nothing is missed.
 */
export function useLive(news: LiveNews): void {
  const latest = useRef(news);
  latest.current = news;
  useEffect(() => {
    let stream: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const open = () => {
      stream = new EventSource("/api/v1/stream");
      stream.addEventListener("version", (event) => {
        const { version } = JSON.parse(event.data);
        if (typeof version === "number") latest.current.onVersion(version);
      });
      stream.addEventListener("database", (event) => {
        latest.current.onDatabase?.(JSON.parse(event.data) === "away");
      });
      stream.addEventListener("error", () => {
        if (stream?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, RETRY_MS);
      });
    };
    open();
    return () => {
      stream?.close();
      if (timer) clearTimeout(timer);
    };
  }, []);
}
