"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { splitLanguage } from "@/lib/text/reader-language";
import { afterPaint } from "./after-paint";

/** How a change of the address is added to the browser's history. */
export interface AddressChange {
  /**
   * Names a continuous action, such as typing in a field or dragging a slider: its changes share one
   * history entry. Absent: a new entry.
   */
  readonly act?: string;
  /** Changes the present entry: for changes that nobody wants to undo with the back button, such as the map's view. */
  readonly quiet?: boolean;
}

/** Browsers reject more than 100 changes of the history in 30 seconds. */
const MIN_GAP_MS = 250;
/** After this pause the same action counts as a new one. */
const ACT_ENDS_AFTER_MS = 2500;
/** By then the router has shown every change, even on a busy machine. */
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
  /** The page of the change; it is dropped if another page is shown by then. */
  readonly path: string;
  readonly how: "pushState" | "replaceState";
  readonly cancel: () => void;
}

interface Written {
  readonly path: string;
  readonly searches: readonly string[];
  /** Forgets the list if the router never shows the last one because it returned to an earlier address. */
  readonly timer: ReturnType<typeof setTimeout>;
}

let pending: Pending | null = null;
let lastAct: { readonly name: string; readonly at: number } | null = null;
/**
 * Changes that are in the history but not yet shown by the router, oldest first. The router handles a
 * change in a transition and then writes it again, so for a moment the address can be an older one.
 * The last of these changes is the valid one.
 */
let written: Written | null = null;
const watchers = new Set<() => void>();

/** The query string of the address with its question mark, pending changes included. Browser only. */
export function currentSearch(): string {
  const { pathname, search } = window.location;
  if (pending?.path === pathname) return pending.search;
  if (written?.path !== pathname) return search;
  const isOwn = written.searches.some((one) => isSame(one, search));
  return isOwn ? (written.searches.at(-1) ?? search) : search;
}

/**
 * Changes the query string (empty, or with its question mark): at once for `currentSearch`; in the browser's history
 * after the next paint, because the browser and the router take some time for it, and at most 4 times per second.
 * Browser only.
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
    pushAfterPaint(search);
  }
  notify();
}

/** Calls back on every change of the address, also by the back button. Returns a function that stops it. */
export function watchSearch(onChange: () => void): () => void {
  if (watchers.size === 0) {
    window.addEventListener("popstate", onOtherWriter);
    window.addEventListener("pagehide", flush);
    // A change written while the router follows a link would cancel the link.
    window.addEventListener("click", flush, true);
  }
  watchers.add(onChange);
  return () => {
    watchers.delete(onChange);
    if (watchers.size > 0) return;
    flush();
    clearWritten();
    window.removeEventListener("popstate", onOtherWriter);
    window.removeEventListener("pagehide", flush);
    window.removeEventListener("click", flush, true);
  };
}

/**
 * The router shows an address with this query string: one written here, or that of a link, which
 * cancels all pending changes.
 */
export function routerShows(search: string): void {
  const searches = written?.searches ?? [];
  const at = searches.findIndex((one) => isSame(one, search));
  if (at === -1) {
    if (!isSame(search, currentSearch())) onOtherWriter();
  } else if (written) {
    if (at === searches.length - 1) clearWritten();
    else written = { ...written, searches: searches.slice(at) };
    notify();
  }
}

function replaceSoon(search: string): void {
  pending?.cancel();
  // What follows a new entry before that is written changes the new entry, not the one before it.
  const how = pending?.how ?? "replaceState";
  const timer = setTimeout(flush, MIN_GAP_MS);
  setPending(search, how, () => clearTimeout(timer));
}

function pushAfterPaint(search: string): void {
  // A page that is not visible is not painted.
  const timer = setTimeout(flush, MIN_GAP_MS);
  const cancelPaint = afterPaint(flush);
  setPending(search, "pushState", () => {
    clearTimeout(timer);
    cancelPaint();
  });
}

function setPending(search: string, how: Pending["how"], cancel: () => void): void {
  pending = { search, path: window.location.pathname, how, cancel };
}

function flush(): void {
  if (!pending) return;
  const { search, path, how, cancel } = pending;
  cancel();
  pending = null;
  if (path === window.location.pathname) write(search, how);
}

function write(search: string, how: Pending["how"]): void {
  const { pathname, hash } = window.location;
  const earlier = written?.path === pathname ? written.searches : [];
  clearWritten();
  const timer = setTimeout(clearWritten, ROUTER_SETTLES_WITHIN_MS);
  written = { path: pathname, searches: [...earlier, search], timer };
  window.history[how](null, "", pathname + search + hash);
}

/** The browser left the history entry of the pending change. */
function onOtherWriter(): void {
  pending?.cancel();
  pending = null;
  clearWritten();
  lastAct = null;
  notify();
}

function clearWritten(): void {
  if (written) clearTimeout(written.timer);
  written = null;
}

function notify(): void {
  for (const watcher of watchers) watcher();
}

/** Are two query strings equal, apart from their escaping? */
function isSame(one: string, other: string): boolean {
  return one === other || `${new URLSearchParams(one)}` === `${new URLSearchParams(other)}`;
}

/**
 * The query string of the page at `path`, in any language, kept up to date. The page must also draw `FollowRouter`.
 * @param served the query string on the server: used during hydration and while another page is shown
 */
export function useSearch(path: string, served: string): string {
  const read = () =>
    splitLanguage(window.location.pathname).rest === path ? currentSearch() : served;
  return useSyncExternalStore(watchSearch, read, () => served);
}

/**
 * Tells the store of the address about links, which change the address inside the router. A component of its own that
 * draws nothing: the router answers each change of the address again, and the page must not be drawn again for that.
 */
export function FollowRouter(): null {
  const shown = useSearchParams().toString();
  useEffect(() => routerShows(shown), [shown]);
  return null;
}
