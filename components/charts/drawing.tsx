import type { ReactNode } from "react";

interface DrawingProps {
  /** CSS pixels. */
  height: number;
  /** What a screen reader says of it. Left out where words beside it say the same: then it is skipped. */
  label?: string;
  /**
   * x is 0 to 100 instead, and lines are as thick as the drawing is high, with these dashes, so that one path can draw many
   * shapes.
   */
  stretched?: string;
  /** Shapes only, no text: x in percent of the width, y in CSS pixels. */
  children: ReactNode;
}

/**
 * The SVG of every chart. Its width is that of its place, so marks and lines keep their size on each
 * screen. It is mirrored where the page runs from right to left; text would be mirrored too, so words
 * stand in HTML at `inset-inline-start`. `draw-picture.ts` mirrors a saved picture by the class.
 */
export function Drawing({ height, label, stretched, children }: DrawingProps) {
  const shared = {
    height,
    className: "drawing",
    ...(stretched === undefined
      ? {}
      : {
          viewBox: `0 0 100 ${height}`,
          preserveAspectRatio: "none",
          strokeWidth: height,
          strokeDasharray: stretched,
        }),
  };
  return label === undefined ? (
    <svg aria-hidden="true" {...shared}>
      {children}
    </svg>
  ) : (
    <svg role="img" aria-label={label} {...shared}>
      {children}
    </svg>
  );
}

/** Two decimals of a percent: finer than a pixel on any screen. */
const DECIMALS = 100;

/** The part of a whole in percent, 0 to 100. A value outside the whole ends at its edge; a whole of 0 gives 0. */
export function toPercent(value: number, full: number): number {
  if (full <= 0) return 0;
  return Math.min(100, Math.max(0, Math.round((100 * DECIMALS * value) / full) / DECIMALS));
}

/** A percent as an SVG or CSS length. */
export function percent(part: number): string {
  return `${Math.round(part * DECIMALS) / DECIMALS}%`;
}

/** A value marked on an axis. */
export interface Tick {
  /** From the start of the axis, in percent of its length. */
  readonly at: number;
  readonly label: string;
  /** Draws its line darker than the others. */
  readonly strong?: boolean;
}

/**
 * Colours of drawn areas, all from the tokens. One grammar: solid is known, hollow is unknown or
 * possible. A legend takes the same tone as its drawing, so that the two cannot differ.
 */
export const TONES = {
  known: "fill-band-known",
  candidate: "fill-ink-4",
  possible: "fill-ground stroke-band-open",
  unknown: "fill-ground stroke-unknown stroke-dashed",
  needed: "fill-paper-3 stroke-line-2",
  pending: "fill-paper-3 stroke-ink-3",
  aside: "fill-line-2",
  ink: "fill-ink",
  "ink-3": "fill-ink-3",
  "ink-4": "fill-ink-4",
  accent: "fill-accent",
  amber: "fill-amber",
  "amber-soft": "fill-amber-wash stroke-amber",
  "amber-hollow": "fill-transparent stroke-amber",
  rust: "fill-rust",
  "rust-hollow": "fill-transparent stroke-rust",
  "ramp-0": "fill-ramp-0 stroke-line-2",
  "ramp-1": "fill-ramp-1",
  "ramp-2": "fill-ramp-2",
  "ramp-3": "fill-ramp-3",
  "ramp-4": "fill-ramp-4",
} as const;

/** Name of a colour of a drawn area. */
export type Tone = keyof typeof TONES;
