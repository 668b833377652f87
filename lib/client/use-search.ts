"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { currentSearch, routerShows, watchSearch } from "./address";

/**
 * The query string of the page at `path`, kept up to date.
 * @param served the query string on the server: used during hydration and while another page is shown
 */
export function useSearch(path: string, served: string): string {
  const read = () => (window.location.pathname === path ? currentSearch() : served);
  const search = useSyncExternalStore(watchSearch, read, () => served);
  useRouterChanges();
  return search;
}

/** Tells the store of the address about links, which change the address inside the router. */
function useRouterChanges(): void {
  const shown = useSearchParams().toString();
  useEffect(() => routerShows(shown), [shown]);
}
