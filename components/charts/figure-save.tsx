import { useRef } from "react";
import { toast } from "@/components/ui/toast";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { usePlainText } from "@/lib/text/use-plain-text";

const FORMATS = ["CSV", "SVG", "PNG"] as const;

/** A format in which a figure is saved. */
type FigureFormat = (typeof FORMATS)[number];

interface FigureSaveProps {
  title: string;
  /** Stem of the file's name. */
  name: string;
  columns: readonly FigureColumn[];
  rows: PackedRecords;
  source: string;
}

/** Saves a figure's data as CSV, or its picture as SVG or PNG, as it is seen. The code for it loads with the first press. */
export function FigureSave({ title, name, columns, rows, source }: FigureSaveProps) {
  const { t } = usePlainText();
  const box = useRef<HTMLDivElement>(null);
  async function makeFile(format: FigureFormat): Promise<Blob> {
    if (format === "CSV") {
      const { figureCsv } = await import("@/lib/formats/figure-csv");
      return new Blob([figureCsv(columns, unpackRecords<FigureRow>(rows))], {
        type: "text/csv;charset=utf-8",
      });
    }
    const drawing = box.current?.closest("[data-figure]")?.querySelector("[data-figure-drawing]");
    if (!drawing) throw new Error("no drawing in the document");
    const { drawPicture, drawPng } = await import("./draw-picture");
    const picture = await drawPicture(drawing, { title, source });
    return format === "SVG" ? picture.svg : await drawPng(picture);
  }
  async function keep(format: FigureFormat) {
    try {
      const [{ saveFile }, file] = await Promise.all([
        import("@/lib/client/download"),
        makeFile(format),
      ]);
      saveFile(file, `${name}.${format.toLowerCase()}`);
      toast(t("common.saved", { format }));
    } catch {
      toast(t("charts.figure.failed", { format }));
    }
  }
  return (
    <div ref={box} className="figure-save no-print">
      <span className="text-ink-3">{t("charts.figure.save")}</span>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="link"
          aria-label={t("charts.figure.saveAs", { title, format })}
          onClick={() => keep(format)}
        >
          {format}
        </button>
      ))}
    </div>
  );
}
