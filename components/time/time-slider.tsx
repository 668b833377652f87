"use client";

import { type CSSProperties, type KeyboardEvent, memo, useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { usePlainText } from "@/lib/text/use-plain-text";
import { type Day, RECORD_BEGINS } from "@/lib/time/day";
import {
  dayAt,
  monthsFrom,
  placeOf,
  quarterBars,
  stepFrom,
  tickPlaces,
  yearMarks,
} from "./time-scale";

interface TimeSliderProps {
  day: Day;
  today: Day;
  /** Reports per quarter since the record began. */
  quarters: readonly number[];
  /** The days on which something changed, in order. */
  changeDates: readonly Day[];
  /** What the page shows on that date; screen readers read it after the date. */
  words: string;
  /** Called at most once per frame. */
  onDay: (day: Day) => void;
}

/**
 * The date on the scale of the record, with a tick for each day on which something changed. Dragging
 * passes every day; an arrow goes to the next tick; Page Up and Page Down go a year, Home
 * and End to the ends.
 */
export function TimeSlider(props: TimeSliderProps) {
  const { day, today, quarters, changeDates, words, onDay } = props;
  const text = usePlainText();
  const [held, hold] = useState<Day | null>(null);
  const frame = useRef(0);
  const shown = held ?? day;
  const length = placeOf(today);
  const style: CSSProperties = { "--at": `${(placeOf(shown) / Math.max(1, length)) * 100}%` };

  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  /** The thumb moves at once, the page with the next frame. */
  const drag = (to: Day) => {
    hold(to);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      onDay(to);
      hold(null);
    });
  };
  /** A key ends a drag that is not shown yet. */
  const go = (to: Day) => {
    cancelAnimationFrame(frame.current);
    hold(null);
    onDay(to);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const along = event.currentTarget.matches(":dir(rtl)") ? "ArrowLeft" : "ArrowRight";
    const to = jump(event.key === along ? "ArrowUp" : event.key);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };
  /** Where a key leads; null for another key. */
  const jump = (key: string): Day | null => {
    switch (key) {
      case "ArrowUp":
        return stepFrom(changeDates, shown, 1, today);
      case "ArrowDown":
      case "ArrowLeft":
      case "ArrowRight":
        return stepFrom(changeDates, shown, -1, today);
      case "PageUp":
        return monthsFrom(shown, 12, today);
      case "PageDown":
        return monthsFrom(shown, -12, today);
      case "Home":
        return RECORD_BEGINS;
      case "End":
        return today;
      default:
        return null;
    }
  };
  return (
    <div className="relative min-w-0 flex-1 max-[60rem]:order-1 max-[60rem]:flex-[1_0_100%]">
      <Histogram quarters={quarters} today={today} />
      <span className="-top-0.5 absolute start-14 text-12 text-ink-3 leading-4 max-[60rem]:hidden">
        {text.t("time.reports")}
      </span>
      <input
        type="range"
        className="slider relative"
        data-fill="upTo"
        style={style}
        aria-label={text.t("time.date")}
        aria-valuetext={text.t("time.value", { day: text.day(shown), found: words })}
        min={0}
        max={length}
        value={placeOf(shown)}
        onKeyDown={press}
        onChange={(event) => drag(dayAt(event.currentTarget.valueAsNumber))}
      />
      <Ticks changeDates={changeDates} today={today} />
      <Years today={today} />
    </div>
  );
}

/** Resolution of the drawings, which are stretched to their place. */
const DRAWN_WIDTH = 1000;

/** The days on which something changed, to which the arrows go. */
const Ticks = memo(function Ticks({
  changeDates,
  today,
}: {
  changeDates: readonly Day[];
  today: Day;
}) {
  return (
    <svg
      className="pointer-events-none mx-[calc(var(--thumb)/2)] -mt-2.5 mb-[5px] block h-[5px] w-[calc(100%-var(--thumb))] stroke-1 stroke-ink-3 rtl:[scale:-1_1] pointer-coarse:-mt-5 pointer-coarse:mb-[15px]"
      viewBox={`0 0 ${DRAWN_WIDTH} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        vectorEffect="non-scaling-stroke"
        d={tickPlaces(changeDates, today)
          .map((at) => `M${(at * DRAWN_WIDTH).toFixed(1)} 0v1`)
          .join("")}
      />
    </svg>
  );
});

const Years = memo(function Years({ today }: Pick<TimeSliderProps, "today">) {
  return (
    <div
      className="tabular @container relative mx-[calc(var(--thumb)/2)] -mt-1 h-3.5 text-12 text-ink-3 leading-3.5 pointer-coarse:-mt-3"
      aria-hidden="true"
    >
      {yearMarks(today).map(({ year, at }) => {
        const style: CSSProperties = { "--at": `${at * 100}%` };
        return (
          <span
            key={year}
            className={cx("absolute start-(--at) ps-0.5", year % 2 === 1 && "@max-[40rem]:hidden")}
            style={style}
          >
            {year}
          </span>
        );
      })}
    </div>
  );
});

/** Height of the histogram, CSS pixels, and of its lowest column, which can be seen. */
const HEIGHT = 24;
const LEAST = 2;

/** The reports of each quarter as one path. A quarter without one is left out. */
export const Histogram = memo(function Histogram({
  quarters,
  today,
}: Pick<TimeSliderProps, "quarters" | "today">) {
  return (
    <svg
      viewBox={`0 0 ${DRAWN_WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="mx-[calc(var(--thumb)/2)] -mb-3 block h-5.5 w-[calc(100%-var(--thumb))] fill-mark-line opacity-45 rtl:[scale:-1_1] pointer-coarse:-mb-5.5"
    >
      <path
        d={quarterBars(quarters, today)
          .map(({ at, width, height }) => {
            const high = Math.max(LEAST, height * HEIGHT).toFixed(1);
            // A unit stays free between two columns.
            const wide = Math.max(0, width * DRAWN_WIDTH - 1).toFixed(1);
            return `M${(at * DRAWN_WIDTH).toFixed(1)} ${HEIGHT}v-${high}h${wide}v${high}z`;
          })
          .join("")}
      />
    </svg>
  );
});
