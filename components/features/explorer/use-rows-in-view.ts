"use client";

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { afterPaint } from "@/lib/client/after-paint";

/** The rows of a table that the reader can see, and what is known of their size. */
interface RowsInView {
  /** Places of the first row in view, and of the row after the last one; or a few more rows, never fewer. */
  readonly first: number;
  readonly end: number;
  /** Mean height of the rows, CSS pixels. */
  readonly height: number;
  /** Columns are as wide as their content, so that rows which arrive later would move them. */
  readonly columnsMove: boolean;
  /** The page is being printed, so that every row is needed. */
  readonly printing: boolean;
}

/** Places are counted in steps, so that scrolling seldom changes them. */
const STEP = 4;
/** Rows until the page is measured. */
const FIRST_END = 24;
/** Narrower, rows are cards; wider, the columns have room for everything. */
const MOVING_COLUMNS = "(45rem <= width < 85rem)";

/**
 * The rows that the reader can see, also while the table or the page scrolls.
 * @param body holds the rows, and empty space for those that are not drawn
 * @param scroller the box in which they scroll, or which scrolls with the page
 * @param least CSS pixels; no row is lower
 */
export function useRowsInView(
  body: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  least: number,
): RowsInView {
  const [inView, setInView] = useState<RowsInView>({
    first: 0,
    end: FIRST_END,
    height: least,
    columnsMove: false,
    printing: false,
  });
  useEffect(() => {
    const measure = (event?: Event) => {
      if (body.current === null || scroller.current === null) return;
      const box = scroller.current.getBoundingClientRect();
      const { top } = body.current.getBoundingClientRect();
      const above = Math.max(box.top, 0) - top;
      const below = Math.min(box.bottom, window.innerHeight) - top;
      const mean = meanHeight(body.current) ?? least;
      const columnsMove = matchMedia(MOVING_COLUMNS).matches;
      setInView((now) => {
        // Rows further down may be higher, but another mean would move what the reader sees.
        const isKept = now.height !== least && event?.type !== "resize";
        const height = isKept ? now.height : mean;
        const first = STEP * Math.max(0, Math.floor(above / height / STEP));
        const rows = Math.ceil((below - first * height) / least / STEP);
        const end = first + STEP * Math.max(1, rows);
        const isSame =
          now.first === first &&
          now.end === end &&
          now.height === height &&
          now.columnsMove === columnsMove;
        return isSame ? now : { ...now, first, end, height, columnsMove };
      });
    };
    const print = (printing: boolean) => () =>
      flushSync(() => setInView((now) => ({ ...now, printing })));
    const [startPrint, endPrint] = [print(true), print(false)];
    // Not before the paint, which a layout would delay.
    const cancel = afterPaint(() => measure());
    // Scrolling does not bubble, but it is captured, in the box and of the page.
    window.addEventListener("scroll", measure, { capture: true, passive: true });
    window.addEventListener("resize", measure);
    window.addEventListener("beforeprint", startPrint);
    window.addEventListener("afterprint", endPrint);
    return () => {
      cancel();
      window.removeEventListener("scroll", measure, { capture: true });
      window.removeEventListener("resize", measure);
      window.removeEventListener("beforeprint", startPrint);
      window.removeEventListener("afterprint", endPrint);
    };
  }, [body, scroller, least]);
  return inView;
}

/** Mean height of the rows that are drawn, CSS pixels; null where there is none. */
function meanHeight(body: HTMLElement): number | null {
  const rows = body.querySelectorAll("tr[data-slug]");
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (!first || !last) return null;
  const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  return height > 0 ? height / rows.length : null;
}
