"use client";

import { useEffect, useRef, useState } from "react";
import { formatDay } from "@/lib/text/format-date";
import { type Day, isDay, RECORD_BEGINS } from "@/lib/time/day";

/** Props of the day looked at. */
export interface DayFieldProps {
  day: Day;
  today: Day;
  onDay: (day: Day) => void;
}

/**
 * The day looked at, in words; pressed, a date field. In words first, because a date field is written
 * in the order of the reader's country, in which the 7th of October may read as the 10th of July.
 */
export function DayField({ day, today, onDay }: DayFieldProps) {
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);

  const close = (focus: boolean) => {
    setEditing(false);
    // After the button has come back in the field's place.
    if (focus) requestAnimationFrame(() => button.current?.focus());
  };
  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        className="time-day"
        aria-label={`As of ${formatDay(day)}. Choose another day`}
        onClick={() => setEditing(true)}
      >
        {formatDay(day)}
      </button>
    );
  }
  return (
    <input
      ref={field}
      type="date"
      className="time-date"
      aria-label="Day looked at"
      min={RECORD_BEGINS}
      max={today}
      defaultValue={day}
      onChange={({ currentTarget: { value } }) => {
        // While a year is typed, its first digits are a year of antiquity.
        if (isDay(value) && value >= RECORD_BEGINS && value <= today) onDay(value);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        close(true);
      }}
      onBlur={() => close(false)}
    />
  );
}
