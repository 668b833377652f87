import { continuesAct } from "./address";

/** How an address gets into the history. */
type Move = "push" | "replace";

/** Requests pages from the server, one at a time. */
export interface NavigationQueue {
  /**
   * Requests the page at an address. The steps of one continuous act, such as dragging, share one entry
   * of the history; while a page loads, only the last step waits.
   */
  readonly ask: (address: string, act: string | undefined) => void;
  /** The requested page is shown. Returns whether another one is next. */
  readonly arrived: () => boolean;
  /** Requests what waits at once and ends the act. */
  readonly flush: () => void;
  /** Drops what waits and ends the act. */
  readonly forget: () => void;
}

/** Steps that are followed by another one within this time are skipped. */
const PASSES_WITHIN_MS = 120;

/**
 * The address of a page that the server renders. Each page is shown before the next one is requested, so
 * that fast steps show progress and a late answer never undoes one. `address.ts` serves pages that the
 * browser renders: it writes the history at once and needs no answer. Acts are the same in both.
 * @param go shows an address with the router
 */
export function createNavigationQueue(go: (address: string, move: Move) => void): NavigationQueue {
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let loading = false;
  let act: { readonly name: string; readonly at: number; begun: boolean } | null = null;

  function send(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    const address = waiting;
    const move = act?.begun ? "replace" : "push";
    waiting = null;
    loading = true;
    if (act) act.begun = true;
    go(address, move);
  }
  function sendSoon(): void {
    if (!loading) timer ??= setTimeout(send, PASSES_WITHIN_MS);
  }
  return {
    ask: (address, name) => {
      waiting = address;
      const now = Date.now();
      if (name === undefined) {
        act = null;
        return send();
      }
      act = { name, at: now, begun: continuesAct(act, name, now) && act?.begun === true };
      sendSoon();
    },
    arrived: () => {
      loading = false;
      if (waiting === null) return false;
      sendSoon();
      return true;
    },
    flush: () => {
      send();
      act = null;
    },
    forget: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
      act = null;
    },
  };
}
