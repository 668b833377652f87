import { cx } from "@/components/ui/cx";
import { percent, type Tick } from "./drawing";

/** Nearer than this to an end, a label stays inside the axis. In percent. */
const EDGE = 2;
const START = "";
const MIDDLE = "-translate-x-1/2 rtl:translate-x-1/2";
const END = "-translate-x-full rtl:translate-x-full";

/** Moves a label that begins at a place so that it is centred there, or stays inside at the ends. */
function anchorAt(at: number, edge: number): string {
  if (at < edge) return START;
  return at > 100 - edge ? END : MIDDLE;
}

/** More than these have no room beside each other on a phone. */
const CROWD = 8;

/**
 * The labels of an axis along the reading direction; every second one where many have little room. For the eye: the
 * figure's table has the values.
 */
export function Axis({ ticks, className }: { ticks: readonly Tick[]; className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={cx("@container tabular relative h-4 text-12 text-ink-3", className)}
    >
      {ticks.map(({ at, label }, i) => (
        <AxisLabel
          key={at}
          at={at}
          label={label}
          className={ticks.length > CROWD && i % 2 === 1 ? "@max-[25rem]:hidden" : undefined}
        />
      ))}
    </div>
  );
}

interface AxisLabelProps {
  /** Percent from the start. */
  at: number;
  label: string;
  /** Nearer than this to an end, the label stays inside; 50 for one that is longer than a tick. In percent. */
  edge?: number;
  className?: string;
}

/** One label at its place, such as the day looked at. Its parent is positioned. */
export function AxisLabel({ at, label, edge = EDGE, className }: AxisLabelProps) {
  return (
    <span
      className={cx("absolute top-0 whitespace-nowrap", anchorAt(at, edge), className)}
      style={{ insetInlineStart: percent(at) }}
    >
      {label}
    </span>
  );
}

/** Both ends of a scale in words, over bars. */
export function ScaleEnds({ start, end }: { start: string; end: string }) {
  return (
    <span className="meta flex justify-between">
      <span>{start}</span>
      <span>{end}</span>
    </span>
  );
}

interface GridLinesProps {
  ticks: readonly Tick[];
  /** CSS pixels. */
  top?: number;
  bottom: number;
}

/** Upright lines at the ticks, within a drawing. */
export function GridLines({ ticks, top = 0, bottom }: GridLinesProps) {
  return ticks.map(({ at, strong }) => (
    <line
      key={at}
      x1={percent(at)}
      x2={percent(at)}
      y1={top}
      y2={bottom}
      className={strong ? "stroke-ink-3" : "stroke-line"}
    />
  ));
}
