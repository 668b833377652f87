import { XmlDocument, XmlElement } from "libxml2-wasm";
import { fromBufferPromise } from "yauzl";

/** A cell as read back. */
export interface ReadCell {
  readonly value: string | number | boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** ARGB, hexadecimal. */
  readonly color: string;
  readonly wrapped: boolean;
}

/** A sheet as read back. */
export interface ReadSheet {
  readonly name: string;
  /** Cells at their columns; a cell that is not there is undefined. */
  readonly rows: readonly (readonly (ReadCell | undefined)[])[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  /** Columns and rows that stay in view. */
  readonly frozen: readonly [columns: number, rows: number];
  /** The range with filters, as A1:C3; null: none. */
  readonly filter: string | null;
}

/**
 * The parts of a ZIP archive, by their paths.
 * @throws where the archive or a checksum is wrong
 */
export async function readZipBytes(body: ArrayBuffer): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const zip = await fromBufferPromise(Buffer.from(body));
  for await (const entry of zip.eachEntry()) {
    const chunks = await (await zip.openReadStreamPromise(entry)).toArray();
    parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}

/**
 * The parts of a ZIP archive as text, by their paths.
 * @throws where the archive, a checksum or the encoding is wrong
 */
export async function readZip(body: ArrayBuffer): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts = await readZipBytes(body);
  return new Map([...parts].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

/**
 * Reads an XLSX file back, with a parser that accepts only XML that is well formed.
 * @param only the sheet whose cells are wanted: reading cells takes most of the time; all if not given
 * @throws where a part of any sheet is missing or not well formed
 */
export async function readWorkbook(
  body: ArrayBuffer,
  only?: string,
): Promise<readonly ReadSheet[]> {
  const parts = await readZip(body);
  const parse = <T>(path: string, read: (root: XmlElement) => T): T =>
    readXml(parts.get(path) ?? missing(path), read);
  const targets = parse("xl/_rels/workbook.xml.rels", (root) =>
    listChildren(root).map(
      (item) => [getAttribute(item, "Id"), getAttribute(item, "Target")] as const,
    ),
  );
  const strings = parse("xl/sharedStrings.xml", (root) => listChildren(root).map(readString));
  const looks = parse("xl/styles.xml", readLooks);
  const sheets = parse("xl/workbook.xml", (root) =>
    descend(root, "sheets", "sheet").map(
      (item) => [getAttribute(item, "name") ?? "", getAttribute(item, "id", "r")] as const,
    ),
  );
  return sheets.flatMap(([name, id]) => {
    const target = targets.find(([key]) => key === id)?.[1] ?? missing(`sheet ${name}`);
    return parse(`xl/${target}`, (root) =>
      only === undefined || only === name ? [{ name, ...readSheet(root, strings, looks) }] : [],
    );
  });
}

/**
 * Parses XML strictly and hands its root to a reader.
 * @throws where the text is not well-formed XML
 */
export function readXml<T>(text: string, read: (root: XmlElement) => T): T {
  const document = XmlDocument.fromString(text);
  try {
    return read(document.root);
  } finally {
    document.dispose();
  }
}

type Look = Omit<ReadCell, "value">;

function readSheet(root: XmlElement, strings: readonly string[], looks: readonly Look[]) {
  const [pane] = descend(root, "sheetViews", "sheetView", "pane");
  const [filter] = descend(root, "autoFilter");
  const split = (name: string) => Number((pane && getAttribute(pane, name)) ?? 0);
  return {
    rows: descend(root, "sheetData", "row").map((row) => {
      const cells: ReadCell[] = [];
      for (const cell of listChildren(row)) {
        const look = looks[Number(getAttribute(cell, "s") ?? 0)] ?? missing("a look");
        const place = getAttribute(cell, "r") ?? missing("a place");
        cells[getColumnIndex(place)] = { value: readValue(cell, strings), ...look };
      }
      return cells;
    }),
    widths: descend(root, "cols", "col").map((column) => Number(getAttribute(column, "width"))),
    frozen: [split("xSplit"), split("ySplit")] as const,
    filter: (filter && getAttribute(filter, "ref")) ?? null,
  };
}

/** The number of the column of a cell, from 0: 0 of A7, 26 of AA7. */
function getColumnIndex(place: string): number {
  const letters = place.replace(/\d+$/, "");
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The value of a cell by its type (ECMA-376, 18.18.11): "s" is a place among the strings, no type a number. */
function readValue(cell: XmlElement, strings: readonly string[]): ReadCell["value"] {
  const text = listChildren(cell, "v")[0]?.content ?? missing("a value");
  switch (getAttribute(cell, "t")) {
    case null:
      return text.trim() === "" ? missing("a number") : Number(text);
    case "b":
      return text === "1";
    case "s":
      return strings[Number(text)] ?? missing(`string ${text}`);
    default:
      return missing("a type that is known");
  }
}

/** A string, with `_x0041_` read as A. */
function readString(item: XmlElement): string {
  return item.content.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** How cells look, by the number of their format. */
function readLooks(root: XmlElement): readonly Look[] {
  const fonts = descend(root, "fonts", "font").map((font) => ({
    bold: listChildren(font, "b").length > 0,
    italic: listChildren(font, "i").length > 0,
    color: listChildren(font, "color").map((color) => getAttribute(color, "rgb"))[0] ?? "",
  }));
  return descend(root, "cellXfs", "xf").map((format) => ({
    ...(fonts[Number(getAttribute(format, "fontId"))] ?? missing("a font")),
    wrapped: listChildren(format, "alignment").some(
      (item) => getAttribute(item, "wrapText") === "1",
    ),
  }));
}

function getAttribute(element: XmlElement, name: string, prefix?: string): string | null {
  return element.attr(name, prefix)?.value ?? null;
}

function listChildren(element: XmlElement, name?: string): readonly XmlElement[] {
  const children: XmlElement[] = [];
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof XmlElement && (!name || node.name === name)) children.push(node);
  }
  return children;
}

function descend(root: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = [root];
  for (const name of names) found = found.flatMap((element) => listChildren(element, name));
  return found;
}

function missing(what: string): never {
  throw new Error(`The workbook lacks ${what}.`);
}
