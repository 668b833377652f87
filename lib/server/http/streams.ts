import "server-only";
import { PassThrough } from "node:stream";

/** A body that is made piece by piece, as fast as it is read; reading that stops ends the making. */
export function createStream(chunks: Generator<string>): ReadableStream<Uint8Array> {
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

/** A body that is whole before its first byte goes; reading that stops ends the making. */
export function createBatchedStream(
  gather: (out: PassThrough) => Promise<Uint8Array>,
): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(await gather(out));
      controller.close();
    },
    cancel() {
      out.destroy();
    },
  });
}
