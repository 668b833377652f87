import type { ReactNode } from "react";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { FigureFrame } from "./figure-frame";

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
  /** Path and query of its embed; absent: it has none. */
  embed?: string;
  /** What the reader must know to read it. */
  note?: ReactNode;
  /** What changes the drawing. It is above the drawing and not in its pictures. */
  controls?: ReactNode;
  /** The drawing. */
  children: ReactNode;
  className?: string;
}

/** A chart in its frame, with its data packed, so that a page sends them once. A drawing can share them if they are packed already. */
export function Figure({ rows, children, ...frame }: FigureProps) {
  return (
    <FigureFrame {...frame} rows={rows}>
      {children}
    </FigureFrame>
  );
}
