"use client";

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";

/** The zone that is hovered or focused, in the list or on the map. Kept outside React, so that hovering redraws two rows and one marker, not the page. */
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

/** Links list and map: its children share one active zone. */
export function ActiveZoneProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createActiveZone);
  return <Context value={store}>{children}</Context>;
}

function useStore(): ActiveZone {
  const store = useContext(Context);
  if (store === null) throw new Error("No ActiveZoneProvider around this component.");
  return store;
}

/** Sets the active zone; null: none. The same function on every render. */
export function useSetActiveZone(): (slug: string | null) => void {
  return useStore().set;
}

/** Slug of the active zone; null: none. */
export function useActiveZone(): string | null {
  const store = useStore();
  return useSyncExternalStore(store.watch, store.get, () => null);
}

/** Is this zone active? Redraws only when that changes. */
export function useIsActiveZone(slug: string): boolean {
  const store = useStore();
  return useSyncExternalStore(
    store.watch,
    () => store.get() === slug,
    () => false,
  );
}
