import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { Drawing } from "./drawing";
import "./column-frame.css";

/** A place on the axis of a column chart. */
export interface ColumnPlace {
  readonly key: string;
  /** Under the column, such as a year. */
  readonly label: string;
  /** Not a value of the axis, such as "no date": its label is in italics. */
  readonly apart?: boolean;
  /** Where it leads. null: there is nothing to lead to. */
  readonly href: string | null;
  /** What the link is called. */
  readonly name: string;
  /** The value in words, at its own height in CSS pixels from the top. */
  readonly value?: { readonly label: string; readonly top: number };
}

interface ColumnFrameProps {
  columns: readonly ColumnPlace[];
  /** CSS pixels. */
  height: number;
  /** Top of the labels, CSS pixels. */
  labelTop: number;
  /** What a screen reader says of the drawing. */
  label: string;
  className?: string;
  /** The shapes; each column is an equal share of the width. */
  children: ReactNode;
}

/** The drawing of a column chart with its labels; a column that leads somewhere is a link over its full height. */
export function ColumnFrame(props: ColumnFrameProps) {
  const { columns, height, labelTop, label, className, children } = props;
  return (
    <div className={cx("relative", className)}>
      <Drawing height={height} label={label}>
        {children}
      </Drawing>
      <ol className="column-places">
        {columns.map((column) => (
          <li key={column.key}>
            {column.href === null ? (
              <span>
                <Labels column={column} top={labelTop} />
              </span>
            ) : (
              <Anchor href={column.href} aria-label={column.name}>
                <Labels column={column} top={labelTop} />
              </Anchor>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Labels({ column, top }: { column: ColumnPlace; top: number }) {
  const { value, label, apart = false } = column;
  return (
    <>
      {value === undefined ? null : <b style={{ top: value.top }}>{value.label}</b>}
      <span className={apart ? "-end-4 italic" : undefined} style={{ top }}>
        {label}
      </span>
    </>
  );
}
