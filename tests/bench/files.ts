// What it takes to write all zones as a file, at the size of today and at 20 and 200 times that. CSV is the measure:
// XLSX holds the same table, typed and packed. Beside each time stands the most memory that it held at once.

import { csvChunks } from "@/lib/formats/csv";
import { type Workbook, xlsxChunks } from "@/lib/formats/xlsx";
import { englishText } from "@/lib/text/english-text";
import { seedWorkbook } from "@/tests/support/seed-workbook";
import { formatColumns } from "./measure";

const SIZES = [51, 1_000, 10_000];
const TIMES = 3;
/** XLSX may take this many times as long as CSV, at the largest size. */
const MAX_RATIO = 4;
/** Megabytes that XLSX may hold at once beside its rows, at the largest size. */
const MAX_MB = 60;

const realBook = await seedWorkbook();

/** The real zones over and over, each with a name of its own. */
function makeBook(size: number): Workbook {
  const rows = Array.from({ length: size }, (_, i) => {
    const row = realBook.rows[i % realBook.rows.length];
    if (!row) throw new Error("The data set holds no zones");
    return { ...row, slug: `${row.slug}-${i}`, values: { ...row.values, name: `Zone ${i}` } };
  });
  return { ...realBook, rows };
}

interface Cost {
  /** Milliseconds that the processor worked, the least of several. */
  readonly ms: number;
  /** Most megabytes held at once, above what was held before; the least of several. */
  readonly mb: number;
  /** Bytes of the file. */
  readonly bytes: number;
}

const getHeld = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

async function costOnce(chunks: Iterable<string> | AsyncIterable<Uint8Array>): Promise<Cost> {
  globalThis.gc?.();
  const before = getHeld();
  const began = process.cpuUsage();
  let [most, bytes] = [before, 0];
  for await (const chunk of chunks) {
    bytes += Buffer.byteLength(chunk);
    most = Math.max(most, getHeld());
  }
  const { user, system } = process.cpuUsage(began);
  return { ms: (user + system) / 1000, mb: most - before, bytes };
}

async function measureCost(
  write: () => Iterable<string> | AsyncIterable<Uint8Array>,
): Promise<Cost> {
  const costs: Cost[] = [];
  for (let i = 0; i < TIMES; i++) costs.push(await costOnce(write()));
  const [{ bytes } = { bytes: 0 }] = costs;
  return {
    ms: Math.min(...costs.map(({ ms }) => ms)),
    mb: Math.min(...costs.map(({ mb }) => mb)),
    bytes,
  };
}

const measured: { readonly size: number; readonly csv: Cost; readonly xlsx: Cost }[] = [];
for (const size of SIZES) {
  const book = makeBook(size);
  measured.push({
    size,
    csv: await measureCost(() => csvChunks(book.rows, book.columns)),
    xlsx: await measureCost(() => xlsxChunks(englishText, book)),
  });
}

const formatCost = ({ ms, mb, bytes }: Cost, base: Cost) =>
  `${ms.toFixed(0)} ms ×${(ms / base.ms).toFixed(1)}  ${mb.toFixed(0)} MB  ${(bytes / 1024).toFixed(0)} KB`;
console.log("\nAll zones as a file; × is the ratio to CSV of the same size");
console.log(
  formatColumns([
    ["zones", "CSV: processor, memory, file", "XLSX: processor, memory, file"],
    ...measured.map(({ size, csv, xlsx }) => [
      String(size),
      formatCost(csv, csv),
      formatCost(xlsx, csv),
    ]),
  ]),
);

const last = measured.at(-1);
const ratio = last ? last.xlsx.ms / last.csv.ms : Number.NaN;
const held = last?.xlsx.mb ?? Number.NaN;
const met = ratio <= MAX_RATIO && held <= MAX_MB;
console.log(`  limit: ×${MAX_RATIO} and ${MAX_MB} MB: ${met ? "met" : "EXCEEDED"}`);
if (!met) process.exitCode = 1;
