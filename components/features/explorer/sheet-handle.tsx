"use client";

import { useRef } from "react";

/** The grip of the list where it lies over the map like a sheet: a press brings it up, another lets the map be seen again. */
export function SheetHandle() {
  const handle = useRef<HTMLButtonElement>(null);
  function move() {
    const top = handle.current?.getBoundingClientRect().top ?? 0;
    const up = top < window.innerHeight / 4;
    window.scrollBy({ top: up ? -window.scrollY : top, behavior: "smooth" });
  }
  return (
    <button ref={handle} type="button" className="explorer-handle no-print" onClick={move}>
      <span className="sr-only">List or map</span>
      <span aria-hidden="true" className="h-1 w-10 rounded-full bg-line-2" />
    </button>
  );
}
