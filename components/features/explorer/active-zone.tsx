"use client";

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";

/** Which zone is pointed at or focused, in the list or on the map: held aside, so that pointing redraws two rows and one marker, not the page. */
interface ActiveZone {
  get(): string | null;
  set(slug: string | null): void;
  watch(onChange: () => void): () => void;
}

function createActiveZone(): ActiveZone {
  let active: string | null = null;
  const watchers = new Set<() => void>();
  return {
    get: () => active,
    set(slug) {
      if (slug === active) return;
      active = slug;
      for (const watcher of watchers) watcher();
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}

const Context = createContext<ActiveZone | null>(null);

/** Links list and map: what is in it shares one pointed-at zone. */
export function ActiveZoneProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createActiveZone);
  return <Context value={store}>{children}</Context>;
}

function useStore(): ActiveZone {
  const store = useContext(Context);
  if (store === null) throw new Error("An ActiveZoneProvider must stand around this.");
  return store;
}

/** Says which zone is pointed at; null: none. The same function for ever. */
export function useSetActiveZone(): (slug: string | null) => void {
  return useStore().set;
}

/** The zone pointed at; null: none. */
export function useActiveZone(): string | null {
  const store = useStore();
  return useSyncExternalStore(store.watch, store.get, () => null);
}

/** Is this zone the one pointed at? Redraws only when that changes. */
export function useIsActiveZone(slug: string): boolean {
  const store = useStore();
  return useSyncExternalStore(
    store.watch,
    () => store.get() === slug,
    () => false,
  );
}
