"use client";

import { useEffect } from "react";

/**
 * Asks before the page is left while something is unsaved: when it is closed or reloaded, and when a link is followed.
 * @param message the question for links; for closing and reloading, browsers have their own
 */
export function useLeaveWarning(unsaved: boolean, message: string): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return;
      const { origin, pathname } = new URL(link.href);
      if (origin !== location.origin || pathname === location.pathname) return;
      if (window.confirm(message)) {
        // The browser would ask a second time.
        removeEventListener("beforeunload", warn);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("beforeunload", warn);
    document.addEventListener("click", ask, { capture: true });
    return () => {
      removeEventListener("beforeunload", warn);
      document.removeEventListener("click", ask, { capture: true });
    };
  }, [unsaved, message]);
}
