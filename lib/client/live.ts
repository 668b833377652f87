"use client";

import { useEffect, useRef } from "react";

/** Callbacks for the events of the live stream. */
interface LiveEvents {
  /** The ledger has reached this revision; `zones` changed on the way, null if that is not known. */
  readonly onRevision: (revision: number, zones: readonly string[] | null) => void;
  /** The database is not available, or available again. Without it the server answers from memory. */
  readonly onDatabase?: (away: boolean) => void;
}

/** Delay before a stream that the browser has given up is opened again. */
const RETRY_MS = 3_000;
/** Delay before a page that shows lost revisions reloads. By then every instance has noticed. */
const RELOAD_MS = 5_000;

/** The last revision that a page or the stream knows. */
interface KnownRevision {
  readonly version: number;
  /** Absent: not known. */
  readonly identity?: string;
}

/**
 * Has the database other revisions than were known? So it is after a failover that lost writes or a
 * restored backup: the number falls, or the same number has another identity.
 */
export function isReplaced(known: KnownRevision, now: KnownRevision): boolean {
  if (now.version !== known.version) return now.version < known.version;
  return known.identity !== undefined && known.identity !== now.identity;
}

/**
 * Follows the live stream while the page is visible. A hidden page closes it, because browsers allow
 * few connections per site. The stream starts with the present revision, so nothing is missed while
 * it was closed. A page reloads if the database has lost the revisions that it shows.
 * @param shown the last revision that the page knows
 */
export function useLive(events: LiveEvents, shown: number, enabled = true): void {
  const latest = useRef(events);
  latest.current = events;
  const known = useRef<KnownRevision>({ version: shown });
  useEffect(() => {
    if (!enabled) return;
    let stream: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let reload: ReturnType<typeof setTimeout> | null = null;
    const close = () => {
      stream?.close();
      stream = null;
      if (timer) clearTimeout(timer);
      if (reload) clearTimeout(reload);
      reload = null;
    };

    const open = () => {
      close();
      const opened = new EventSource(`/api/v1/stream?since=${known.current.version}`);
      stream = opened;
      opened.addEventListener("version", (event) => {
        const { version, identity, zones } = JSON.parse(event.data);
        // 0: this instance has not loaded the registry yet.
        if (version === 0) return;
        if (isReplaced(known.current, { version, identity })) {
          reload ??= setTimeout(() => window.location.reload(), RELOAD_MS);
          return;
        }
        // The instance was only a moment behind.
        if (reload) clearTimeout(reload);
        reload = null;
        known.current = { version, identity };
        latest.current.onRevision(version, zones);
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
