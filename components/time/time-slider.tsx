"use client";

import { type CSSProperties, type KeyboardEvent, memo, useEffect, useRef, useState } from "react";
import { formatDay } from "@/lib/text/format-date";
import { type Day, RECORD_BEGINS } from "@/lib/time/day";
import {
  dayAt,
  monthsFrom,
  nextChangeDate,
  placeOf,
  type QuarterBar,
  quarterBars,
  tickPlaces,
  yearMarks,
} from "./time-scale";

/** Props of the slider over the record. */
export interface TimeSliderProps {
  day: Day;
  today: Day;
  /** Claims by quarter since the record began. */
  quarters: readonly number[];
  /** The days on which something changed; null while they are not loaded. */
  turns: readonly Day[] | null;
  /** What the day holds, read aloud after it. */
  words: string;
  /** Called where use is near, and on use. */
  onNear: () => void;
  /** Called at most once for each picture. */
  onDay: (day: Day) => void;
}

/**
 * The day looked at on the scale of the record, where a tick stands for each day on which something changed. Dragged, it passes every day; the arrows go to the
 * next day on which something changed, Page Up and Page Down a year, Home and End to the ends.
 */
export function TimeSlider(props: TimeSliderProps) {
  const { day, today, quarters, turns, words, onNear, onDay } = props;
  const [held, hold] = useState<Day | null>(null);
  const frame = useRef(0);
  /** Arrows pressed before the days were loaded. */
  const owed = useRef(0);
  const shown = held ?? day;
  const length = placeOf(today);
  const style: CSSProperties = { "--at": `${(placeOf(shown) / Math.max(1, length)) * 100}%` };

  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  useEffect(() => {
    if (turns === null || owed.current === 0) return;
    let at = day;
    const way = owed.current > 0 ? 1 : -1;
    for (let left = Math.abs(owed.current); left > 0; left -= 1) {
      at = nextChangeDate(turns, at, way, today);
    }
    owed.current = 0;
    onDay(at);
  }, [turns, day, today, onDay]);

  /** The thumb follows the hand at once; the page follows with the next picture. */
  const drag = (to: Day) => {
    hold(to);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      onDay(to);
      hold(null);
    });
  };
  /** A key speaks after the hand: what it still dragged is past. */
  const go = (to: Day) => {
    cancelAnimationFrame(frame.current);
    hold(null);
    onDay(to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const way = WAYS[event.key];
    if (way !== undefined) {
      event.preventDefault();
      onNear();
      if (turns === null) owed.current += way;
      else go(nextChangeDate(turns, shown, way, today));
      return;
    }
    const to = jump(event.key, shown, today);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div className="time-scale">
      <Histogram quarters={quarters} today={today} />
      <span className="time-caption">Claims, by the quarter they speak of</span>
      <input
        type="range"
        className="slider"
        data-fill="upTo"
        style={style}
        aria-label="Day looked at"
        aria-valuetext={`${formatDay(shown)}, ${words}`}
        min={0}
        max={length}
        value={placeOf(shown)}
        onPointerEnter={onNear}
        onFocus={onNear}
        onKeyDown={press}
        onChange={(event) => drag(dayAt(event.currentTarget.valueAsNumber))}
      />
      {turns === null ? null : <Ticks turns={turns} today={today} />}
      <Years today={today} />
    </div>
  );
}

const WAYS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

function jump(key: string, day: Day, today: Day): Day | null {
  switch (key) {
    case "PageUp":
      return monthsFrom(day, 12, today);
    case "PageDown":
      return monthsFrom(day, -12, today);
    case "Home":
      return RECORD_BEGINS;
    case "End":
      return today;
    default:
      return null;
  }
}

/** Resolution and height of the drawing, which is stretched to its place. */
const DRAWN = { width: 1000, height: 24 };
/** The least bar that can be seen. */
const LEAST_HEIGHT = 2;

const Histogram = memo(function Histogram({
  quarters,
  today,
}: Pick<TimeSliderProps, "quarters" | "today">) {
  return (
    <svg
      className="time-histogram"
      viewBox={`0 0 ${DRAWN.width} ${DRAWN.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={quarterBars(quarters, today).map(barPath).join("")} />
    </svg>
  );
});

function barPath({ at, width, height }: QuarterBar): string {
  const high = Math.max(LEAST_HEIGHT, height * DRAWN.height);
  const wide = Math.max(0, width * DRAWN.width - 1);
  const top = DRAWN.height - high;
  return `M${(at * DRAWN.width).toFixed(1)} ${top.toFixed(1)}h${wide.toFixed(1)}v${high.toFixed(1)}h-${wide.toFixed(1)}z`;
}

/** The days on which something changed: those to which the arrows go. */
const Ticks = memo(function Ticks({ turns, today }: { turns: readonly Day[]; today: Day }) {
  return (
    <svg
      className="time-ticks"
      viewBox={`0 0 ${DRAWN.width} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        vectorEffect="non-scaling-stroke"
        d={tickPlaces(turns, today)
          .map((at) => `M${(at * DRAWN.width).toFixed(1)} 0v1`)
          .join("")}
      />
    </svg>
  );
});

const Years = memo(function Years({ today }: Pick<TimeSliderProps, "today">) {
  return (
    <div className="time-years tabular" aria-hidden="true">
      {yearMarks(today).map(({ year, at }) => {
        const style: CSSProperties = { "--at": `${at * 100}%` };
        return (
          <span key={year} data-even={year % 2 === 0 || undefined} style={style}>
            {year}
          </span>
        );
      })}
    </div>
  );
});
