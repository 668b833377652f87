"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type Day, RECORD_BEGINS } from "@/lib/time/day";
import { monthsFrom } from "./time-scale";

/** One month at a time, fast enough to look like motion. */
const MONTHLY = { months: 1, everyMs: 160 };
/** For readers who prefer less motion: one year at a time, with time to read. */
const YEARLY = { months: 12, everyMs: 1500 };

interface PlayOptions {
  /** The day shown. */
  readonly day: Day;
  readonly today: Day;
  /** The history is loaded. Until then nothing moves. */
  readonly ready: boolean;
  /** Called with each day. */
  readonly onDay: (day: Day) => void;
}

interface Play {
  readonly playing: boolean;
  readonly toggle: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/**
 * Plays from the day shown to today; from the start of the record where that is today. A press or a key
 * anywhere else stops it, and so does leaving the page.
 */
export function usePlay({ day, today, ready, onDay }: PlayOptions): Play {
  const [playing, setPlaying] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const now = useRef({ day, onDay });
  now.current = { day, onDay };

  useEffect(() => {
    if (!playing || !ready) return;
    const { months, everyMs } = matchMedia("(prefers-reduced-motion: reduce)").matches
      ? YEARLY
      : MONTHLY;
    const timer = setInterval(() => {
      const next = monthsFrom(now.current.day, months, today);
      now.current.onDay(next);
      if (next >= today) setPlaying(false);
    }, everyMs);
    return () => clearInterval(timer);
  }, [playing, ready, today]);

  useEffect(() => {
    if (!playing) return;
    const stop = (event: Event) => {
      const onButton = event.target instanceof Node && button.current?.contains(event.target);
      const presses =
        !(event instanceof KeyboardEvent) || event.key === " " || event.key === "Enter";
      // The button stops it by itself.
      if (!(onButton && presses)) setPlaying(false);
    };
    const events = ["pointerdown", "keydown", "popstate", "visibilitychange"] as const;
    for (const name of events) window.addEventListener(name, stop, true);
    return () => {
      for (const name of events) window.removeEventListener(name, stop, true);
    };
  }, [playing]);

  const toggle = () => {
    if (!playing && day >= today) onDay(RECORD_BEGINS);
    setPlaying(!playing);
  };
  return { playing, toggle, button };
}
