/** How a change of the address stands in the history. */
export interface AddressChange {
  /**
   * Names a continuous act, such as typing in one field or dragging one slider: its changes share
   * one entry of the history. Absent: an entry of its own.
   */
  readonly act?: string;
  /** Changes the present entry: for what nobody wants to step back through, such as the map's view. */
  readonly quiet?: boolean;
}

/** Browsers refuse more than a hundred changes of the history in half a minute. */
const LEAST_GAP_MS = 250;
/** A pause after which the same act counts as a new one. */
const ACT_ENDS_AFTER_MS = 2500;

interface Pending {
  readonly search: string;
  /** The address that it takes the place of; where another page has come meanwhile it is void. */
  readonly over: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

let pending: Pending | null = null;
let lastAct: { readonly name: string; readonly at: number } | null = null;
const watchers = new Set<() => void>();

/** What follows the path in the address, with its question mark; what is not yet written counts. Browser only. */
export function currentSearch(): string {
  return pending?.over === window.location.href ? pending.search : window.location.search;
}

/**
 * Puts `search` (empty, or with its question mark) in the address: at once for everyone who reads
 * `currentSearch`, in the browser's history at most four times a second. Browser only.
 */
export function writeSearch(search: string, { act, quiet = false }: AddressChange = {}): void {
  if (search === currentSearch()) return;
  const now = Date.now();
  const continued =
    act !== undefined && lastAct?.name === act && now - lastAct.at < ACT_ENDS_AFTER_MS;
  if (!quiet) lastAct = act === undefined ? null : { name: act, at: now };
  if (quiet || continued) {
    replaceSoon(search);
  } else {
    flush();
    window.history.pushState(null, "", addressOf(search));
  }
  announceSearch();
}

/** Calls back on every change of the address, the back button's included; returns the way to stop. */
export function watchSearch(onChange: () => void): () => void {
  if (watchers.size === 0) {
    window.addEventListener("popstate", onTraversal);
    window.addEventListener("pagehide", flush);
  }
  watchers.add(onChange);
  return () => {
    watchers.delete(onChange);
    if (watchers.size > 0) return;
    flush();
    window.removeEventListener("popstate", onTraversal);
    window.removeEventListener("pagehide", flush);
  };
}

function replaceSoon(search: string): void {
  if (pending) clearTimeout(pending.timer);
  pending = { search, over: window.location.href, timer: setTimeout(flush, LEAST_GAP_MS) };
}

function flush(): void {
  if (!pending) return;
  const { search, over, timer } = pending;
  clearTimeout(timer);
  pending = null;
  if (over === window.location.href) window.history.replaceState(null, "", addressOf(search));
}

/** The browser has left the entry for which a change was pending. */
function onTraversal(): void {
  if (pending) clearTimeout(pending.timer);
  pending = null;
  lastAct = null;
  announceSearch();
}

function addressOf(search: string): string {
  return window.location.pathname + search + window.location.hash;
}

/** Has everyone look at the address again: for changes made by others, such as the router. */
export function announceSearch(): void {
  for (const watcher of watchers) watcher();
}
