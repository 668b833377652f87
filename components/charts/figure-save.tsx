"use client";

import { useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";

/** Props of the ways to save a figure. */
export interface FigureSaveProps {
  title: string;
  name: string;
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
  source: string;
}

const FORMATS = ["CSV", "SVG", "PNG"] as const;
type Format = (typeof FORMATS)[number];

/** A figure's data as CSV, or its picture as SVG or PNG, as it is seen. What makes them loads with the first press. */
export function FigureSave({ title, name, columns, rows, source }: FigureSaveProps) {
  const box = useRef<HTMLDivElement>(null);
  async function fileOf(format: Format): Promise<Blob> {
    if (format === "CSV") {
      const { figureCsv } = await import("@/lib/formats/figure-csv");
      return new Blob([figureCsv(columns, rows)], { type: "text/csv;charset=utf-8" });
    }
    const drawing = box.current?.closest("[data-figure]")?.querySelector("[data-figure-drawing]");
    if (!drawing) throw new Error("The figure is not on the page any more.");
    const { drawPicture, drawPng } = await import("./draw-picture");
    const picture = await drawPicture(drawing, { title, source });
    return format === "SVG" ? picture.svg : await drawPng(picture);
  }
  async function keep(format: Format) {
    try {
      const [{ save }, file] = await Promise.all([import("@/lib/client/download"), fileOf(format)]);
      save(file, `${name}.${format.toLowerCase()}`);
      toast(`${format} saved`);
    } catch (error) {
      toast(`The ${format} could not be made. ${error instanceof Error ? error.message : ""}`);
    }
  }
  return (
    <div ref={box} className="no-print flex items-center gap-3 text-12">
      <span className="text-ink-3">Save</span>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="link min-h-6 pointer-coarse:min-h-11"
          aria-label={`Save “${title}” as ${format}`}
          onClick={() => keep(format)}
        >
          {format}
        </button>
      ))}
    </div>
  );
}
