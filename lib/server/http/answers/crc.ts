import "server-only";

/** The polynomial of CRC-32, its bits reversed as in zlib. */
const POLYNOMIAL = 0xedb88320;
/** 1 and x as polynomials with reversed bits. */
const ONE = 0x80000000;
const X = 0x40000000;

/** The product of two polynomials modulo that of CRC-32. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = ONE, factor = b; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
  }
  return product >>> 0;
}

/** What `combine` needs to know of a text of so many bytes. */
export function shiftOf(bytes: number): number {
  let power = ONE;
  let square = X;
  for (let bits = bytes * 8; bits > 0; bits = Math.floor(bits / 2)) {
    if (bits % 2 === 1) power = multiply(power, square);
    square = multiply(square, square);
  }
  return power;
}

/**
 * The CRC-32 of two texts, one after the other, from the CRC-32 of each: in the time of 32 steps, however long they are.
 * @param shift of the second text, from `shiftOf`
 */
export function combine(first: number, second: number, shift: number): number {
  return (multiply(shift, first) ^ second) >>> 0;
}
