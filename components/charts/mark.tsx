"use client";

import { percent } from "./drawing";
import { MARK_PATHS } from "./mark-paths";

/** Colours of marks, which are drawn either solid or as an outline. */
const MARK_TONES = {
  ink: { solid: "fill-ink stroke-ink", hollow: "fill-paper stroke-ink" },
  "ink-3": { solid: "fill-ink-3 stroke-ink-3", hollow: "fill-paper stroke-ink-3" },
  "ink-4": { solid: "fill-ink-4 stroke-ink-4", hollow: "fill-paper stroke-ink-4" },
  known: { solid: "fill-band-known stroke-band-known", hollow: "fill-paper stroke-band-open" },
  amber: { solid: "fill-amber stroke-amber", hollow: "fill-paper stroke-amber" },
  "ramp-3": { solid: "fill-ramp-3 stroke-ramp-3", hollow: "fill-paper stroke-ramp-3" },
} as const;

/** Name of a colour of a mark. */
type MarkTone = keyof typeof MARK_TONES;

/** A shape of a mark. Each can be told from the others without its colour. */
export type MarkShape = keyof typeof MARK_PATHS;

/** How a mark looks. */
export interface MarkLook {
  readonly shape: MarkShape;
  readonly tone: MarkTone;
  /** The outline alone, for what is not certain or not yet. */
  readonly hollow?: boolean;
  /** A dashed outline; hollow too. */
  readonly dashed?: boolean;
  /** Area in square pixels; 64 by default, a square of 8. */
  readonly size?: number;
}

/** A mark with a key of its own among those drawn beside it. */
export interface KeyedMark extends MarkLook {
  readonly key: string;
}

interface MarkProps extends MarkLook {
  /** Percent of the drawing's width. */
  at: number;
  /** CSS pixels from the drawing's top. */
  y: number;
}

/** A mark within a drawing. It keeps its size and its shape on every screen. */
export function Mark({ at, y, ...look }: MarkProps) {
  return (
    <svg aria-hidden="true" x={percent(at)} y={y}>
      <MarkPath {...look} />
    </svg>
  );
}

interface MarkPileProps {
  looks: readonly MarkLook[];
  /** Percent of the drawing's width. */
  at: number;
  /** Of the first, which is the lowest; CSS pixels from the drawing's top. */
  y: number;
  /** CSS pixels between two marks on each other. */
  step: number;
}

/** Marks on each other, from the lowest up. */
export function MarkPile({ looks, at, y, step }: MarkPileProps) {
  return looks.map((look, i) => {
    const top = y - i * step;
    return <Mark key={top} {...look} at={at} y={top} />;
  });
}

/** A mark in a line of text; its name is written next to it. */
export function MarkIcon(look: MarkLook) {
  return (
    <svg aria-hidden="true" width={14} height={14} viewBox="-7 -7 14 14" className="flex-none">
      <MarkPath {...look} />
    </svg>
  );
}

function MarkPath({ shape, tone, hollow = false, dashed = false, size = 64 }: MarkLook) {
  const outlined = hollow || dashed;
  return (
    <path
      d={MARK_PATHS[shape](size)}
      transform={shape === "times" ? "rotate(45)" : undefined}
      strokeDasharray={dashed ? "2 1.5" : undefined}
      className={MARK_TONES[tone][outlined ? "hollow" : "solid"]}
      data-mark={shape}
    />
  );
}
