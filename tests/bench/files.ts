// What it takes to write all zones as a file, at the size of today and at 20 and 200 times that. CSV is the measure:
// XLSX, Parquet and GeoPackage hold the same table, typed and packed. Beside each time stands the most memory that it held
// at once.

import { csvChunks } from "@/lib/formats/csv";
import { writeGeoPackage } from "@/lib/formats/geopackage";
import { parquetChunks } from "@/lib/formats/parquet";
import { type Workbook, xlsxChunks } from "@/lib/formats/xlsx";
import { databaseChunks } from "@/lib/server/http/database-file";
import { englishText } from "@/lib/text/english-text";
import { seedWorkbook } from "@/tests/support/seed-workbook";
import { formatColumns } from "./measure";

const SIZES = [51, 1_000, 10_000];
const TIMES = 3;
/** The others may take this many times as long as CSV, at the largest size. */
const MAX_RATIO = 4;
/** Megabytes that each may hold at once beside its rows, at the largest size. */
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

type Chunks = Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>;

async function costOnce(chunks: Chunks): Promise<Cost> {
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

async function measureCost(write: () => Chunks): Promise<Cost> {
  const costs: Cost[] = [];
  for (let i = 0; i < TIMES; i++) costs.push(await costOnce(write()));
  const [{ bytes } = { bytes: 0 }] = costs;
  return {
    ms: Math.min(...costs.map(({ ms }) => ms)),
    mb: Math.min(...costs.map(({ mb }) => mb)),
    bytes,
  };
}

/** The writers beside CSV, by their names. */
const WRITERS: Readonly<Record<string, (book: Workbook) => Chunks>> = {
  XLSX: (book) => xlsxChunks(englishText, book),
  Parquet: ({ rows, columns }) =>
    parquetChunks(rows, columns, { getPlace: ({ values }) => values.location }),
  GeoPackage: (book) => databaseChunks((db) => writeGeoPackage(db, book)),
};

const measured: { readonly size: number; readonly csv: Cost; readonly others: Cost[] }[] = [];
for (const size of SIZES) {
  const book = makeBook(size);
  const csv = await measureCost(() => csvChunks(book.rows, book.columns));
  const others: Cost[] = [];
  for (const write of Object.values(WRITERS)) others.push(await measureCost(() => write(book)));
  measured.push({ size, csv, others });
}

const formatCost = ({ ms, mb, bytes }: Cost, base: Cost) =>
  `${ms.toFixed(0)} ms ×${(ms / base.ms).toFixed(1)}  ${mb.toFixed(0)} MB  ${(bytes / 1024).toFixed(0)} KB`;
console.log("\nAll zones as a file; × is the ratio to CSV of the same size");
console.log(
  formatColumns([
    [
      "zones",
      ...["CSV", ...Object.keys(WRITERS)].map((name) => `${name}: processor, memory, file`),
    ],
    ...measured.map(({ size, csv, others }) => [
      String(size),
      ...[csv, ...others].map((cost) => formatCost(cost, csv)),
    ]),
  ]),
);

const last = measured.at(-1);
const met =
  last?.others.every(({ ms, mb }) => ms / last.csv.ms <= MAX_RATIO && mb <= MAX_MB) ?? false;
console.log(`  limit: ×${MAX_RATIO} and ${MAX_MB} MB: ${met ? "met" : "EXCEEDED"}`);
if (!met) process.exitCode = 1;
