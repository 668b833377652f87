import { cumsum, sum } from "d3-array";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Drawing } from "./drawing";
import { type KeyedMark, Mark } from "./mark";
import { percent } from "./place";
import { greatest } from "./scales";
import type { StackPart } from "./stacked-bar";
import { TONES } from "./tones";

/** CSS pixels between two marks on each other. */
const STEP = 11.5;
/** CSS pixels: room for labels on the axis, for the counts below it, and for their totals. */
const [AXIS, BELOW, FOOT] = [22, 76, 18] as const;
/** Share of a column's width that its counts below the axis take. */
const BAR_WIDTH = 0.6;

/** A column of marks, such as the events of a year. */
export interface MarkColumn {
  readonly key: string;
  /** On the axis, such as a year. */
  readonly label: string;
  /** Address; null: no link. */
  readonly href: string | null;
  /** Accessible name of the link. */
  readonly name: string;
  /** Marks of each equal part of the column, such as a quarter; from the axis up. */
  readonly slots: readonly (readonly KeyedMark[])[];
  /** Marks of the column as a whole, such as those of which only the year is known; drawn hollow over the others. */
  readonly vague: readonly KeyedMark[];
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
  const axis = 14 + greatest(columns.map(countRows)) * STEP;
  const top = axis + AXIS;
  const scale = BELOW / greatest(columns.map(countBelow));
  const hasCounts = columns.some(({ below }) => below !== undefined);
  const height = top + (hasCounts ? BELOW + FOOT : 0);
  const width = 100 / columns.length;
  return (
    <div className={cx("relative", className)}>
      <Drawing height={height} label={label}>
        <AxisLine y={axis} />
        {hasCounts ? <AxisLine y={top} /> : null}
        {columns.map((column, i) => {
          const from = i * width;
          return (
            <g key={column.key} data-column={column.key}>
              <line
                x1={percent(from)}
                x2={percent(from)}
                y1={0}
                y2={hasCounts ? height - FOOT : height}
                className="stroke-line"
              />
              <Marks column={column} from={from} width={width} axis={axis} />
              <Counts column={column} from={from} width={width} top={top} scale={scale} />
            </g>
          );
        })}
      </Drawing>
      <ol className="absolute inset-0 grid auto-cols-fr grid-flow-col">
        {columns.map((column) => (
          <li key={column.key} className="min-w-0">
            <ColumnLink column={column}>
              <ColumnLabel text={column.label} top={axis + 3} className="text-ink-3" />
              {column.below === undefined ? null : (
                <ColumnLabel
                  text={column.below.total}
                  top={top + countBelow(column) * scale + 2}
                  className="text-ink"
                />
              )}
            </ColumnLink>
          </li>
        ))}
      </ol>
    </div>
  );
}

function countRows({ slots, vague }: MarkColumn): number {
  return Math.max(0, ...slots.map((marks) => marks.length)) + (vague.length > 0 ? 1 : 0);
}

function countBelow({ below }: MarkColumn): number {
  return below === undefined ? 0 : sum(below.parts, ({ count }) => count);
}

function AxisLine({ y }: { y: number }) {
  return <line x1="0" x2="100%" y1={y} y2={y} className="stroke-line-2" />;
}

/** A column and its place in the drawing, in percent of the width. */
interface PlacedColumn {
  column: MarkColumn;
  from: number;
  width: number;
}

function Marks({ column, from, width, axis }: PlacedColumn & { axis: number }) {
  const { slots, vague } = column;
  const highest = Math.max(0, ...slots.map((marks) => marks.length));
  const share = width / (vague.length + 1);
  return (
    <>
      {slots.map((marks, slot) =>
        marks.map(({ key, ...look }, i) => (
          <Mark
            key={key}
            {...look}
            at={from + ((slot + 0.5) * width) / slots.length}
            y={axis - 7 - i * STEP}
          />
        )),
      )}
      {vague.map(({ key, ...look }, i) => (
        <Mark
          key={key}
          {...look}
          hollow
          at={from + (i + 1) * share}
          y={axis - 7 - highest * STEP}
        />
      ))}
    </>
  );
}

/** The counts of a column under each other. A count of 0 takes no room. */
function Counts(props: PlacedColumn & { top: number; scale: number }) {
  const { column, from, width, top, scale } = props;
  const parts = column.below?.parts ?? [];
  const ends = cumsum(parts, ({ count }) => count);
  return parts.map(({ key, count, tone }, i) =>
    count === 0 ? null : (
      <rect
        key={key}
        x={percent(from + (width * (1 - BAR_WIDTH)) / 2)}
        width={percent(width * BAR_WIDTH)}
        y={top + ((ends[i] ?? 0) - count) * scale}
        height={count * scale}
        strokeWidth={0.75}
        className={TONES[tone]}
        data-part={key}
      />
    ),
  );
}

interface ColumnLinkProps {
  column: MarkColumn;
  children: ReactNode;
}

/** A link over the full height of a column that leads somewhere. */
function ColumnLink({ column: { href, name }, children }: ColumnLinkProps) {
  return href === null ? (
    <span className="relative block h-full">{children}</span>
  ) : (
    <a href={href} aria-label={name} className="relative block h-full">
      {children}
    </a>
  );
}

interface ColumnLabelProps {
  text: string;
  /** CSS pixels. */
  top: number;
  className: string;
}

function ColumnLabel({ text, top, className }: ColumnLabelProps) {
  return (
    <span
      className={cx("tabular absolute inset-x-0 text-center text-12", className)}
      style={{ top }}
    >
      {text}
    </span>
  );
}
