"use client";

import { useEffect, useRef } from "react";

/** Callbacks for the events of the live stream. */
interface LiveEvents {
  /** The ledger has reached this revision; `zones` changed on the way, null if that is not known. */
  readonly onVersion: (revision: number, zones: readonly string[] | null) => void;
  /** The database is not available, or available again. Without it the server answers from memory. */
  readonly onDatabase?: (away: boolean) => void;
}

/** Delay before a stream that the browser has given up is opened again. */
const RETRY_MS = 3_000;

/**
 * Follows the live stream while the page is visible. A hidden page closes it, because browsers allow
 * few connections per site. The stream starts with the present revision, so nothing is missed while
 * it was closed.
 */
export function useLive(events: LiveEvents, enabled = true): void {
  const latest = useRef(events);
  latest.current = events;
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
