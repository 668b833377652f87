import { type Series, stack } from "d3-shape";
import type { StackPart } from "./bar";
import { percent, TONES } from "./drawing";

interface ColumnStackProps {
  /** From the base outward. */
  parts: readonly StackPart[];
  /** Left edge and width, in percent of the drawing's width. */
  from: number;
  width: number;
  /** Where the column begins, CSS pixels from the top. */
  base: number;
  /** CSS pixels for a count of 1. */
  scale: number;
  /** `up` from the base by default. */
  grows?: "up" | "down";
}

/** Counts on each other in one column of a drawing, in the order given. A part of 0 takes no room. */
export function ColumnStack(props: ColumnStackProps) {
  const { parts, from, width, base, scale, grows = "up" } = props;
  const counts = Object.fromEntries(parts.map(({ key, count }) => [key, count]));
  const layers = stack<Record<string, number>>().keys(parts.map(({ key }) => key))([counts]);
  return parts.map(({ key, tone }, i) => {
    const [low, high] = endsOf(layers[i]);
    if (high === low) return null;
    return (
      <rect
        key={key}
        x={percent(from)}
        width={percent(width)}
        y={grows === "up" ? base - high * scale : base + low * scale}
        height={(high - low) * scale}
        strokeWidth={0.75}
        className={TONES[tone]}
        data-part={key}
      />
    );
  });
}

function endsOf(layer: Series<Record<string, number>, string> | undefined): [number, number] {
  const [low = 0, high = 0] = layer?.[0] ?? [];
  return [low, high];
}
