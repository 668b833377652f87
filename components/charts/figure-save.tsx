import { useSearchParams } from "next/navigation";
import { useLocale } from "next-intl";
import { useRef } from "react";
import { copy } from "@/components/layout/page-actions";
import { toast } from "@/components/ui/toast";
import { embedCode } from "@/lib/contract/embeds";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { MOMENT_PARAMS } from "@/lib/query/moment-params";
import { withoutIsolates } from "@/lib/text/isolate";
import { embedIn } from "@/lib/text/reader-language";
import { usePlainText } from "@/lib/text/use-plain-text";

const FORMATS = ["CSV", "SVG", "PNG"] as const;

/** A format in which a figure is saved. */
type FigureFormat = (typeof FORMATS)[number];

interface FigureSaveProps {
  title: string;
  /** Stem of the file's name. */
  name: string;
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
  source: string;
  /** Path and query of its embed; absent: it has none. */
  embed?: string | undefined;
}

/** The address of the page at its day and revision, which the answers of the API name; without an answer, as it is. */
async function pinAddress(search: URLSearchParams): Promise<string> {
  const address = new URL(window.location.href);
  address.hash = "";
  const asked = new URLSearchParams({ limit: "1", scope: "all" });
  for (const name of MOMENT_PARAMS) {
    const value = search.get(name);
    if (value !== null) asked.set(name, value);
  }
  try {
    const response = await fetch(`/api/v1/zones?${asked}`);
    const { meta }: { meta: Record<(typeof MOMENT_PARAMS)[number], string> } =
      await response.json();
    for (const name of MOMENT_PARAMS) address.searchParams.set(name, meta[name]);
  } catch {
    return address.href;
  }
  return address.href;
}

/** Cites a figure, embeds it, and saves a figure's data as CSV, or its picture as SVG or PNG, as it is seen. The code for it loads with the first press. */
export function FigureSave({ title, name, columns, rows, source, embed }: FigureSaveProps) {
  const { t } = usePlainText();
  const box = useRef<HTMLDivElement>(null);
  async function makeFile(format: FigureFormat): Promise<Blob> {
    if (format === "CSV") {
      const { figureCsv } = await import("@/lib/formats/figure-csv");
      return new Blob([figureCsv(columns, rows)], {
        type: "text/csv;charset=utf-8",
      });
    }
    const drawing = box.current?.closest("[data-figure]")?.querySelector("[data-figure-drawing]");
    if (!drawing) throw new Error("no drawing in the document");
    const { drawPicture, drawPng } = await import("./draw-picture");
    const picture = await drawPicture(drawing, { title, source });
    return format === "SVG" ? picture.svg : await drawPng(picture);
  }
  const search = useSearchParams();
  const locale = useLocale();
  async function cite() {
    const address = await pinAddress(new URLSearchParams(search ?? undefined));
    const words = t("charts.figure.citation", { title, source, address });
    await copy(
      t,
      withoutIsolates(words),
      t("layout.actions.copied", { what: t("charts.figure.citationWhat") }),
    );
  }
  async function copyEmbed(path: string) {
    const address = window.location.origin + embedIn(locale, path);
    await copy(
      t,
      embedCode({ address, title }),
      t("layout.actions.copied", { what: t("charts.figure.embedWhat") }),
    );
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
      <button
        type="button"
        className="link"
        aria-label={t("charts.figure.citeNamed", { title })}
        onClick={cite}
      >
        {t("charts.figure.cite")}
      </button>
      {embed === undefined ? null : (
        <button
          type="button"
          className="link"
          aria-label={t("charts.figure.embedNamed", { title })}
          onClick={() => copyEmbed(embed)}
        >
          {t("charts.figure.embed")}
        </button>
      )}
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
