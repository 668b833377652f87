import { type Series, stack } from "d3-shape";
import type { StackPart } from "./bar";
import type { DrawnPart } from "./column-part";

interface ColumnStack {
  /** From the base outward. */
  readonly parts: readonly StackPart[];
  /** Left edge and width, in percent of the drawing's width. */
  readonly from: number;
  readonly width: number;
  /** Where the column begins, CSS pixels from the top. */
  readonly base: number;
  /** CSS pixels for a count of 1. */
  readonly scale: number;
  /** `up` from the base by default. */
  readonly grows?: "up" | "down";
}

/** The places of counts on each other in one column of a drawing, in the order given. A part of 0 takes no room. */
export function stackColumn(column: ColumnStack): DrawnPart[] {
  const { parts, from, width, base, scale, grows = "up" } = column;
  const counts = Object.fromEntries(parts.map(({ key, count }) => [key, count]));
  const layers = stack<Record<string, number>>().keys(parts.map(({ key }) => key))([counts]);
  return parts.flatMap(({ key, tone }, i) => {
    const [low, high] = endsOf(layers[i]);
    if (high === low) return [];
    const y = grows === "up" ? base - high * scale : base + low * scale;
    return [{ key, tone, from, width, y, height: (high - low) * scale }];
  });
}

function endsOf(layer: Series<Record<string, number>, string> | undefined): [number, number] {
  const [low = 0, high = 0] = layer?.[0] ?? [];
  return [low, high];
}
