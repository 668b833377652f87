import type { Text } from "@/lib/text/text";
import { byFormat, type FigureWords } from "./figure-words";

/** The words of a figure's frame, from the messages. A client component needs the namespace `charts`. */
export function figureWords(text: Text, title: string): FigureWords {
  const { t } = text;
  return {
    table: t("charts.figure.table"),
    tableRegion: t("charts.figure.tableRegion", { title }),
    unknown: t("common.unknown"),
    save: {
      lead: t("charts.figure.save"),
      button: byFormat((format) => t("charts.figure.saveAs", { title, format })),
      saved: byFormat((format) => t("charts.figure.saved", { format })),
      failed: byFormat((format) => t("charts.figure.failed", { format })),
    },
  };
}
