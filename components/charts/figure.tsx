import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";
import { packRecords } from "@/lib/evidence/packed-records";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import type { Translate } from "@/lib/text/text-base";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FigureSave, type FigureSaveWords } from "./figure-save";
import { FigureTable } from "./figure-table";

/** Props of a figure. */
export interface FigureProps {
  /** What it shows, as its heading. */
  title: string;
  /** Stem of the names of its files, such as `gaps-power`. */
  name: string;
  columns: readonly FigureColumn[];
  /** The data drawn, all of it. A row's `href` leads from its first cell to the evidence. */
  rows: readonly FigureRow[];
  /** What is written under every picture of it: the product, the day and revision, the licence. */
  source: string;
  /** What the reader must know to read it. */
  note?: ReactNode;
  /** What changes the drawing. It is above the drawing and not in its pictures. */
  controls?: ReactNode;
  /** The drawing. */
  children: ReactNode;
  className?: string;
}

/**
 * The frame of every chart: its heading, the drawing, the data behind it as a table, and both to save
 * (CSV; SVG and PNG as it is seen). It needs no script, except for saving.
 */
export function Figure(props: FigureProps) {
  const { title, name, columns, rows, source, note, controls, children, className } = props;
  const { t } = usePlainText();
  const heading = useId();
  const packed = packRecords(rows);
  return (
    <figure aria-labelledby={heading} className={cx("m-0 min-w-0", className)} data-figure>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={heading} className="font-serif text-21" data-figure-title>
          {title}
        </h2>
        <FigureSave
          title={title}
          name={name}
          columns={columns}
          rows={packed}
          source={source}
          words={saveWords(t, title)}
        />
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
          rows={packed}
          label={t("charts.figure.tableRegion", { title })}
          unknown={t("common.unknown")}
        />
      </details>
    </figure>
  );
}

function saveWords(t: Translate, title: string): FigureSaveWords {
  return {
    lead: t("charts.figure.save"),
    button: byFormat((format) => t("charts.figure.saveAs", { title, format })),
    saved: byFormat((format) => t("common.saved", { format })),
    failed: byFormat((format) => t("charts.figure.failed", { format })),
  };
}

function byFormat(words: (format: string) => string): FigureSaveWords["saved"] {
  return { CSV: words("CSV"), SVG: words("SVG"), PNG: words("PNG") };
}
