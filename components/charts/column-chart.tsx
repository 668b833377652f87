import { max, sum } from "d3-array";
import type { StackPart } from "./bar";
import { ColumnDrawing, type PlacedPart } from "./column-drawing";
import type { ColumnPlace } from "./column-frame";
import { stackColumn } from "./column-stack";
import { bandScale, greatest } from "./scales";

/** CSS pixels: the whole, the room for values over the columns, and for labels under them. */
const [HEIGHT, TOP, FOOT] = [220, 20, 24] as const;
/** Empty share of each place. */
const PADDING = 0.36;

/** A column: its place and label, and what it counts. */
export interface ChartColumn extends Omit<ColumnPlace, "value"> {
  /** From the line up. */
  readonly parts: readonly StackPart[];
  /** From the line down, such as losses. Left out where a chart has none. */
  readonly below?: readonly StackPart[];
  /** The total in words, over the column. */
  readonly total: string;
}

interface ColumnChartProps {
  /** In the order of the axis. */
  columns: readonly ChartColumn[];
  /** What a screen reader says of the drawing. */
  label: string;
  /** Least width as a class; a wider chart scrolls in a `ScrollRegion`. */
  className?: string;
}

/** Stacked columns of amounts above a line, and below it, on one scale. Columns keep the order given. */
export function ColumnChart({ columns, label, className = "min-w-160" }: ColumnChartProps) {
  const totals = columns.map(({ parts }) => sum(parts, ({ count }) => count));
  const deepest = max(columns, ({ below = [] }) => sum(below, ({ count }) => count)) ?? 0;
  const scale = (HEIGHT - FOOT - TOP) / (greatest(totals) + deepest);
  const base = HEIGHT - FOOT - deepest * scale;
  const placeOf = bandScale(
    columns.map(({ key }) => key),
    PADDING,
  );
  return (
    <ColumnDrawing
      label={label}
      height={HEIGHT}
      labelTop={HEIGHT - FOOT + 4}
      base={round(base)}
      className={className}
      columns={columns.map(
        ({ total, parts: _parts, below: _below, ...column }, i): ColumnPlace => ({
          ...column,
          value: { label: total, top: round(base - (totals[i] ?? 0) * scale - 18) },
        }),
      )}
      parts={columns.flatMap(({ key, parts, below = [] }) => {
        const place = placeOf(key);
        if (place === null) return [];
        const on = { from: place.from, width: place.width, base, scale };
        const drawn = [
          ...stackColumn({ ...on, parts }),
          ...stackColumn({ ...on, parts: below, grows: "down" }),
        ];
        return drawn.map(
          (part): PlacedPart => ({
            ...part,
            column: key,
            y: round(part.y),
            height: round(part.height),
          }),
        );
      })}
    />
  );
}

/** A hundredth of a CSS pixel is finer than any screen shows. */
function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
