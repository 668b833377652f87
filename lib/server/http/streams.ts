import "server-only";
import { PassThrough, Readable, type Writable } from "node:stream";

/** A body that is made piece by piece, as fast as it is read; reading that stops ends the making. */
export function streamOf(chunks: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = chunks.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel() {
        chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** A body that something else writes; a failure of the writing fails the reading. */
export function streamWrittenBy(write: (out: Writable) => Promise<void>): ReadableStream {
  const out = new PassThrough();
  write(out).catch((error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream;
}
