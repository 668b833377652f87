/** A format in which a figure is saved. */
export type FigureFormat = "CSV" | "SVG" | "PNG";

/** What the ways to save a figure say. */
export interface FigureSaveWords {
  readonly lead: string;
  /** By format: the name of the button, and what is said after it is pressed. */
  readonly button: Readonly<Record<FigureFormat, string>>;
  readonly saved: Readonly<Record<FigureFormat, string>>;
  readonly failed: Readonly<Record<FigureFormat, string>>;
}

/** The fixed words of a figure's frame, in the reader's language and with the figure's title in them. */
export interface FigureWords {
  /** Opens the table behind the drawing. */
  readonly table: string;
  /** Name of the region in which the table scrolls. */
  readonly tableRegion: string;
  readonly unknown: string;
  readonly save: FigureSaveWords;
}

/** The same words for each format. */
export function byFormat(word: (format: FigureFormat) => string): Record<FigureFormat, string> {
  return { CSV: word("CSV"), SVG: word("SVG"), PNG: word("PNG") };
}
