// How much memory the answer with a file takes: prints the most resident memory above that before it, the seconds and the bytes.
// The first argument is the format, the second the number of zones. Each format has a process of its own, so that none finds
// memory that another one left.
import { writeFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { EXPORTED_FIELDS } from "@/lib/formats/columns";
import { csvChunks } from "@/lib/formats/csv";
import { writeGeoPackage } from "@/lib/formats/geopackage";
import { geojsonChunks, ndjsonChunks } from "@/lib/formats/json-files";
import { packageParts } from "@/lib/formats/open-package";
import { parquetChunks } from "@/lib/formats/parquet";
import { writeRegistry } from "@/lib/formats/registry-database";
import { zipChunks } from "@/lib/formats/spreadsheet";
import { xlsxChunks } from "@/lib/formats/xlsx";
import { databaseChunks } from "@/lib/server/http/database-file";
import { createStream } from "@/lib/server/http/respond";
import { fileChunks } from "@/lib/server/temporary-file";
import { englishText as text } from "@/lib/text/english-text";
import { type Book, makeBook } from "./many-zones";

type Chunks = Parameters<typeof createStream>[0];

/** Megabytes that an answer may add. */
const MAX_MB = 60;
/** Zones of the file that is made before, as on a server that has made one: the program is compiled then. */
const WARM_UP = 1_000;

const WRITERS: Readonly<Record<string, (book: Book) => Chunks>> = {
  csv: ({ rows, columns }) => csvChunks(rows, columns),
  xlsx: (book) => xlsxChunks(text, book),
  ndjson: ({ rows }) => ndjsonChunks(rows, EXPORTED_FIELDS),
  geojson: ({ rows, notes, columns }) => geojsonChunks(rows, notes, columns),
  parquet: ({ rows, columns }) =>
    parquetChunks(rows, columns, { getPlace: ({ values }) => values.location }),
  gpkg: (book) => databaseChunks((db) => writeGeoPackage(db, book)),
  sqlite: (book) => databaseChunks((db) => writeRegistry(db, { text, ...book })),
  zip: (book) => {
    const origin = "https://x.test";
    const parts = packageParts({ text, ...book, recordedAt: book.madeAt, origin });
    return fileChunks((file) => writeFile(file, zipChunks(parts)));
  },
};

/** Reads an answer as a client does that takes each chunk at once. */
async function read(chunks: Chunks): Promise<{ readonly bytes: number; readonly most: number }> {
  let [bytes, most] = [0, 0];
  for await (const chunk of createStream(chunks)) {
    bytes += chunk.byteLength;
    most = Math.max(most, process.memoryUsage.rss());
  }
  return { bytes, most };
}

const [format = "", size = ""] = process.argv.slice(2);
const write = WRITERS[format];
if (!write) throw new Error(`The formats are ${Object.keys(WRITERS).join(", ")}`);
await read(write(await makeBook(WARM_UP)));
const book = await makeBook(Number(size));
setFlagsFromString("--expose-gc");
runInNewContext("gc")();
const before = process.memoryUsage.rss();
const startedAt = performance.now();
const { bytes, most } = await read(write(book));
const seconds = (performance.now() - startedAt) / 1_000;
const added = (most - before) / 1e6;
const met = added <= MAX_MB ? "" : `  over ${MAX_MB} MB`;
const mb = (bytes / 1e6).toFixed(0);
console.log(
  `  ${format.padEnd(8)} +${added.toFixed(0)} MB  ${seconds.toFixed(1)} s  ${mb} MB of file${met}`,
);
if (met !== "") process.exitCode = 1;
