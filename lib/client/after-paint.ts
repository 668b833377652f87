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

/** Calls back once the next frame is painted. Returns a function that cancels it. Browser only. */
export function afterPaint(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The frame is painted right after its callbacks, and a timer that one of them sets comes after that.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
