"use client";

import { type PointerEvent, type ReactNode, useRef } from "react";
import { nearestLevel, type SheetLevel, stepLevel } from "./sheet-level";

/** Props of a sheet that stays. */
export interface SnapSheetProps {
  /** What it holds, read aloud. */
  label: string;
  level: SheetLevel;
  onLevelChange: (level: SheetLevel) => void;
  children: ReactNode;
}

const HEIGHTS: Record<SheetLevel, string> = {
  low: "h-(--sheet-low)",
  half: "h-[56%]",
  full: "h-[calc(100%-1.5rem)]",
};
const LEVEL_WORDS: Record<SheetLevel, string> = {
  low: "lowered",
  half: "half open",
  full: "fully open",
};
const TAP_PX = 6;

/**
 * A sheet over the foot of its (positioned) parent that never goes away: lowered to `--sheet-low`, half
 * open or full. Dragged by its handle; the handle is a button too: press to go on, arrows up and down.
 */
export function SnapSheet({ label, level, onLevelChange, children }: SnapSheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const drag = useRef<{ startY: number; startHeight: number; moved: boolean } | null>(null);
  /** A drag ends in a click of its own, which is none. */
  const suppressClick = useRef(false);

  function onPointerDown(event: PointerEvent<HTMLButtonElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    const startHeight = sheet.current?.offsetHeight ?? 0;
    drag.current = { startY: event.clientY, startHeight, moved: false };
  }

  function onPointerMove(event: PointerEvent<HTMLButtonElement>) {
    const { current } = drag;
    if (current === null || sheet.current === null) {
      return;
    }
    const up = current.startY - event.clientY;
    current.moved ||= Math.abs(up) > TAP_PX;
    if (current.moved) {
      sheet.current.style.transition = "none";
      sheet.current.style.height = `${current.startHeight + up}px`;
    }
  }

  function onPointerEnd() {
    const { current } = drag;
    const element = sheet.current;
    drag.current = null;
    if (current === null || element === null || !current.moved) {
      return;
    }
    const share = element.offsetHeight / (element.parentElement?.offsetHeight ?? 1);
    element.style.removeProperty("height");
    element.style.removeProperty("transition");
    suppressClick.current = true;
    onLevelChange(nearestLevel(share));
  }

  return (
    <section
      ref={sheet}
      aria-label={label}
      data-level={level}
      className={`absolute inset-x-0 bottom-0 flex max-h-[calc(100%-1.5rem)] min-h-12 flex-col rounded-t-sheet bg-paper shadow-sheet transition-[height] duration-200 ease-out [--sheet-low:11rem] ${HEIGHTS[level]}`}
    >
      <button
        type="button"
        aria-label={`${label}: ${LEVEL_WORDS[level]}. Change its height`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onClick={() => {
          if (suppressClick.current) {
            suppressClick.current = false;
            return;
          }
          onLevelChange(level === "full" ? "low" : stepLevel(level, 1));
        }}
        onKeyDown={(event) => {
          const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (step !== undefined) {
            event.preventDefault();
            onLevelChange(stepLevel(level, step));
          }
        }}
        className="grid h-7 flex-none touch-none place-items-center rounded-t-sheet"
      >
        <span className="h-1 w-10 rounded-full bg-line-2" />
      </button>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
    </section>
  );
}
