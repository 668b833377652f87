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
/** By then the router has shown all that was written, however busy the machine is. */
const ROUTER_SETTLES_WITHIN_MS = 10_000;

/** Whether a change belongs to the act of the last change. `now` and `at` in milliseconds. */
export function continuesAct(
  last: { readonly name: string; readonly at: number } | null,
  act: string | undefined,
  now: number,
): boolean {
  return act !== undefined && last?.name === act && now - last.at < ACT_ENDS_AFTER_MS;
}

interface Pending {
  readonly search: string;
  /** The page that it was meant for; where another has come meanwhile it is void. */
  readonly path: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

interface Written {
  readonly path: string;
  readonly searches: readonly string[];
  /** Forgets it where the router never shows the last, having been led back to what it showed before. */
  readonly timer: ReturnType<typeof setTimeout>;
}

let pending: Pending | null = null;
let lastAct: { readonly name: string; readonly at: number } | null = null;
/**
 * What was written to the history and the router has not shown yet, oldest first. The router takes
 * a change up in a transition and then writes it once more, so that for a moment an older address can
 * stand where a later one was written; the last of these is the one that holds.
 */
let written: Written | null = null;
const watchers = new Set<() => void>();

/** What follows the path in the address, with its question mark; what is not yet written counts. Browser only. */
export function currentSearch(): string {
  const { pathname, search } = window.location;
  if (pending?.path === pathname) return pending.search;
  if (written?.path !== pathname) return search;
  const isOwn = written.searches.some((one) => isSame(one, search));
  return isOwn ? (written.searches.at(-1) ?? search) : search;
}

/**
 * Puts `search` (empty, or with its question mark) in the address: at once for everyone who reads
 * `currentSearch`, in the browser's history at most four times a second. Browser only.
 */
export function writeSearch(search: string, { act, quiet = false }: AddressChange = {}): void {
  if (search === currentSearch()) return;
  const now = Date.now();
  const continued = continuesAct(lastAct, act, now);
  if (!quiet) lastAct = act === undefined ? null : { name: act, at: now };
  if (quiet || continued) {
    replaceSoon(search);
  } else {
    flush();
    write(search, "pushState");
  }
  tell();
}

/** Calls back on every change of the address, the back button's included; returns the way to stop. */
export function watchSearch(onChange: () => void): () => void {
  if (watchers.size === 0) {
    window.addEventListener("popstate", onOtherWriter);
    window.addEventListener("pagehide", flush);
    // A change written while the router follows a link would call the router back from it.
    window.addEventListener("click", flush, true);
  }
  watchers.add(onChange);
  return () => {
    watchers.delete(onChange);
    if (watchers.size > 0) return;
    flush();
    forgetWritten();
    window.removeEventListener("popstate", onOtherWriter);
    window.removeEventListener("pagehide", flush);
    window.removeEventListener("click", flush, true);
  };
}

/**
 * The router has committed an address with this search: one written here, or a link's, in whose
 * favour all that still waits is void.
 */
export function routerShows(search: string): void {
  const searches = written?.searches ?? [];
  const at = searches.findIndex((one) => isSame(one, search));
  if (at === -1) {
    if (!isSame(search, currentSearch())) onOtherWriter();
  } else if (written) {
    if (at === searches.length - 1) forgetWritten();
    else written = { ...written, searches: searches.slice(at) };
    tell();
  }
}

function replaceSoon(search: string): void {
  if (pending) clearTimeout(pending.timer);
  const timer = setTimeout(flush, LEAST_GAP_MS);
  pending = { search, path: window.location.pathname, timer };
}

function flush(): void {
  if (!pending) return;
  const { search, path, timer } = pending;
  clearTimeout(timer);
  pending = null;
  if (path === window.location.pathname) write(search, "replaceState");
}

function write(search: string, how: "pushState" | "replaceState"): void {
  const { pathname, hash } = window.location;
  const earlier = written?.path === pathname ? written.searches : [];
  forgetWritten();
  const timer = setTimeout(forgetWritten, ROUTER_SETTLES_WITHIN_MS);
  written = { path: pathname, searches: [...earlier, search], timer };
  window.history[how](null, "", pathname + search + hash);
}

/** The browser has left the entry for which a change was waiting. */
function onOtherWriter(): void {
  if (pending) clearTimeout(pending.timer);
  pending = null;
  forgetWritten();
  lastAct = null;
  tell();
}

function forgetWritten(): void {
  if (written) clearTimeout(written.timer);
  written = null;
}

function tell(): void {
  for (const watcher of watchers) watcher();
}

/** Says the same, however it is escaped. */
function isSame(one: string, other: string): boolean {
  return one === other || `${new URLSearchParams(one)}` === `${new URLSearchParams(other)}`;
}
