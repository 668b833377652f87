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
    <fieldset
      className={cx(
        "min-h-(--control) max-w-full flex-wrap rounded-2 shadow-[inset_0_0_0_1px_var(--color-line-2)]",
        full ? "flex w-full" : "inline-flex",
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={cx(
            "relative flex min-h-(--control) items-center justify-center gap-1.5 whitespace-nowrap px-2.5 text-ink-2 not-first-of-type:before:absolute not-first-of-type:before:inset-y-1.75 not-first-of-type:before:start-0 not-first-of-type:before:border-line not-first-of-type:before:border-s",
            "has-checked:z-1 has-checked:rounded-2 has-checked:bg-accent has-checked:text-accent-ink has-checked:before:hidden has-checked:[&+label]:before:hidden",
            "not-has-checked:hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 has-disabled:cursor-not-allowed has-disabled:text-ink-3",
            full && "flex-1",
          )}
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 cursor-pointer appearance-none outline-none disabled:cursor-not-allowed"
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
