"use client";

import { type RefObject, useCallback } from "react";

/** Frames in which the element may appear: a slow machine draws it some frames after the answer. */
const MAX_FRAMES = 60;

/**
 * Moves the focus inside a part of the page, for when the focused element is removed.
 * @returns focuses the element with a selector, once it is drawn; what it stands in and bears `data-shown-whole` scrolls
 * into view
 */
export function useFocusWithin(part: RefObject<HTMLElement | null>): (selector: string) => void {
  return useCallback(
    (selector) => {
      const seek = (frames: number) => {
        requestAnimationFrame(() => {
          const found = part.current?.querySelector<HTMLElement>(selector);
          if (found) {
            found.focus();
            found.closest("[data-shown-whole]")?.scrollIntoView({ block: "nearest" });
          } else if (frames > 0) seek(frames - 1);
        });
      };
      seek(MAX_FRAMES);
    },
    [part],
  );
}
