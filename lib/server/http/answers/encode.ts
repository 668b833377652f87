import "server-only";
import { promisify } from "node:util";
import { brotliCompress, constants, crc32, deflateRaw, deflateRawSync } from "node:zlib";
import { multiply, shiftOf } from "./crc";

/** How a body is sent. */
export type Encoding = "br" | "gzip" | "identity";

/** Bytes with the places of something that each request has its own of: its nonce. */
export interface BodyWithPlaces {
  readonly whole: Buffer;
  /** Where each place begins, in their order. */
  readonly places: readonly number[];
  /** Bytes of a place. */
  readonly size: number;
}

/** Bytes below which a compressed body saves nothing. */
const MIN_BYTES = 1024;
/** Bytes below which handing a part to another thread takes longer than compressing it. */
const SHORT = 1024;
/** How parts are compressed. Deflate can refer back by 2 to the power of `windowBits`; less memory takes less time to prepare. */
const LONG_PARTS = { windowBits: 15, memLevel: 8, finishFlush: constants.Z_SYNC_FLUSH };
const SHORT_PARTS = { ...LONG_PARTS, windowBits: 12, memLevel: 5, chunkSize: SHORT };
/** Parts of a body that are compressed at once: as many as Node has threads for it. Each needs some 300 KB meanwhile. */
const AT_ONCE = 4;
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

/** A body in one encoding. */
export interface EncodedBody {
  /**
   * The body with a nonce in its places, in one piece: copying takes less time than sending a hundred pieces.
   * @param nonce as long as the one that it was made with
   */
  readonly withNonce: (nonce: string) => Buffer;
  /** Bytes of it. */
  readonly length: number;
}

/**
 * A body in an encoding, into which any nonce of the same length can be put.
 *
 * For gzip each part between two nonces is deflated with what stands before it as its dictionary, in which the nonces are zero
 * bytes. The parts have none, so nothing refers to a nonce, and everything else is found as in one piece.
 * @param body without zero bytes if it is a page
 */
export async function encodeBody(body: BodyWithPlaces, encoding: Encoding): Promise<EncodedBody> {
  if (encoding === "gzip") return zip(body);
  if (encoding === "br") {
    const { whole } = body;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
    };
    // A copy: the result is part of a larger buffer.
    return plainBody(findPlaces(Buffer.from(await brotli(whole, { params })), null));
  }
  return plainBody(body);
}

/** A body as it is. */
export function plainBody(body: BodyWithPlaces): EncodedBody {
  return {
    withNonce: (nonce) => fill(body, Buffer.from(nonce, "latin1")),
    length: body.whole.length,
  };
}

/** The bytes with others in each place. Without a place, the same bytes. */
function fill({ whole, places }: BodyWithPlaces, own: Buffer): Buffer {
  if (places.length === 0) return whole;
  const filled = Buffer.allocUnsafe(whole.length);
  whole.copy(filled);
  for (const at of places) own.copy(filled, at);
  return filled;
}

async function zip(body: BodyWithPlaces): Promise<EncodedBody> {
  const zeros = Buffer.alloc(body.size);
  const whole = fill(body, zeros);
  const parts = await deflateParts(whole, body);
  const block = toBlock(zeros);
  const pieces: Buffer[] = [GZIP_HEAD];
  const places: number[] = [];
  let length = GZIP_HEAD.length;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [i, part] of parts.entries()) {
    if (i > 0) {
      places.push(length);
      add(block);
    }
    add(part);
  }
  /** How a nonce in all its places changes the checksum of the whole. */
  const shift = body.places.reduce((sum, at) => sum ^ shiftOf(whole.length - at - body.size), 0);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(whole.length % 2 ** 32, 4);
  const zipped = { whole: Buffer.concat([...pieces, LAST_BLOCK, tail]), places, size: 0 };
  const [check, ofZeros] = [crc32(whole), crc32(zeros)];
  const checkAt = zipped.whole.length - tail.length;
  zipped.whole.writeUInt32LE(check, checkAt);
  return {
    withNonce: (nonce) => {
      const bytes = Buffer.from(nonce, "latin1");
      const filled = fill(zipped, toBlock(bytes));
      const change = multiply(shift, crc32(bytes) ^ ofZeros);
      if (places.length > 0) filled.writeUInt32LE((check ^ change) >>> 0, checkAt);
      return filled;
    },
    length: zipped.whole.length,
  };
}

/** The parts between the places, each as blocks of deflate that follow what stands before it. */
async function deflateParts(whole: Buffer, { places, size }: BodyWithPlaces): Promise<Buffer[]> {
  const ends = [...places, whole.length];
  const parts: Buffer[] = [];
  let next = 0;
  const work = async () => {
    for (let part = next++; part < ends.length; part = next++) {
      const start = part === 0 ? 0 : (places[part - 1] ?? 0) + size;
      const text = whole.subarray(start, ends[part]);
      const isShort = text.length < SHORT;
      const options = isShort ? SHORT_PARTS : LONG_PARTS;
      const dictionary = whole.subarray(Math.max(0, start - 2 ** options.windowBits), start);
      const own = start > 0 ? { ...options, dictionary } : options;
      parts[part] = isShort ? deflateRawSync(text, own) : await deflate(text, own);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return parts;
}

/** Bytes as a block of deflate that is not compressed. */
function toBlock(bytes: Buffer): Buffer {
  const block = Buffer.alloc(5 + bytes.length);
  block.writeUInt16LE(bytes.length, 1);
  block.writeUInt16LE(bytes.length ^ 0xffff, 3);
  block.set(bytes, 5);
  return block;
}

/**
 * Finds the places of a nonce in a body.
 * @param nonce null: it has none
 */
export function findPlaces(body: Buffer, nonce: string | null): BodyWithPlaces {
  const places: number[] = [];
  const size = nonce?.length ?? 0;
  if (nonce !== null) {
    for (let at = body.indexOf(nonce); at !== -1; at = body.indexOf(nonce, at + size))
      places.push(at);
  }
  return { whole: body, places, size };
}
