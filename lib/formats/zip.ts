import { PassThrough, pipeline, Readable } from "node:stream";
import { ZipFile } from "yazl";

/** One file of a ZIP archive. */
export interface ZipPart {
  /** Name and folders, joined by slashes. */
  readonly path: string;
  /** The text in chunks. Read once, after the parts before it. */
  readonly texts: Iterable<string>;
}

/**
 * A ZIP archive in chunks. The same parts give the same bytes. Texts are read as fast as the archive is
 * read, and no longer when its reader stops.
 * @throws the error of a text
 */
export async function* zipChunks(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  // One of the first days of the ZIP format, in local time, which ZIP stores.
  const options = { mtime: new Date(1980, 0, 2), forceDosTimestamp: true };
  const zip = new ZipFile();
  const out = new PassThrough();
  let text: Readable | undefined;
  // yazl uses pipes, which pass on neither errors nor the end of reading.
  pipeline(zip.outputStream, out, () => text?.destroy());
  for (const { path, texts } of parts) {
    zip.addReadStreamLazy(path, options, (open) => {
      text = Readable.from(texts, { highWaterMark: 1 });
      text.once("error", (error) => out.destroy(error));
      open(null, text);
    });
  }
  zip.end();
  yield* out;
}
