"use client";

import { useId } from "react";
import { cx } from "@/components/ui/cx";
import type { PackedRecords } from "@/lib/evidence/packed-records";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { FigureProps } from "./figure";
import { FigureSave } from "./figure-save";
import { FigureTable } from "./figure-table";

interface FigureFrameProps extends Omit<FigureProps, "rows"> {
  rows: PackedRecords;
}

/**
 * The frame of every chart: its heading, the drawing, the data behind it as a table, and both to save
 * (CSV; SVG and PNG as it is seen). It needs no script, except for saving.
 */
export function FigureFrame(props: FigureFrameProps) {
  const { title, name, columns, rows, source, note, controls, children, className } = props;
  const { t } = usePlainText();
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
          {t("charts.figure.table")}
        </summary>
        <FigureTable
          columns={columns}
          rows={rows}
          label={t("charts.figure.tableRegion", { title })}
        />
      </details>
    </figure>
  );
}
