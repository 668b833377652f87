import { type ReactNode, useId } from "react";
import { UnknownValue } from "@/components/evidence/unknown-value";
import { cx } from "@/components/ui/cx";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { FigureSave } from "./figure-save";

/** Props of a figure. */
export interface FigureProps {
  /** What it shows, as its heading. */
  title: string;
  /** Stem of the names of its files, such as `gaps-power`. */
  name: string;
  columns: readonly FigureColumn[];
  /** The data drawn, all of it. A row's `href` leads from its first cell to the evidence. */
  rows: readonly FigureRow[];
  /** What stands under every picture of it: the product, the day and version, the licence. */
  source: string;
  /** What the reader must know to read it. */
  note?: ReactNode;
  /** What changes the drawing; stands above it and is no part of its pictures. */
  controls?: ReactNode;
  /** The drawing. */
  children: ReactNode;
  className?: string;
}

/**
 * The frame of every chart: its heading, the drawing, the data behind it as a table, and both to save
 * (CSV; SVG and PNG as it is seen). Needs no script but for saving.
 */
export function Figure(props: FigureProps) {
  const { title, name, columns, rows, source, note, controls, children, className } = props;
  const heading = useId();
  return (
    <figure aria-labelledby={heading} className={cx("m-0 min-w-0", className)} data-figure>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={heading} className="font-serif text-21" data-figure-title>
          {title}
        </h2>
        <FigureSave title={title} name={name} columns={columns} rows={rows} source={source} />
      </div>
      {controls}
      <div data-figure-drawing>{children}</div>
      {note === undefined ? null : (
        <figcaption className="mt-2 max-w-[72ch] text-12 text-ink-2">{note}</figcaption>
      )}
      <details className="mt-2">
        <summary className="link inline-block min-h-6 cursor-pointer text-12">
          The data as a table
        </summary>
        <FigureTable title={title} columns={columns} rows={rows} />
      </details>
    </figure>
  );
}

function FigureTable({ title, columns, rows }: Pick<FigureProps, "title" | "columns" | "rows">) {
  return (
    <ScrollRegion
      label={`${title}: the data`}
      className="relative mt-2 max-h-[28rem] overflow-auto"
    >
      <table className="w-full text-12">
        <thead>
          <tr className="border-ink border-b text-left">
            {columns.map(({ key, label, numeric }) => (
              <th
                key={key}
                scope="col"
                className={cx(
                  "sticky top-0 bg-paper py-1 pr-4 font-medium text-ink-2",
                  numeric && "text-right",
                )}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={columns.map(({ key }) => row[key]).join("|")} className="border-line border-b">
              {columns.map((column, i) => (
                <Cell key={column.key} column={column} row={row} leads={i === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ column, row, leads }: { column: FigureColumn; row: FigureRow; leads: boolean }) {
  const value = row[column.key] ?? null;
  const words = value === null ? <UnknownValue /> : value;
  const shown =
    leads && row.href !== undefined ? (
      <a className="link" href={row.href}>
        {words}
      </a>
    ) : (
      words
    );
  return <td className={cx("py-1 pr-4 align-top", column.numeric && "num text-right")}>{shown}</td>;
}
