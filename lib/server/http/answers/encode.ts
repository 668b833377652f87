import "server-only";
import { promisify } from "node:util";
import { brotliCompress, constants, crc32, deflateRaw } from "node:zlib";
import { combine, shiftOf } from "./crc";

/** How a body is sent. */
export type Encoding = "br" | "gzip" | "identity";

/** A body, cut at each place where a request's own nonce stands. Without a nonce, it is one part. */
export type Parts = readonly [Buffer, ...Buffer[]];

/** Bytes below which a compressed body saves nothing. */
const MIN_BYTES = 1024;
/** How far back deflate can refer. */
const WINDOW = 32_768;
/** Takes a third of the time of the best quality, for 3 % more bytes. */
const BROTLI_QUALITY = 6;

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty last block of deflate. */
const LAST_BLOCK = Buffer.from([1, 0, 0, 0xff, 0xff]);

const deflate = promisify<Buffer, object, Buffer>(deflateRaw);
const brotli = promisify<Buffer, object, Buffer>(brotliCompress);

/** Types whose bodies become smaller. */
const COMPRESSIBLE = /^(text\/|application\/(.*\+)?(javascript|json|xml|x-ndjson)|image\/svg)/;

/** Does a client take an encoding? @param accepted the header Accept-Encoding */
function takes(accepted: string, encoding: Encoding): boolean {
  return accepted.split(",").some((part) => {
    const [name = "", ...params] = part.split(";").map((one) => one.trim().toLowerCase());
    return name === encoding && !params.some((param) => /^q=0(\.0*)?$/.test(param));
  });
}

/**
 * The encoding of an answer that is best for a client. A page is not sent with brotli: the format has no way to put
 * another nonce into a compressed body.
 * @param accepted the header Accept-Encoding; undefined: none
 * @param bytes of the body as it is
 */
export function chooseEncoding(
  accepted: string | undefined,
  { type, bytes, hasNonce }: { type: string; bytes: number; hasNonce: boolean },
): Encoding {
  if (accepted === undefined || bytes < MIN_BYTES || !COMPRESSIBLE.test(type)) return "identity";
  if (!hasNonce && takes(accepted, "br")) return "br";
  return takes(accepted, "gzip") ? "gzip" : "identity";
}

/** A body in one encoding, with the places for a nonce. */
export interface EncodedBody {
  /** The whole body with a nonce in its places, in chunks. */
  readonly withNonce: (nonce: string) => readonly Buffer[];
  /** Bytes that are held. */
  readonly bytes: number;
}

/**
 * A body in an encoding, into which any nonce of the same length can be put.
 *
 * For gzip each part is deflated with what stands before it as its dictionary, in which the nonces are zero bytes. The parts
 * have none, so nothing refers to a nonce, and everything else is found as in one piece.
 * @param parts without zero bytes
 * @param nonceBytes length of the nonce
 */
export async function encodeBody(
  parts: Parts,
  nonceBytes: number,
  encoding: Encoding,
): Promise<EncodedBody> {
  if (encoding === "gzip") return zip(parts, nonceBytes);
  if (encoding === "br") {
    const [whole] = parts;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
    };
    // A copy: the result is part of a larger buffer.
    return plainBody([Buffer.from(await brotli(whole, { params }))]);
  }
  return plainBody(parts);
}

/** A body as it is. */
export function plainBody(parts: Parts): EncodedBody {
  return {
    withNonce: (nonce) => interleave(parts, Buffer.from(nonce, "latin1")),
    bytes: sumLengths(parts),
  };
}

async function zip(parts: Parts, nonceBytes: number): Promise<EncodedBody> {
  const whole = Buffer.concat(interleave(parts, Buffer.alloc(nonceBytes)));
  const size = whole.length;
  const pieces: Buffer[] = [];
  let start = 0;
  // One after the other: each needs memory while it runs.
  for (const part of parts) {
    const dictionary = whole.subarray(Math.max(0, start - WINDOW), start);
    const options = { finishFlush: constants.Z_SYNC_FLUSH };
    pieces.push(await deflate(part, start > 0 ? { ...options, dictionary } : options));
    start += part.length + nonceBytes;
  }
  const [first = Buffer.alloc(0), ...others] = pack(pieces);
  const deflated: Parts = [first, ...others];
  const checks = parts.map((part) => ({ crc: crc32(part), shift: shiftOf(part.length) }));
  const nonceShift = shiftOf(nonceBytes);
  return {
    withNonce: (nonce) => {
      const bytes = Buffer.from(nonce, "latin1");
      const ofNonce = crc32(bytes);
      const check = checks.reduce((sum, { crc, shift }, at) => {
        const before = at === 0 ? sum : combine(sum, ofNonce, nonceShift);
        return combine(before, crc, shift);
      }, 0);
      const tail = Buffer.alloc(8);
      tail.writeUInt32LE(check, 0);
      tail.writeUInt32LE(size % 2 ** 32, 4);
      return [GZIP_HEAD, ...interleave(deflated, toBlock(bytes)), LAST_BLOCK, tail];
    },
    bytes: sumLengths(deflated),
  };
}

/** The same buffers in one piece of memory: each result of zlib is a small part of a large buffer. */
function pack(pieces: readonly Buffer[]): Buffer[] {
  const whole = Buffer.concat(pieces);
  let end = 0;
  return pieces.map(({ length }) => {
    end += length;
    return whole.subarray(end - length, end);
  });
}

/** Bytes as a block of deflate that is not compressed. */
function toBlock(bytes: Buffer): Buffer {
  const block = Buffer.alloc(5 + bytes.length);
  block.writeUInt16LE(bytes.length, 1);
  block.writeUInt16LE(bytes.length ^ 0xffff, 3);
  block.set(bytes, 5);
  return block;
}

function interleave([first, ...others]: Parts, between: Buffer): Buffer[] {
  return [first, ...others.flatMap((part) => [between, part])];
}

/** Bytes of several buffers together. */
export function sumLengths(buffers: readonly Buffer[]): number {
  return buffers.reduce((sum, { length }) => sum + length, 0);
}

/**
 * Cuts a body at each place of a nonce.
 * @param nonce null: it has none
 */
export function cutAt(body: Buffer, nonce: string | null): Parts {
  if (nonce === null) return [body];
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = body.indexOf(nonce); at !== -1; at = body.indexOf(nonce, start)) {
    parts.push(body.subarray(start, at));
    start = at + nonce.length;
  }
  const [first, ...others] = [...parts, body.subarray(start)];
  return [first ?? body, ...others];
}
