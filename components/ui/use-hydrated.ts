"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** Do the scripts of the page answer? False on the server and until they have arrived. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
