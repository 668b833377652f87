"use client";

import { type RefObject, useCallback } from "react";

/**
 * Leads the focus on where what had it goes away, as with a button that gives its place to a field.
 * @returns takes a selector within the part, and focuses what it names once that is drawn
 */
export function useFocusWithin(part: RefObject<HTMLElement | null>): (selector: string) => void {
  return useCallback(
    (selector) => {
      requestAnimationFrame(() => part.current?.querySelector<HTMLElement>(selector)?.focus());
    },
    [part],
  );
}
