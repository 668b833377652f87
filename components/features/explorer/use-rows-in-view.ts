"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
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

/** What was last measured. */
interface Measured {
  /** Mean height of the rows, CSS pixels, and the least height that it was measured for. */
  readonly height: number;
  readonly least: number;
  /** The place of the row at the top, with a fraction. */
  readonly top: number;
}

/** Rows that are drawn before the table is measured. */
const FIRST_END = 24;
/** Places are counted in steps, so that scrolling seldom changes them. */
const STEP = 4;
/**
 * What a table draws before it is measured: as many rows as the reader saw in the last one, which an empty list may have
 * replaced. Only browsers change it.
 */
let lastSeen: Pick<RowsInView, "end" | "columnsMove"> = { end: FIRST_END, columnsMove: false };
/** Narrower, rows are cards; wider, the columns have room for everything. */
const MOVING_COLUMNS = "(45rem <= width < 85rem)";

/**
 * The rows that the reader can see, also while the table or the page scrolls.
 * @param body holds the rows, and empty space for those that are not drawn
 * @param scroller the box in which they scroll, or which scrolls with the page
 * @param least CSS pixels; no row is lower. When it changes, the rows are measured again
 * @param isWindow not all rows are drawn
 * @returns the rows, and a function that draws the row at a place at once, before the reader can see it
 */
export function useRowsInView(
  body: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  least: number,
  isWindow: boolean,
): readonly [RowsInView, (place: number) => void] {
  const [inView, setInView] = useState<RowsInView>(() => ({
    first: 0,
    ...lastSeen,
    height: least,
    printing: false,
  }));
  const measured = useRef<Measured | null>(null);
  useEffect(() => {
    const measure = (event?: Event) => {
      if (body.current === null || scroller.current === null) return;
      const last = measured.current;
      const isSameKind = last?.least === least;
      // Rows further down may be higher, but another mean would move what the reader sees.
      const isKept = isSameKind && event?.type !== "resize";
      const mean = isKept ? last.height : meanHeight(body.current);
      const height = mean ?? least;
      const box = scroller.current.getBoundingClientRect();
      const { top: start } = body.current.getBoundingClientRect();
      const above = Math.max(box.top, 0) - start;
      const shown = Math.min(box.bottom, window.innerHeight) - start - above;
      // Rows of another height are elsewhere. The reader goes on to see those from before.
      const moves = isWindow && last !== null && !isSameKind;
      const top = moves ? Math.max(0, last.top) : above / height;
      if (mean !== null) measured.current = { height, least, top };
      const columnsMove = matchMedia(MOVING_COLUMNS).matches;
      const first = STEP * Math.max(0, Math.floor(top / STEP));
      const steps = Math.ceil(((top - first) * height + shown) / least / STEP);
      const end = first + STEP * Math.max(1, steps);
      lastSeen = { end: end - first, columnsMove };
      const update = () =>
        setInView((now) => {
          const isSame =
            now.first === first &&
            now.end === end &&
            now.height === height &&
            now.columnsMove === columnsMove;
          return isSame ? now : { ...now, first, end, height, columnsMove };
        });
      if (!moves) return update();
      flushSync(update);
      const row = body.current.querySelector(`tr[aria-rowindex="${Math.floor(top) + 2}"]`);
      // Rows differ in height, so the one from before is looked for where it is drawn.
      const own = row?.getBoundingClientRect();
      const space = own && own.top - body.current.getBoundingClientRect().top;
      scrollTo(body.current, scroller.current, space ?? top * height);
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
  }, [body, scroller, least, isWindow]);
  const draw = useCallback((place: number) => {
    flushSync(() =>
      setInView((now) => {
        const first = STEP * Math.floor(place / STEP);
        return { ...now, first, end: first + Math.max(STEP, now.end - now.first) };
      }),
    );
  }, []);
  return [inView, draw];
}

/** Scrolls the box, or the page where the box does not scroll, until so many CSS pixels of the rows are above. */
function scrollTo(body: HTMLElement, scroller: HTMLElement, above: number): void {
  const { top } = scroller.getBoundingClientRect();
  const further = above - (Math.max(top, 0) - body.getBoundingClientRect().top);
  const target = scrollsItself(scroller) ? scroller : window;
  target.scrollBy({ top: further, behavior: "instant" });
}

/** Do the rows scroll in their box, and not with the page? */
function scrollsItself(scroller: HTMLElement): boolean {
  return scroller.scrollHeight > scroller.clientHeight;
}

/** Mean height of the rows that are drawn, CSS pixels; null where there is none. */
function meanHeight(body: HTMLElement): number | null {
  const rows = body.querySelectorAll("tr[data-slug]");
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (!first || !last) return null;
  const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  return height > 0 ? height / rows.length : null;
}
