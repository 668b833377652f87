// How much memory the answer with a file takes: prints the most resident memory above that before the answer, the seconds
// and the bytes. The first argument is the format, the second the number of zones, 100,000 where it is absent. Each format
// has a process of its own, so that none finds memory that another one left.
import { packageParts } from "@/lib/formats/open-package";
import { csvChunks } from "@/lib/formats/csv";
import { writeGeoPackage } from "@/lib/formats/geopackage";
import { geojsonChunks, ndjsonChunks } from "@/lib/formats/json-files";
import { parquetChunks } from "@/lib/formats/parquet";
import { writeRegistry } from "@/lib/formats/registry-database";
import { EXPORTED_FIELDS } from "@/lib/formats/columns";
import { writeFile } from "node:fs/promises";
import { zipChunks } from "@/lib/formats/spreadsheet";
import { xlsxChunks } from "@/lib/formats/xlsx";
import { databaseChunks } from "@/lib/server/database-file";
import { fileChunks } from "@/lib/server/temporary-file";
import { createStream } from "@/lib/server/http/respond";
import { englishText as text } from "@/lib/text/english-text";
import { makeBook, type Book } from "./many-zones";

type Chunks = Parameters<typeof createStream>[0];

const WRITERS: Readonly<Record<string, (book: Book) => Chunks>> = {
  CSV: ({ rows, columns }) => csvChunks(rows, columns),
  XLSX: (book) => xlsxChunks(text, book),
  NDJSON: ({ rows }) => ndjsonChunks(rows, EXPORTED_FIELDS),
  GeoJSON: ({ rows, notes, columns }) => geojsonChunks(rows, notes, columns),
  GeoPackage: (book) => databaseChunks((db) => writeGeoPackage(db, book)),
  Parquet: ({ rows, columns }) =>
    parquetChunks(rows, columns, { getPlace: ({ values }) => values.location }),
  SQLite: (book) => databaseChunks((db) => writeRegistry(db, { text, ...book })),
  ZIP: (book) => {
    const parts = packageParts({ text, ...book, recordedAt: book.madeAt, origin: "https://x.test" });
    return fileChunks((file) => writeFile(file, zipChunks(parts)));
  },
};

const [name = "", size = "100000"] = process.argv.slice(2);
const write = WRITERS[name];
if (!write) throw new Error(`There is no format ${name}; there are ${Object.keys(WRITERS).join(", ")}`);

/** Reads an answer as a client does that takes each chunk at once. */
async function read(book: Book) {
  let [bytes, most] = [0, 0];
  for await (const chunk of createStream(write!(book))) {
    bytes += chunk.byteLength;
    most = Math.max(most, process.memoryUsage.rss());
  }
  return { bytes, most };
}

const book = await makeBook(Number(size));
// As on a server that has given the file before: the program is compiled.
await read({ ...book, rows: book.rows.slice(0, 1000), registry: { ...book.registry, zones: book.registry.zones.slice(0, 1000) }, evidenced: {...book.evidenced, zones: book.evidenced.zones.slice(0,1000)} });
globalThis.gc?.();
globalThis.gc?.();
const before = process.memoryUsage.rss();
const {heapTotal,heapUsed,external,arrayBuffers}=process.memoryUsage(); console.log({heapTotal,heapUsed,external,arrayBuffers});
const began = performance.now();
const { bytes, most } = await read(book);
const mb = (n: number) => (n / 1e6).toFixed(1);
console.log(name, `+${mb(most - before)} MB`, `start ${mb(before)}`, `${((performance.now() - began) / 1000).toFixed(1)} s`, `${mb(bytes)} MB file`);
