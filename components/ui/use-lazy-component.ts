"use client";

import { type ComponentType, useCallback, useState } from "react";

/** A part of the page that is loaded on its first use. */
export interface Loaded<P> {
  /** The part, once it is there. */
  readonly part: ComponentType<P> | null;
  /** Begins to load it; more than once is once. Call it where use is near, such as on focus. */
  readonly load: () => void;
  /** Could it not be loaded? The next `load` tries again. */
  readonly failed: boolean;
}

/**
 * Loads a part on its first use.
 * @param loader the same function every time
 */
export function useLoaded<P>(loader: () => Promise<ComponentType<P>>): Loaded<P> {
  const [part, setPart] = useState<ComponentType<P> | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    loader().then(
      (component) => {
        setPart(() => component);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [loader]);
  return { part, load, failed };
}
