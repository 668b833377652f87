import { cx } from "@/components/ui/cx";

/** Props of an interval as a bar. */
export interface IntervalBarProps {
  /** Both on 0–100. */
  low: number;
  high: number;
  /** Approval not evidenced: grey and dashed. */
  candidate?: boolean;
  className?: string;
}

/**
 * An interval on 0–100 as the band is drawn (solid to low, hollow to high, a hairline beyond), as a
 * drawing that a picture of its figure keeps. Decorative: the figures stand beside it.
 */
export function IntervalBar({ low, high, candidate = false, className }: IntervalBarProps) {
  return (
    <svg aria-hidden="true" width="100%" height={8} className={cx("block", className)}>
      <line x1="0" x2="100%" y1={4} y2={4} className="stroke-band-base" />
      {high > low ? (
        <rect
          x={`${low}%`}
          y={0.5}
          width={`${high - low}%`}
          height={7}
          strokeDasharray={candidate ? "3 2" : undefined}
          className="fill-paper stroke-band-open"
        />
      ) : null}
      {low > 0 ? (
        <rect
          width={`${low}%`}
          height={8}
          className={candidate ? "fill-ink-4" : "fill-band-known"}
        />
      ) : null}
    </svg>
  );
}
