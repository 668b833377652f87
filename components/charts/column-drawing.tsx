"use client";

import { ColumnFrame, type ColumnPlace } from "./column-frame";
import { ColumnPart, type DrawnPart } from "./column-part";

/** A part of a column, and the key of that column. */
export interface PlacedPart extends DrawnPart {
  readonly column: string;
}

interface ColumnDrawingProps {
  /** In the order of the axis. */
  columns: readonly ColumnPlace[];
  parts: readonly PlacedPart[];
  /** The line on which the columns are, CSS pixels from the top. */
  base: number;
  /** CSS pixels. */
  height: number;
  /** Top of the labels, CSS pixels. */
  labelTop: number;
  /** What a screen reader says of the drawing. */
  label: string;
  className: string;
}

/** Stacked columns with their labels. A client component, so that a page sends their places once beside the markup. */
export function ColumnDrawing({ columns, parts, base, ...frame }: ColumnDrawingProps) {
  return (
    <ColumnFrame {...frame} columns={columns}>
      <line x2="100%" y1={base} y2={base} className="stroke-line-2" />
      {columns.map(({ key }) => (
        <g key={key} data-column={key}>
          {parts
            .filter(({ column }) => column === key)
            .map((part) => (
              <ColumnPart key={`${part.key} ${part.y}`} part={part} />
            ))}
        </g>
      ))}
    </ColumnFrame>
  );
}
