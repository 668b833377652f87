import { PassThrough, pipeline, Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Cell } from "./columns";
import { escapeXml } from "./xml-text";

/** Styles of cells, in the order of the formats in the file's style sheet. */
const CELL_STYLES = ["plain", "wrapped", "wrappedHeading", "link"] as const;
/** Style of a cell. */
export type CellStyle = (typeof CELL_STYLES)[number];

/** One row of a sheet. */
export interface SheetRow {
  readonly cells: readonly Cell[];
  readonly style: CellStyle;
}

/** One sheet of a spreadsheet. */
export interface Sheet {
  readonly name: string;
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
  /** Null for a sheet that is not a table. The first row of a table has the column names, stays in view and has filters. */
  readonly table: {
    /** Number of first columns that stay in view. */
    readonly frozenColumns: number;
    /** Places of the columns whose addresses are links. */
    readonly linkColumns: readonly number[];
  } | null;
  /** Read once, while the sheet is written. */
  readonly rows: Iterable<SheetRow>;
}

/** The content of an XLSX file in the terms of Office Open XML. */
interface Spreadsheet {
  readonly title: string;
  readonly creator: string;
  readonly madeAt: Date;
  readonly sheets: readonly Sheet[];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const CORE_MEDIA = "application/vnd.openxmlformats-package.core-properties+xml";

/** Characters of a sheet in one chunk. */
const CHUNK = 65_536;

/** The parts of an XLSX file (ECMA-376), in the order of writing. */
export function spreadsheetParts(spreadsheet: Spreadsheet): readonly ZipPart[] {
  const { sheets } = spreadsheet;
  // Filled while the sheets are written, and written after them. Programs read shared strings best: GDAL
  // reads a cell of type "str" as a number and then finds no row of column names.
  const strings = new Map<string, number>();
  const getIndex = (text: string): number => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  return [
    { path: "[Content_Types].xml", texts: [contentTypesXml(sheets)] },
    { path: "_rels/.rels", texts: [packageRelationsXml()] },
    { path: "docProps/core.xml", texts: [propertiesXml(spreadsheet)] },
    { path: "xl/workbook.xml", texts: [workbookXml(sheets)] },
    { path: "xl/_rels/workbook.xml.rels", texts: [workbookRelationsXml(sheets)] },
    { path: "xl/styles.xml", texts: [STYLES_XML] },
    ...sheets.flatMap((sheet, i) => {
      // Filled while the sheet is written.
      const links: SheetLink[] = [];
      return [
        { path: `xl/${sheetPath(i)}`, texts: sheetXml(sheet, getIndex, links) },
        ...(sheet.table && sheet.table.linkColumns.length > 0
          ? [{ path: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`, texts: linksXml(links) }]
          : []),
      ];
    }),
    { path: "xl/sharedStrings.xml", texts: stringsXml(strings) },
  ];
}

const sheetPath = (index: number) => `worksheets/sheet${index + 1}.xml`;

function contentTypesXml(sheets: readonly Sheet[]): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${type}"/>`;
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("docProps/core.xml", CORE_MEDIA),
    part("xl/workbook.xml", `${MEDIA}.sheet.main+xml`),
    part("xl/styles.xml", `${MEDIA}.styles+xml`),
    ...sheets.map((_, i) => part(`xl/${sheetPath(i)}`, `${MEDIA}.worksheet+xml`)),
    part("xl/sharedStrings.xml", `${MEDIA}.sharedStrings+xml`),
    "</Types>",
  ].join("");
}

/** Relations of a part to others, as type and target. Their ids are rId1, rId2, … */
function relationsXml(
  relations: readonly (readonly [type: string, target: string, mode?: "External"])[],
): string {
  const items = relations.map(
    ([type, target, mode], i) =>
      `<Relationship Id="rId${i + 1}" Type="${type}" Target="${escapeXml(target)}"${mode ? ` TargetMode="${mode}"` : ""}/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function packageRelationsXml(): string {
  return relationsXml([
    [`${OFFICE}/officeDocument`, "xl/workbook.xml"],
    [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
  ]);
}

/** Sheets come first, so that the relation of a sheet has its number. */
function workbookRelationsXml(sheets: readonly Sheet[]): string {
  return relationsXml([
    ...sheets.map((_, i) => [`${OFFICE}/worksheet`, sheetPath(i)] as const),
    [`${OFFICE}/styles`, "styles.xml"],
    [`${OFFICE}/sharedStrings`, "sharedStrings.xml"],
  ]);
}

function workbookXml(sheets: readonly Sheet[]): string {
  const items = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${items.join("")}</sheets></workbook>`;
}

function propertiesXml({ title, creator, madeAt }: Spreadsheet): string {
  const instant = `${madeAt.toISOString().slice(0, 19)}Z`;
  return [
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>`,
    "</cp:coreProperties>",
  ].join("");
}

const font = (marks: string, colour = "FF000000") =>
  `<font>${marks}<sz val="11"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`;
const format = (fontId: number, alignment = "") =>
  `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0" xfId="0"${fontId > 0 ? ' applyFont="1"' : ""}${alignment && ' applyAlignment="1"'}>${alignment}</xf>`;
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';

/** Fonts 0, 1 and 2: plain, bold and that of links. The formats are those of `CELL_STYLES`. */
const STYLES_XML = [
  `${DECLARATION}<styleSheet xmlns="${MAIN}">`,
  `<fonts count="3">${font("")}${font("<b/>")}${font("<u/>", "FF0563C1")}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${CELL_STYLES.length}">${format(0)}${format(0, WRAPPED)}${format(1, WRAPPED)}${format(2)}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  "</styleSheet>",
].join("");

/** A cell that is a link. */
interface SheetLink {
  readonly place: string;
  readonly address: string;
}

/** Most links that Excel opens in a sheet. */
const MAX_LINKS = 65_530;

/** The addresses of a sheet's links, each with the number of its link. */
function* linksXml(links: readonly SheetLink[]): Generator<string> {
  yield relationsXml(links.map(({ address }) => [`${OFFICE}/hyperlink`, address, "External"]));
}

function* sheetXml(
  { widths, table, rows }: Sheet,
  getIndex: (text: string) => number,
  links: SheetLink[],
): Generator<string> {
  const linkColumns = new Set(table?.linkColumns);
  const names = widths.map((_, i) => getColumnName(i));
  let text = `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${viewsXml(table)}${columnsXml(widths)}<sheetData>`;
  let number = 0;
  for (const { cells, style } of rows) {
    number += 1;
    text += `<row r="${number}">`;
    cells.forEach((cell, i) => {
      const place = `${names[i]}${number}`;
      const isLink =
        linkColumns.has(i) &&
        typeof cell === "string" &&
        /^https?:/.test(cell) &&
        URL.canParse(cell) &&
        links.length < MAX_LINKS;
      if (isLink) links.push({ place, address: new URL(cell).href });
      text += cellXml(cell, place, isLink ? "link" : style, getIndex);
    });
    text += "</row>";
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  const filter = table ? `<autoFilter ref="A1:${names.at(-1)}${Math.max(number, 1)}"/>` : "";
  const linked = links.map(({ place }, i) => `<hyperlink ref="${place}" r:id="rId${i + 1}"/>`);
  const hyperlinks = linked.length > 0 ? `<hyperlinks>${linked.join("")}</hyperlinks>` : "";
  yield `${text}</sheetData>${filter}${hyperlinks}</worksheet>`;
}

/** The first row and some columns stay in view. */
function viewsXml(table: Sheet["table"]): string {
  if (!table) return "";
  const { frozenColumns } = table;
  const pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft";
  const across = frozenColumns > 0 ? `xSplit="${frozenColumns}" ` : "";
  return [
    '<sheetViews><sheetView workbookViewId="0">',
    `<pane ${across}ySplit="1" topLeftCell="${getColumnName(frozenColumns)}2" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}"/></sheetView></sheetViews>`,
  ].join("");
}

function columnsXml(widths: readonly number[]): string {
  const items = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${items.join("")}</cols>`;
}

/** A cell by its type: number, flag or text; null is no cell. A text is never read as a formula. */
function cellXml(
  cell: Cell,
  place: string,
  style: CellStyle,
  getIndex: (text: string) => number,
): string {
  if (cell === null) return "";
  const look = style === "plain" ? "" : ` s="${CELL_STYLES.indexOf(style)}"`;
  if (typeof cell === "number") return `<c r="${place}"${look}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}"${look} t="b"><v>${Number(cell)}</v></c>`;
  return `<c r="${place}"${look} t="s"><v>${getIndex(cell)}</v></c>`;
}

/** The texts of all sheets, without duplicates. */
function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  let text = `${DECLARATION}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`;
  for (const string of strings.keys()) {
    text += `<si><t xml:space="preserve">${escapeString(string)}</t></si>`;
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  yield `${text}</sst>`;
}

/** Spreadsheets read `_x0041_` as A, so its first character is escaped. */
function escapeString(text: string): string {
  return escapeXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** The letters of a column: A for 0, Z for 25, AA for 26. */
function getColumnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : getColumnName(Math.floor(index / 26) - 1) + letter;
}

/** One file of a ZIP archive. */
export interface ZipPart {
  /** Name and folders, joined by slashes. */
  readonly path: string;
  /** The text in chunks, or bytes. Read once, after the parts before it. */
  readonly texts: Iterable<string | Uint8Array>;
}

/** One of the first days of the ZIP format, in local time, which ZIP stores. */
const getEntryTime = () => ({ mtime: new Date(1980, 0, 2), forceDosTimestamp: true });

/**
 * A whole ZIP archive without compression. The same parts give the same bytes on any machine: those of compressed parts
 * depend on the version of zlib and on the processor.
 */
export async function storedZip(parts: readonly ZipPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  // Not as streams: their sizes come after them, and some readers refuse that for parts without compression.
  for (const { path, texts } of parts) {
    const content = Buffer.concat(Array.from(texts, (one) => Buffer.from(one)));
    zip.addBuffer(content, path, { ...getEntryTime(), compress: false });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Uint8Array.from(Buffer.concat(chunks));
}

/**
 * A ZIP archive in chunks. The same parts give the same bytes with the same zlib. Texts are read as fast as the archive is
 * read, and no longer when its reader stops.
 * @throws the error of a text
 */
export async function* zipChunks(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = new PassThrough();
  let text: Readable | undefined;
  // yazl uses pipes, which pass on neither errors nor the end of reading.
  pipeline(zip.outputStream, out, () => text?.destroy());
  for (const { path, texts } of parts) {
    zip.addReadStreamLazy(path, getEntryTime(), (open) => {
      text = Readable.from(texts, { highWaterMark: 1 });
      text.once("error", (error) => out.destroy(error));
      open(null, text);
    });
  }
  zip.end();
  yield* out;
}
