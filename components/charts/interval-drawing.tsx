import type { CSSProperties } from "react";
import { cx } from "@/components/ui/cx";
import { Drawing, percent, TONES, type Tone, toPercent } from "./drawing";

/** Height of the drawing and thickness of the bar in it, CSS pixels. */
const SIZES = {
  cell: { height: 4, thickness: 4 },
  row: { height: 8, thickness: 8 },
  head: { height: 12, thickness: 12 },
  /** With room for a threshold above and below. */
  ruled: { height: 22, thickness: 8 },
  /** Inside a pale length, with ticks over both. */
  nested: { height: 18, thickness: 7 },
} as const;

/** A size of an interval bar: a name, or its thickness in CSS pixels. */
type IntervalSize = keyof typeof SIZES | number;

/** A line across an interval bar. */
interface IntervalMarker {
  readonly at: number;
  /** `threshold`: dashed, in the colour of what the reader chose. `tick`: solid ink. */
  readonly kind: "threshold" | "tick";
}

/** Props of an interval bar. All values are in the unit of `full`. */
export interface IntervalBarProps {
  /** What is known. null: nothing is, so nothing is solid. */
  low: number | null;
  /** What is possible. null: not known, so hollow to the full length. */
  high: number | null;
  /** The value at the end of the scale; 100 by default. A value beyond it is cut and marked so. */
  full?: number;
  /** Approval not confirmed: the solid part grey, the hollow part dashed. */
  candidate?: boolean;
  /** Colour of the solid part. */
  tone?: Tone;
  /** Colour of the solid part as CSS, for scales that are made at run time. Not used for a candidate. */
  colour?: string;
  /** Colour of the hollow part's outline. */
  open?: "possible" | "unknown";
  /** The ground of the hollow part, as CSS, where that is not the page's paper. */
  ground?: string;
  size?: IntervalSize;
  /** A pale length behind the bar, such as what is needed. null: not known, so none. */
  behind?: number | null;
  markers?: readonly IntervalMarker[];
  /** Read aloud. Left out if the figures are next to the bar. */
  label?: string;
  className?: string;
}

/**
 * The one way to draw an interval: solid from 0 to `low`, hollow to `high`, a line beyond. The hollow
 * length is exactly what is not known. A known 0 has no length; only what is unknown is hollow.
 */
export function IntervalDrawing(props: IntervalBarProps) {
  const { full = 100, size = "row", label, ground, className } = props;
  const { height, thickness } = sizeOf(size);
  const style: CSSProperties = { "--band-ground": ground };
  return (
    <span className={cx("block min-w-6", className)} style={ground ? style : undefined}>
      <Drawing height={height} label={label}>
        <line x2="100%" y1={height / 2} y2={height / 2} className="stroke-band-base" />
        <Behind value={props.behind ?? null} full={full} height={height} />
        <Interval {...props} full={full} top={(height - thickness) / 2} thickness={thickness} />
        {props.markers?.map(({ at, kind }) => (
          <Upright
            key={`${kind} ${at}`}
            at={toPercent(at, full)}
            height={height}
            className={kind === "tick" ? "stroke-2 stroke-ink-2" : "stroke-accent"}
            dashes={kind === "tick" ? undefined : "2 2"}
          />
        ))}
      </Drawing>
    </span>
  );
}

function sizeOf(size: IntervalSize): { height: number; thickness: number } {
  return typeof size === "number" ? { height: size, thickness: size } : SIZES[size];
}

interface IntervalProps extends IntervalBarProps {
  full: number;
  top: number;
  thickness: number;
}

function Interval(props: IntervalProps) {
  const { low, high, full, top, thickness, candidate = false, colour } = props;
  const known = toPercent(low ?? 0, full);
  const possible = Math.max(known, high === null ? 100 : toPercent(high, full));
  const cut = Math.max(low ?? 0, high ?? 0) > full;
  return (
    <>
      {possible > known ? (
        <rect
          x={percent(known)}
          width={percent(possible - known)}
          y={top + 0.5}
          height={thickness - 1}
          strokeDasharray={candidate ? "3 2" : undefined}
          className={TONES[props.open ?? "possible"]}
          data-part="possible"
        />
      ) : null}
      {known > 0 ? (
        <rect
          x="0"
          width={percent(known)}
          y={top}
          height={thickness}
          className={TONES[candidate ? "candidate" : (props.tone ?? "known")]}
          style={colour === undefined || candidate ? undefined : { fill: colour }}
          data-part="known"
        />
      ) : null}
      {cut ? (
        <svg aria-hidden="true" x="100%" y={top}>
          <path
            d={`M-9 ${thickness + 1}l4-${thickness + 2}M-6 ${thickness + 1}l4-${thickness + 2}`}
            className="stroke-paper"
            data-part="cut"
          />
        </svg>
      ) : null}
    </>
  );
}

function Behind({ value, full, height }: { value: number | null; full: number; height: number }) {
  if (value === null || value <= 0) return null;
  return (
    <rect
      x="0"
      width={percent(toPercent(value, full))}
      y={1.5}
      height={height - 3}
      className={TONES.needed}
      data-part="behind"
    />
  );
}

interface UprightProps {
  at: number;
  height: number;
  className?: string;
  dashes?: string;
}

function Upright({ at, height, className, dashes }: UprightProps) {
  return (
    <line
      x1={percent(at)}
      x2={percent(at)}
      y2={height}
      strokeDasharray={dashes}
      className={className}
    />
  );
}
