"use client";

import { useEffect, useRef } from "react";

/** What a page hears of the live stream. */
export interface LiveNews {
  /** The ledger has reached this version; `zones` changed on the way, null where that is not known. */
  readonly onVersion: (version: number, zones: readonly string[] | null) => void;
  /** The database went away or came back; while it is away what is shown comes from memory. */
  readonly onDatabase?: (away: boolean) => void;
}

/** After it a stream is opened anew that the browser itself has given up. */
const RETRY_MS = 3_000;

/**
 * Follows the stream of versions while the page can be seen. A hidden page lets go of it: browsers
 * hold but a few connections to one site. The stream begins with the version of that moment, so
 * whatever happened meanwhile, or while the connection was lost, is not missed.
 */
export function useLive(news: LiveNews, enabled = true): void {
  const latest = useRef(news);
  latest.current = news;
  useEffect(() => {
    if (!enabled) return;
    let stream: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const close = () => {
      stream?.close();
      stream = null;
      if (timer) clearTimeout(timer);
    };
    const open = () => {
      close();
      const opened = new EventSource("/api/v1/stream");
      stream = opened;
      opened.addEventListener("version", (event) => {
        const { version, zones } = JSON.parse(event.data);
        latest.current.onVersion(version, zones);
      });
      opened.addEventListener("database", (event) => {
        latest.current.onDatabase?.(JSON.parse(event.data) === "away");
      });
      opened.addEventListener("error", () => {
        if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS);
      });
    };
    const follow = () => (document.visibilityState === "visible" ? open() : close());
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [enabled]);
}
