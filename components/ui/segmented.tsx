"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./cx";

/** One choice of a segmented control. */
interface Segment<V extends string> {
  value: V;
  /** What is read and shown, such as a figure and a word. */
  label: ReactNode;
  disabled?: boolean;
}

interface SegmentedProps<V extends string> {
  /** Name of the group, read aloud. */
  label: string;
  segments: readonly Segment<V>[];
  value: V;
  onChange: (value: V) => void;
  /** Fills the width that it is given, all segments alike. */
  full?: boolean;
  className?: string;
}

/** A choice of one of a few, all visible. Native radio buttons: arrows move, and no script is needed. */
export function Segmented<V extends string>({
  label,
  segments,
  value,
  onChange,
  full = false,
  className,
}: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset className={cx("segments", full && "flex w-full", className)}>
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label key={segment.value} className={full ? "segment flex-1" : "segment"}>
          <input
            type="radio"
            name={name}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
