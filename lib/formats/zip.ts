import { PassThrough, pipeline, Readable } from "node:stream";
import { ZipFile } from "yazl";

/** One file of a ZIP archive. */
export interface ZipPart {
  /** Name and folders, joined by slashes. */
  readonly path: string;
  /** The text, in pieces; read once, after the parts before it. */
  readonly texts: Iterable<string>;
}

/**
 * A ZIP archive, piece by piece. The same parts make the same bytes. Texts are read only as fast as
 * the archive is read; a reader that stops ends the reading of texts.
 * @throws what a text throws
 */
export async function* zipChunks(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  // One of the first days that ZIP knows, in local time, which is what ZIP stores.
  const options = { mtime: new Date(1980, 0, 2), forceDosTimestamp: true };
  const zip = new ZipFile();
  const out = new PassThrough();
  let text: Readable | undefined;
  // yazl pipes, and pipes pass on neither an error nor that the reader has stopped.
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
