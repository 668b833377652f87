// Reads a sheet of an XLSX file in a thread with limits of memory and time. It is JavaScript, so that tests run it, too.
import { parentPort, workerData } from "node:worker_threads";
import { readXlsx } from "hucre/xlsx";

/** The errors of the reader that a file causes, by name. */
const PROBLEMS = {
  EncryptedFileError: "protected",
  ParseError: "unreadable",
  UnsupportedFormatError: "unreadable",
  XmlError: "unreadable",
  ZipError: "unreadable",
};

/** The texts of the wanted sheet, or why there are none. */
async function readWanted() {
  const { bytes, wanted, range, maxRows, maxMerges, maxText } = workerData;
  /** @type {string[]} */
  const names = [];
  try {
    const { sheets } = await readXlsx(bytes, {
      readStyles: true,
      range,
      sheets: ({ name, hidden, veryHidden }) => {
        if (hidden || veryHidden) return false;
        names.push(name);
        return wanted === null ? names.length === 1 : name === wanted;
      },
    });
    const [sheet] = sheets;
    if (!sheet) return "no-sheet";
    if (sheet.rows.length > maxRows) return "too-many-rows";
    const merges = sheet.merges ?? [];
    if (merges.length > maxMerges) return "too-large";
    // A text that many cells share is sent once for each.
    let length = 0;
    const rows = [];
    for (const [row, cells] of sheet.rows.entries()) {
      const texts = cells.map((value, column) =>
        toText(value, sheet.cells?.get(`${row},${column}`)),
      );
      for (const text of texts) length += text.length;
      if (length > maxText) return "too-large";
      rows.push(texts);
    }
    return { rows, merges, sheet: sheet.name, sheets: names };
  } catch (error) {
    const problem = PROBLEMS[error.name];
    if (problem === undefined) throw error;
    return problem;
  }
}

/**
 * @param {import("hucre/xlsx").CellValue} value
 * @param {import("hucre/xlsx").Cell | undefined} cell
 * @returns {string}
 */
function toText(value, cell) {
  if (value === null) return "";
  const format = cell?.style?.numFmt ?? "";
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : formatDate(value.toISOString(), format);
  }
  if (typeof value === "number" && /%/.test(format)) {
    return `${Number((value * 100).toPrecision(12))}%`;
  }
  return String(value).trim();
}

/**
 * The day of a date, or its month or year where the format shows no more.
 * @param {string} instant ISO 8601, UTC
 * @param {string} format of Excel
 */
function formatDate(instant, format) {
  const letters = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").toLowerCase();
  if (letters === "" || letters.includes("d")) return instant.slice(0, 10);
  return letters.includes("m") ? instant.slice(0, 7) : instant.slice(0, 4);
}

parentPort.postMessage(await readWanted());
