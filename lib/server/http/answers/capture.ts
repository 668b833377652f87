import "server-only";
import type { OutgoingHttpHeader, ServerResponse } from "node:http";
import { createGzip } from "node:zlib";

/** What became of an answer: its whole body; it was too large and went out as it came; or its client left before. */
type Captured = Buffer | "too-large" | "left";

/** Where a body goes that is too large to be held. */
interface Sink {
  /** @returns false: wait for the event `drain` of the response */
  readonly write: (chunk: Buffer) => boolean;
  readonly end: () => void;
  /** The client has left, or has all. */
  readonly stop?: () => void;
}

/**
 * Holds back what is written to a response until it is complete, with its headers set but not sent.
 * @param maxBytes a larger body goes on to the client as it comes
 * @param mayZip whether the client takes gzip for such a body
 */
export function captureBody(
  response: ServerResponse,
  { maxBytes, mayZip }: { maxBytes: number; mayZip: () => boolean },
): Promise<Captured> {
  const write = response.write.bind(response) as (chunk: Buffer) => boolean;
  const end = response.end.bind(response) as () => void;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let sink: Sink | null = null;
    const take = (chunk: unknown, encoding: unknown): boolean => {
      const data = toBuffer(chunk, encoding);
      if (sink) return sink.write(data);
      chunks.push(data);
      bytes += data.length;
      if (bytes <= maxBytes) return true;
      restore(response, ["writeHead", "flushHeaders"]);
      sink = openSink(response, { write, end }, mayZip());
      if (response.destroyed) sink.stop?.();
      resolve("too-large");
      return chunks
        .splice(0)
        .map((held) => sink?.write(held))
        .every(Boolean);
    };
    Object.assign(response, {
      writeHead: (status: number, ...rest: unknown[]) => {
        response.statusCode = status;
        setHeaders(response, rest.at(-1));
        return response;
      },
      flushHeaders: () => {},
      write: (chunk: unknown, ...rest: unknown[]) => {
        const isOpen = take(chunk, rest[0]);
        callLast(rest);
        return isOpen;
      },
      end: (...given: unknown[]) => {
        const [chunk, encoding] = given;
        if (chunk !== undefined && chunk !== null && typeof chunk !== "function") {
          take(chunk, encoding);
        }
        if (sink) sink.end();
        else resolve(Buffer.concat(chunks));
        callLast(given);
        return response;
      },
    });
    response.once("close", () => {
      sink?.stop?.();
      resolve("left");
    });
  });
}

/** Lets a response go that was held back, so that its answer can be sent. */
export function releaseHeld(response: ServerResponse): void {
  restore(response, ["writeHead", "flushHeaders", "write", "end"]);
}

/** Makes methods of a response Node's own again. */
function restore(response: ServerResponse, methods: readonly string[]): void {
  for (const name of methods) Reflect.deleteProperty(response, name);
}

function openSink(response: ServerResponse, plain: Sink, isZipped: boolean): Sink {
  if (!isZipped) return plain;
  response.removeHeader("content-length");
  response.setHeader("content-encoding", "gzip");
  const gzip = createGzip();
  gzip.on("data", (chunk: Buffer) => {
    if (!plain.write(chunk)) gzip.pause();
  });
  // Not while the client itself must be waited for: that has an event of its own.
  gzip.on("drain", () => {
    if (!response.writableNeedDrain) response.emit("drain");
  });
  gzip.on("error", () => response.destroy());
  gzip.once("end", plain.end);
  response.on("drain", () => gzip.resume());
  return {
    write: (chunk) => gzip.write(chunk),
    end: () => void gzip.end(),
    stop: () => void gzip.destroy(),
  };
}

function toBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === "string") {
    return Buffer.from(
      chunk,
      Buffer.isEncoding(String(encoding)) ? (encoding as BufferEncoding) : "utf8",
    );
  }
  if (chunk instanceof Uint8Array) return Buffer.from(chunk);
  throw new TypeError("A body is text or bytes.");
}

/** Calls the last of the arguments of `write` or `end` where it is a function. */
function callLast(given: readonly unknown[]): void {
  const last = given.at(-1);
  if (typeof last === "function") process.nextTick(() => last());
}

/** Sets the headers of a call of `writeHead`, which can be an object or a list of names and values. */
export function setHeaders(response: ServerResponse, given: unknown): void {
  if (typeof given !== "object" || given === null) return;
  const pairs = Array.isArray(given)
    ? given.flatMap((name, at) => (at % 2 === 0 ? [[String(name), given[at + 1]] as const] : []))
    : Object.entries(given as Record<string, OutgoingHttpHeader | undefined>);
  for (const [name, value] of pairs) {
    if (value !== undefined) response.setHeader(name, value as OutgoingHttpHeader as string);
  }
}
