import { ACT_ENDS_AFTER_MS } from "@/lib/client/address";

/** How an address comes into the history. */
export type Move = "push" | "replace";

/** Asks the server for pages, one at a time. */
export interface NavigationQueue {
  /**
   * Asks for the page at an address. The steps of one continuous act, such as dragging, share one entry of
   * the history; while a page is on its way only the last of them waits.
   */
  readonly ask: (address: string, act: string | undefined) => void;
  /** The page that was asked for is there. Says whether another is waited for. */
  readonly arrived: () => boolean;
  /** Asks for what waits at once; what follows is another act. */
  readonly flush: () => void;
  /** Gives up what waits. */
  readonly forget: () => void;
}

/** Steps that pass more quickly than this are passed over. */
const PASSES_WITHIN_MS = 120;

/**
 * One page after the other: each is shown before the next is asked for, so that a quick hand sees how
 * it fares and never undoes its own steps.
 * @param go leads the router to an address
 */
export function createNavigationQueue(go: (address: string, move: Move) => void): NavigationQueue {
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let onItsWay = false;
  let act: { readonly name: string; at: number; begun: boolean } | null = null;

  function send(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    const address = waiting;
    const move = act?.begun ? "replace" : "push";
    waiting = null;
    onItsWay = true;
    if (act) act.begun = true;
    go(address, move);
  }
  function sendSoon(): void {
    if (!onItsWay) timer ??= setTimeout(send, PASSES_WITHIN_MS);
  }
  return {
    ask: (address, name) => {
      waiting = address;
      const now = Date.now();
      if (name === undefined) {
        act = null;
        return send();
      }
      const goesOn = act?.name === name && now - act.at < ACT_ENDS_AFTER_MS;
      if (act && goesOn) act.at = now;
      else act = { name, at: now, begun: false };
      sendSoon();
    },
    arrived: () => {
      onItsWay = false;
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
