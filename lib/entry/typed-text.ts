import { INEXACT_WORDS, NO_VALUE_WORDS } from "../catalogue/typed-words";

/** Signs that keyboards, spreadsheets and Urdu write for the same thing. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2000-\u200a\u202f\u3000\t\r\n]/gu, " "],
  [/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ""],
  [/\u066b/gu, "."],
  [/[\u066c\u060c]/gu, ","],
  [/\u066a/gu, "%"],
  [/[\u2212\uff0d]/gu, "-"],
];

/** The value of a digit of Arabic (٠) or Urdu and Persian (۰). */
function toDigit(sign: string): string {
  return String(sign.charCodeAt(0) % 16);
}

/** A typed text with one form of each digit, space and sign. */
export interface PlainTyped {
  readonly text: string;
  /** Did it have digits or signs of another script? */
  readonly translated: boolean;
}

/** Writes digits of other scripts, spaces and signs in one form, and drops spaces at the ends. */
export function toPlainTyped(typed: string): PlainTyped {
  const trimmed = typed.normalize("NFC").trim();
  const text = SIGNS.reduce(
    (all, [sign, one]) => all.replace(sign, one),
    trimmed.replace(/[٠-٩۰-۹]/gu, toDigit),
  )
    .replace(/ +/g, " ")
    .trim();
  return { text, translated: /[٠-٩۰-۹\u066a-\u066c]/u.test(trimmed) };
}

/** Does a text stand for no value, such as "N/A" or "-"? What it means has to be asked. */
export function isNoValue(text: string): boolean {
  return NO_VALUE_WORDS.has(text.toLowerCase());
}

const INEXACT_SIGNS = /^(?:[~≈><±≥≤]=?)\s*/u;
const INEXACT_ENDS = /\s*(?:\+|\((?:approx\.?|est\.?)\))$|\s+(?:approx\.?|or so|plus)$/iu;

/**
 * The number in a text that says that it is inexact: "1,000" of "approx. 1,000" and "500+".
 * @returns null where nothing says so
 */
export function stripInexact(text: string): string | null {
  const lower = text.toLowerCase();
  const word = INEXACT_WORDS.find(
    (one) => lower.startsWith(`${one} `) || (one.endsWith(".") && lower.startsWith(one)),
  );
  const rest = (word === undefined ? text : text.slice(word.length))
    .trim()
    .replace(INEXACT_SIGNS, "")
    .replace(INEXACT_ENDS, "")
    .trim();
  return rest === text ? null : rest;
}

/** Words without case, accents and the signs between them: "Partly-operational" and "partly operational" are one. */
export function foldWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
