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
