/** The encodings that files of text are read in. */
export type TextEncoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Windows-1252";

/** A text with its encoding. Null: it is binary, or in another encoding. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Bytes that Windows-1252 does not define. */
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Western texts have single letters with accents; so many in a row are another script. */
const MAX_HIGH_BYTES = 3;
/** Bytes that are looked at to find UTF-16 without a byte order mark. */
const SAMPLE = 4_000;

/**
 * Decodes a file of text: by its byte order mark, else as UTF-8 where it is valid, else as Windows-1252 where it can be
 * that. Nothing is guessed: bytes of another script in an old encoding are not read.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, "UTF-8");
  if (first === 0xff && second === 0xfe) return decode(bytes, "UTF-16LE");
  if (first === 0xfe && second === 0xff) return decode(bytes, "UTF-16BE");
  const zeros = findZeros(bytes);
  if (zeros !== null) return zeros === "mixed" ? null : decode(bytes, zeros);
  return decode(bytes, "UTF-8") ?? (isWestern(bytes) ? decode(bytes, "Windows-1252") : null);
}

/** @returns null where the bytes are not valid in the encoding */
function decode(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  try {
    const text = new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : { text, encoding };
  } catch {
    return null;
  }
}

/** UTF-16 has a zero in every second byte of Latin letters; other texts have none. */
function findZeros(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | "mixed" | null {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return null;
  if (even === 0 && odd > length / 8) return "UTF-16LE";
  return odd === 0 && even > length / 8 ? "UTF-16BE" : "mixed";
}

function isWestern(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    if (UNDEFINED.has(byte)) return false;
    run = byte >= 0x80 ? run + 1 : 0;
    if (run > MAX_HIGH_BYTES) return false;
  }
  return true;
}
