/**
 * JSON in which a part that was written before is a mark, the length of the part and how far back it is. For long lists,
 * whose ids, labels, addresses and sentences have parts in common: a page sends half the bytes beside its markup.
 */
export type PackedText = string;

/** Digits of lengths and distances. Neither JSON nor HTML escapes them. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const BASE = DIGITS.length;

/** The marks, each with the digits of its distance and the shortest part that is longer than what replaces it. */
const NEAR = { mark: "~", digits: 2, shortest: 5 };
const FAR = { mark: "^", digits: 3, shortest: 6 };
const LONGEST = BASE - 1;
/** Parts that begin alike are compared with the last of them only, so that a long list is packed in milliseconds. */
const MOST_COMPARED = 48;

/** A value, which must be JSON, as text. */
export function packText(value: unknown): PackedText {
  const text = JSON.stringify(value);
  const starts = new Map<string, number[]>();
  let packed = "";
  let at = 0;
  while (at < text.length) {
    const found = findPart(text, at, starts);
    const length = found?.length ?? 1;
    const char = text.charAt(at);
    if (found !== null) packed += writePart(found);
    // A mark in the text itself is a part without length.
    else packed += char === NEAR.mark || char === FAR.mark ? char + DIGITS.charAt(0) : char;
    for (let start = at; start < at + length; start++) addStart(text, start, starts);
    at += length;
  }
  return packed;
}

/** The value that was packed. */
export function unpackText<T>(packed: PackedText): T {
  let text = "";
  let at = 0;
  while (at < packed.length) {
    const char = packed.charAt(at);
    const kind = [NEAR, FAR].find(({ mark }) => mark === char);
    const length = kind === undefined ? 0 : readNumber(packed.charAt(at + 1));
    if (kind === undefined || length === 0) {
      text += char;
      at += kind === undefined ? 1 : 2;
    } else {
      const end = at + 2 + kind.digits;
      const start = text.length - readNumber(packed.slice(at + 2, end));
      text += text.slice(start, start + length);
      at = end;
    }
  }
  return JSON.parse(text) as T;
}

interface Part {
  readonly length: number;
  /** How far back it begins. */
  readonly distance: number;
}

/** The longest part before a place that is the same as the text from there; null: none is worth a mark. */
function findPart(
  text: string,
  at: number,
  starts: ReadonlyMap<string, readonly number[]>,
): Part | null {
  let best: Part | null = null;
  for (const start of starts.get(text.slice(at, at + NEAR.shortest)) ?? []) {
    const distance = at - start;
    const { shortest, digits } = kindOf(distance);
    if (distance >= BASE ** digits) continue;
    const length = countSame(text, start, at);
    if (length >= shortest && length >= (best?.length ?? 0)) best = { length, distance };
  }
  return best;
}

/** How many characters are the same from two places on: those of whole characters, and only from before the later one. */
function countSame(text: string, start: number, at: number): number {
  const most = Math.min(LONGEST, at - start, text.length - at);
  let length = 0;
  while (length < most && text[start + length] === text[at + length]) length++;
  // Half a character cannot be sent.
  const isCut = /[\uD800-\uDBFF]/.test(text.charAt(at + length - 1));
  return isCut ? length - 1 : length;
}

function addStart(text: string, start: number, starts: Map<string, number[]>): void {
  const key = text.slice(start, start + NEAR.shortest);
  const known = starts.get(key) ?? [];
  starts.set(key, known);
  known.push(start);
  if (known.length > MOST_COMPARED) known.shift();
}

function kindOf(distance: number): typeof NEAR {
  return distance < BASE ** NEAR.digits ? NEAR : FAR;
}

function writePart({ length, distance }: Part): string {
  const { mark, digits } = kindOf(distance);
  let written = "";
  for (let rest = distance; written.length < digits; rest = Math.floor(rest / BASE)) {
    written = DIGITS.charAt(rest % BASE) + written;
  }
  return mark + DIGITS.charAt(length) + written;
}

function readNumber(written: string): number {
  return [...written].reduce((sum, digit) => sum * BASE + DIGITS.indexOf(digit), 0);
}
