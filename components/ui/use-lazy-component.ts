"use client";

import { type ComponentType, useCallback, useState } from "react";

/** A component that is loaded on its first use. */
interface Loaded<P> {
  /** null: not loaded yet. */
  readonly part: ComponentType<P> | null;
  /** Starts loading; later calls do nothing. Call it early, such as on focus. */
  readonly load: () => void;
  /** Loading failed; the next `load` tries again. */
  readonly failed: boolean;
}

/**
 * Loads a component on its first use.
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
