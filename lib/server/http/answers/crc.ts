import "server-only";

/** The polynomial of CRC-32, its bits reversed as in zlib. */
const POLYNOMIAL = 0xedb88320;
/** 1 and x as polynomials with reversed bits. */
const ONE = 0x80000000;
const X = 0x40000000;

/**
 * The product of two polynomials modulo that of CRC-32. Where a part of a text changes, multiplied by `shiftOf` what follows
 * the part, the difference of its CRC-32 is that of the whole: in the time of 32 steps, however long they are.
 * @returns as an unsigned number
 */
export function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = ONE, factor = b; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
  }
  return product >>> 0;
}

/** The polynomial that moves a CRC-32 past so many bytes. */
export function shiftOf(bytes: number): number {
  let power = ONE;
  let square = X;
  for (let bits = bytes * 8; bits > 0; bits = Math.floor(bits / 2)) {
    if (bits % 2 === 1) power = multiply(power, square);
    square = multiply(square, square);
  }
  return power;
}
