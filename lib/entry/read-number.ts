import type { NumberField } from "../catalogue/kinds";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { NUMBER_WORDS, SCALE_WORDS, WRITTEN_UNITS } from "../catalogue/typed-words";
import { isExact } from "../evidence/check-number";
import { findNearest } from "../query/edit-distance";
import { type Reading, type Refusal, refuse, understood } from "./reading";
import { foldWords, type PlainTyped, stripInexact } from "./typed-text";

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** Groups of thousands by commas or spaces, or lakhs and crores as in Pakistan (1,00,000). */
const THOUSANDS = /^-?[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/;
const LAKHS = /^-?[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const OF_A_PROGRAM = /^[-+]?(?:0[xob][\da-f]+|\d+(?:\.\d+)?e[-+]?\d+)$/i;
const RANGE = /\d\s*(?:-|–|—|\bto\b|\bor\b)\s*\d/i;

/** A number as its digits, or why it is none. */
export type Literal =
  | {
      readonly digits: string;
      /** Is it shown back, as "1,00,000" and "1.000", which elsewhere is a thousand? */
      readonly otherForm: boolean;
    }
  | Refusal;

/** Reads the digits of a number, with or without groups of thousands. "0,125" and "24.8," are asked about. */
export function readLiteral(text: string): Literal {
  if (PLAIN.test(text)) return checkExact(text, false);
  if (THOUSANDS.test(text)) return checkExact(text.replace(/[, ]/g, ""), false);
  if (LAKHS.test(text)) return checkExact(text.replace(/,/g, ""), true);
  const suggestion = suggestNumber(text);
  return refuse(suggestion === null ? "number" : "separator", suggestion);
}

function checkExact(digits: string, inLakhs: boolean): Literal {
  if (!isExact(digits)) return refuse("digits");
  return { digits, otherForm: inLakhs || /\.\d*0$/.test(digits) };
}

/** What a number with stray or foreign signs may be; null: nothing is near. */
function suggestNumber(text: string): string | null {
  const bare = text.replace(/^[+,\s']+|[.,\s']+$/g, "").replace(/^(-?)\./, "$10.");
  const tries = [
    bare,
    bare.replace(/^(-?)0+(?=\d)/, "$1"),
    // One comma that does not part thousands, or dots that do, as in continental Europe.
    /^-?\d+,\d+$/.test(bare) ? bare.replace(",", ".") : null,
    /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare)
      ? bare.replace(/\./g, "").replace(",", ".")
      : null,
    bare.replace(/['’]/g, ""),
  ];
  return tries.find((one) => one !== null && one !== text && PLAIN.test(one)) ?? null;
}

/** The parts of a text with one number. */
export interface NumberParts {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

const PARTS = /^(?<before>\D*?)(?<number>[-+.]?\d(?:[\d.,'’ ]*\d)?[.,]?)(?<after>.*)$/su;

/** Splits a text with a number into what is before, the number, and what is after it. Null where it has none. */
export function splitNumber(text: string): NumberParts | null {
  const groups = PARTS.exec(text)?.groups;
  if (!groups) return null;
  const { before = "", number = "", after = "" } = groups;
  // The full stop of "Rs.500" is not that of ".500", and the one before a word is that of an abbreviation.
  const abbreviated = number.startsWith(".") && /\p{L}$/u.test(before);
  return {
    before: `${before}${abbreviated ? "." : ""}`.trim().toLowerCase(),
    number: abbreviated ? number.slice(1) : number,
    after: after.trim().toLowerCase(),
  };
}

/** What makes a text no single exact number, before its parts are looked at; null: nothing. */
export function refuseInexact(text: string): Refusal | null {
  const exact = stripInexact(text);
  if (exact !== null) return refuse("approximate", exact);
  if (OF_A_PROGRAM.test(text)) {
    const number = Number(text);
    return refuse("number", Number.isFinite(number) ? String(number) : null);
  }
  return RANGE.test(text) ? refuse("range") : null;
}

/** A scale word that was taken from the beginning of a text. */
export interface Scale {
  readonly power: number;
  /** What is left. */
  readonly rest: string;
}

/** A scale word at the beginning of a text, and what is left; null where there is none. */
export function takeScale(text: string): Scale | null {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? "";
  const power = Object.hasOwn(SCALE_WORDS, word) ? SCALE_WORDS[word] : undefined;
  return power === undefined
    ? null
    : { power, rest: text.slice(word.length).replace(/^\./, "").trim() };
}

/** A decimal number times a power of 10, without an error of rounding. */
export function shift(digits: string, power: number): number {
  return Number(`${digits}e${power}`);
}

/** A number to at most some significant digits. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** Scale words that are also units, so that a number without money needs the whole word. */
const SHORT_SCALES: ReadonlySet<string> = new Set(["m", "b", "cr"]);
/** Significant digits of a number that was converted from another unit. */
const CONVERTED_DIGITS = 6;

/** Reads a number in the field's unit or one that is converted into it. Money is read by `readMoney`. */
export function readQuantity(
  { unit, notApplicable }: NumberField,
  { text, translated }: PlainTyped,
): Reading<number | typeof NOT_APPLICABLE> {
  if (notApplicable && foldWords(text) === foldWords(NOT_APPLICABLE)) {
    return understood(NOT_APPLICABLE, text !== NOT_APPLICABLE);
  }
  const inexact = refuseInexact(text);
  if (inexact) return inexact;
  const parts = splitNumber(text);
  if (!parts) return refuseWord(text, unit);
  const literal = readLiteral(parts.number);
  if ("issue" in literal) {
    const { suggestion } = literal;
    return {
      ...literal,
      suggestion: suggestion === null ? null : `${suggestion} ${parts.after}`.trim(),
    };
  }
  if (parts.before !== "") return refuse({ code: "unit", unit }, `${parts.number} ${unit}`);
  const { digits, otherForm } = literal;
  const written = findUnit(unit, parts.after);
  if (written) return readWritten(digits, 0, parts.after, written, translated || otherForm);
  const scale = takeScale(parts.after);
  if (scale) {
    const [word = ""] = parts.after.split(/[^\p{L}]/u);
    const scaled = findUnit(unit, scale.rest);
    if (scaled && SHORT_SCALES.has(word)) {
      const whole = Object.keys(SCALE_WORDS).find(
        (one) => SCALE_WORDS[one] === scale.power && one.length > 3,
      );
      return refuse("scale", `${parts.number} ${whole} ${scale.rest}`.trim());
    }
    if (scaled) return readWritten(digits, scale.power, scale.rest, scaled, true);
  }
  const near = findNearest(
    parts.after,
    (WRITTEN_UNITS[unit] ?? []).flatMap(({ words }) => words),
  );
  return refuse({ code: "unit", unit }, near === null ? null : `${parts.number} ${near}`);
}

/** A number typed as a word. */
function refuseWord(text: string, unit: string): Refusal {
  const [first = ""] = text.toLowerCase().split(" ");
  const number = NUMBER_WORDS.indexOf(first);
  return refuse("number", number < 0 ? null : `${number} ${unit}`);
}

interface FoundUnit {
  readonly factor: number;
}

/** The unit that a text after a number names; nothing is the field's own. Null: it is not known. */
function findUnit(unit: string, after: string): FoundUnit | null {
  const plain = after.replace(/²/g, "2");
  const bare = plain.replace(/\.$/, "");
  if (after === "" || bare === unit.toLowerCase()) return { factor: 1 };
  return (
    (WRITTEN_UNITS[unit] ?? []).find(
      ({ words }) => words.includes(bare) || words.includes(plain),
    ) ?? null
  );
}

function readWritten(
  digits: string,
  power: number,
  unit: string,
  { factor }: FoundUnit,
  otherForm: boolean,
): Reading<number> {
  const amount = shift(digits, power);
  if (factor === 1) return understood(amount, otherForm);
  const value = roundTo(amount * factor, CONVERTED_DIGITS);
  return { value, shownBack: { code: "converted", amount, unit }, money: null };
}
