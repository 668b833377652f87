"use client";

import { type RefObject, useCallback } from "react";

/**
 * Moves the focus inside a part of the page, for when the focused element is removed.
 * @returns focuses the element with a selector, once it is drawn
 */
export function useFocusWithin(part: RefObject<HTMLElement | null>): (selector: string) => void {
  return useCallback(
    (selector) => {
      requestAnimationFrame(() => part.current?.querySelector<HTMLElement>(selector)?.focus());
    },
    [part],
  );
}
