"use client";

import type { CSSProperties } from "react";

interface SliderProps {
  /** Its accessible name. */
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** Called on every move. */
  onChange: (value: number) => void;
  /** The value in words for screen readers: "at least 50 of 100". */
  valueText?: string;
  /** Which side is filled: above the thumb (`from`, "at least") or below it. */
  fill?: "from" | "upTo";
}

/** A slider for one value: a native range input. */
export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  onChange,
  valueText,
  fill = "upTo",
}: SliderProps) {
  const share = max > min ? (value - min) / (max - min) : 0;
  const style: CSSProperties = { "--at": `${share * 100}%` };
  return (
    <input
      type="range"
      className="slider"
      data-fill={fill}
      style={style}
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      step={step}
      value={value}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
