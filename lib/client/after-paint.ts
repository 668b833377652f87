"use client";

import { startTransition, useEffect, useState } from "react";

/**
 * A value that follows another one after the next paint: for parts that take long to draw, so that the rest of the page
 * answers a press first. `useDeferredValue` alone often draws them before that paint. On the server and on the first
 * render it is the value itself.
 */
export function useAfterPaint<T>(value: T): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    if (Object.is(late, value)) return;
    return afterPaint(() => startTransition(() => setLate(() => value)));
  }, [late, value]);
  return late;
}

/** Milliseconds in which other threads draw a frame once the page has painted it. */
const DRAW_MS = 16;

/** Calls back once the next frame is painted and drawn. Returns a function that cancels it. Browser only. */
export function afterPaint(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The frame is painted right after its callbacks. Work that began at once would take the processor from the threads that
  // then draw it, and the reader would see it later. Waiting for another frame here would ask for one.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(callback, DRAW_MS);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
