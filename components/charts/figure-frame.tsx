"use client";

import { useSearchParams } from "next/navigation";
import { useId } from "react";
import { Anchor } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { useHydrated } from "@/components/ui/use-hydrated";
import { TABLES_OPEN, TABLES_PARAM } from "@/lib/query/tables-param";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { FigureProps } from "./figure";
import { FigureSave } from "./figure-save";
import { FigureTable } from "./figure-table";

/**
 * The frame of every chart: its heading, the drawing, the data behind it as a table, and both to save
 * (CSV; SVG and PNG as it is seen). The browser makes the table from the data for the CSV, which saves its markup; without
 * a script, a link leads to the page with its tables.
 */
export function FigureFrame(props: FigureProps) {
  const { title, name, columns, rows, source, embed, note, controls, children, className } = props;
  const { t } = usePlainText();
  const heading = useId();
  const search = useSearchParams();
  const tablesOpen = search?.get(TABLES_PARAM) === TABLES_OPEN;
  const hasTable = useHydrated() || tablesOpen;
  const tableLabel = t("charts.figure.tableRegion", { title });
  return (
    <figure aria-labelledby={heading} className={cx("m-0 min-w-0", className)} data-figure>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={heading} className="font-serif text-21" data-figure-title>
          {title}
        </h2>
        <FigureSave {...{ title, name, columns, rows, source, embed }} />
      </div>
      {controls}
      <div data-figure-drawing>{children}</div>
      {note === undefined ? null : (
        <figcaption className="mt-2 max-w-[72ch] text-12 text-ink-2">{note}</figcaption>
      )}
      <details className="mt-2" open={tablesOpen || undefined}>
        <summary className="link inline-block min-h-6 cursor-pointer text-12">
          {t("charts.figure.table")}
        </summary>
        {hasTable ? <FigureTable columns={columns} rows={rows} label={tableLabel} /> : null}
        <noscript>
          {tablesOpen ? null : (
            <Anchor className="link" href={tablesHref(search, heading)}>
              {tableLabel}
            </Anchor>
          )}
        </noscript>
      </details>
    </figure>
  );
}

/** The address of the same page with its tables open, at a figure. */
function tablesHref(search: URLSearchParams | null, heading: string): string {
  const params = new URLSearchParams(search ?? undefined);
  params.set(TABLES_PARAM, TABLES_OPEN);
  return `?${params}#${heading}`;
}
