"use client";

import type { CSSProperties } from "react";

/** Props of a slider. */
export interface SliderProps {
  /** Its name, read aloud. */
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** Called on every move. */
  onChange: (value: number) => void;
  /** What the value means in words, read aloud: "at least 50 of 100". */
  valueText?: string;
  /** Which end is filled: what lies above the thumb (`from`, "at least"), or below it. */
  fill?: "from" | "upTo";
}

/** One value on a scale. A native range: arrows, Page Up and Home work everywhere. */
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
