"use client";

import { type RefObject, useEffect, useState } from "react";
import { afterPaint } from "@/lib/client/after-paint";

/** Rows are counted in steps, so that scrolling seldom changes the number. */
const STEP = 4;
/**
 * Widths at which columns are as wide as their content, so that rows which arrive later would move them: narrower, rows
 * are cards; wider, the columns have room for everything.
 */
const MOVING_COLUMNS = "(45rem <= width < 85rem)";
/** Until the page is measured. */
const FIRST = 24;

/**
 * How many rows, from the first one, reach to the lower edge of what the reader sees of a table; or a few
 * more, never fewer. All of them where a row out of view
 * can change what is in view.
 * @param body holds the rows
 * @param scroller the box in which they scroll, or which scrolls with the page
 * @param rowHeight CSS pixels; no row is lower
 */
export function useRowsInView(
  body: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
): number {
  const [count, setCount] = useState(FIRST);
  useEffect(() => {
    const measure = () => {
      if (body.current === null || scroller.current === null) return;
      if (matchMedia(MOVING_COLUMNS).matches) {
        setCount(Number.POSITIVE_INFINITY);
        return;
      }
      const { bottom } = scroller.current.getBoundingClientRect();
      const { top } = body.current.getBoundingClientRect();
      const visible = (Math.min(bottom, window.innerHeight) - top) / rowHeight;
      setCount(STEP * Math.max(1, Math.ceil(visible / STEP)));
    };
    // Not before the paint, which would be late by the time of a layout.
    const cancel = afterPaint(measure);
    // Scrolling does not bubble, but it is captured, in the box and of the page.
    window.addEventListener("scroll", measure, { capture: true, passive: true });
    window.addEventListener("resize", measure);
    return () => {
      cancel();
      window.removeEventListener("scroll", measure, { capture: true });
      window.removeEventListener("resize", measure);
    };
  }, [body, scroller, rowHeight]);
  return count;
}
