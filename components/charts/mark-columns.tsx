import { sum } from "d3-array";
import type { StackPart } from "./bar";
import { ColumnFrame, type ColumnPlace } from "./column-frame";
import { ColumnPart } from "./column-part";
import { stackColumn } from "./column-stack";
import { percent } from "./drawing";
import { type KeyedMark, MarkPile } from "./mark";
import { bandScale, greatest } from "./scales";

/** CSS pixels between two marks on each other. */
const STEP = 11.5;
/** CSS pixels: room for labels on the axis, for the columns below it, and for their totals. */
const [AXIS, BELOW, FOOT] = [22, 76, 18] as const;
/** Empty share of a place beside its column below the axis. */
const PADDING = 0.4;

/** A column of marks, such as the events of a year. */
export interface MarkColumn extends Omit<ColumnPlace, "value"> {
  /** Marks of each equal part of the column, such as a quarter; from the axis up. */
  readonly slots: readonly (readonly KeyedMark[])[];
  /** Counts that hang below the axis, and their total in words. Left out where none are drawn. */
  readonly below?: { readonly parts: readonly StackPart[]; readonly total: string };
}

interface MarkColumnsProps {
  /** In the order of the axis. */
  columns: readonly MarkColumn[];
  /** What a screen reader says of the drawing. */
  label: string;
  className?: string;
}

/** Marks piled over an axis by column and slot, and counts hanging below it; each column is a link. */
export function MarkColumns({ columns, label, className = "min-w-240" }: MarkColumnsProps) {
  const axis = 14 + greatest(columns.map(rowsOf)) * STEP;
  const counted = columns.some(({ below }) => below !== undefined);
  const top = axis + AXIS;
  const scale = BELOW / greatest(columns.map(belowOf));
  const height = top + (counted ? BELOW + FOOT : 0);
  const keys = columns.map(({ key }) => key);
  const [placeOf, barOf] = [bandScale(keys), bandScale(keys, PADDING)];
  return (
    <ColumnFrame
      label={label}
      height={height}
      labelTop={axis + 3}
      className={className}
      columns={columns.map(({ below, ...column }) => ({
        ...column,
        value:
          below === undefined
            ? undefined
            : { label: below.total, top: top + sum(below.parts, (part) => part.count) * scale + 2 },
      }))}
    >
      <line x2="100%" y1={axis} y2={axis} className="stroke-line-2" />
      {counted ? <line x2="100%" y1={top} y2={top} className="stroke-line-2" /> : null}
      {columns.map((column) => {
        const [place, bar] = [placeOf(column.key), barOf(column.key)];
        if (place === null || bar === null) return null;
        return (
          <g key={column.key} data-column={column.key}>
            <line
              x1={percent(place.from)}
              x2={percent(place.from)}
              y1={0}
              y2={counted ? height - FOOT : height}
              className="stroke-line"
            />
            <Marks column={column} from={place.from} width={place.width} axis={axis} />
            {column.below === undefined
              ? null
              : stackColumn({
                  parts: column.below.parts,
                  from: bar.from,
                  width: bar.width,
                  base: top,
                  scale,
                  grows: "down",
                }).map((part) => <ColumnPart key={part.key} part={part} />)}
          </g>
        );
      })}
    </ColumnFrame>
  );
}

function rowsOf({ slots }: MarkColumn): number {
  return Math.max(0, ...slots.map((marks) => marks.length));
}

function belowOf({ below }: MarkColumn): number {
  return below === undefined ? 0 : sum(below.parts, ({ count }) => count);
}

interface MarksProps {
  column: MarkColumn;
  from: number;
  width: number;
  axis: number;
}

function Marks({ column: { slots }, from, width, axis }: MarksProps) {
  return slots.map((marks, slot) => {
    const at = from + ((slot + 0.5) * width) / slots.length;
    const looks = marks.map(({ key: _, ...look }) => look);
    return <MarkPile key={at} looks={looks} at={at} y={axis - 7} step={STEP} />;
  });
}
