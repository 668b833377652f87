"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { currentSearch, routerShows, watchSearch } from "./address";

/**
 * What follows the path in the address of the page at `path`, live.
 * @param served the same as the server saw it: holds while the page is hydrated, and while another page is still shown
 */
export function useSearch(path: string, served: string): string {
  const read = () => (window.location.pathname === path ? currentSearch() : served);
  const search = useSyncExternalStore(watchSearch, read, () => served);
  useRouterChanges();
  return search;
}

/** A link within the site changes the address in the router's commit, which the address's watchers do not see. */
function useRouterChanges(): void {
  const shown = useSearchParams().toString();
  useEffect(() => routerShows(shown), [shown]);
}
