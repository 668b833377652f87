import "server-only";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip as gzipCompress } from "node:zlib";

/** How a body is sent. */
export type Encoding = "br" | "gzip" | "identity";

/** Bytes below which a compressed body saves nothing. */
const MIN_BYTES = 1024;
/** Takes a third of the time of the best quality, for 3 % more bytes. */
const BROTLI_QUALITY = 6;

const gzip = promisify<Buffer, Buffer>(gzipCompress);
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
 * The encoding of an answer that is best for a client. A page with a nonce is compressed for each request, which takes brotli
 * too long.
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

/** A body in an encoding; a promise where it has to be compressed. */
export function encodeBody(body: Buffer, encoding: Encoding): Buffer | Promise<Buffer> {
  switch (encoding) {
    case "identity":
      return body;
    case "gzip":
      return gzip(body);
    case "br":
      return compressWithBrotli(body);
  }
}

async function compressWithBrotli(body: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  // A copy: the result is part of a larger buffer.
  return Buffer.from(await brotli(body, { params }));
}
