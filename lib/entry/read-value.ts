import type { FieldSpec, FieldValue, Place } from "../catalogue/kinds";
import { isInside, TERRITORY } from "../catalogue/territory";
import { CURRENCY_WORDS, SCALE_WORDS } from "../catalogue/typed-words";
import { isExact } from "../evidence/check-number";
import { getValueIssue } from "../evidence/check-value";
import type { PartialDate } from "../time/day";
import { readDate } from "./read-date";
import {
  readLiteral,
  readQuantity,
  refuseInexact,
  roundTo,
  type Scale,
  shift,
  splitNumber,
  takeScale,
} from "./read-number";
import {
  isCountryCode,
  readChoice,
  readCountry,
  readFlag,
  readInvolvement,
  readLevel,
} from "./read-word";
import { isRepaired, isUnderstood, type Reading, refuse, repaired, understood } from "./reading";
import { isNoValue, type PlainTyped, toPlainTyped } from "./typed-text";

/** Longest text that is read: that of a list with every item. */
const MAX_TYPED_LENGTH = 10_100;

/**
 * Reads a typed or pasted value of a field in the forms that people and articles use: with units, names of months,
 * labels or keys of a vocabulary, digits of Urdu. What is understood from another form is shown back; what could mean
 * two things is refused with a suggestion, never guessed. The value is one that the field allows.
 */
export function readTypedValue(spec: FieldSpec, typed: string): Reading {
  const reading = readChecked(spec, typed);
  if (isUnderstood(reading) || reading.suggestion === null) return reading;
  // What is suggested can be used as it is.
  const next = readChecked(spec, reading.suggestion);
  return isUnderstood(next) ? reading : { ...reading, suggestion: null };
}

/** Reads a date of any year, as the date of a claim or a source. */
export function readTypedDate(typed: string): Reading<PartialDate> {
  const plain = toPlainTyped(typed);
  if (plain.text === "") return refuse("empty");
  return isNoValue(plain.text) ? refuse("no-value") : readDate(plain);
}

/** The date that was typed in any form; the text without spaces at its ends where it is none. */
export function readDateText(typed: string): string {
  const reading = readTypedDate(typed);
  return isUnderstood(reading) ? reading.value : typed.trim();
}

function readChecked(spec: FieldSpec, typed: string): Reading {
  const plain = toPlainTyped(typed);
  if (plain.text === "") return refuse("empty");
  if (typed.length > MAX_TYPED_LENGTH) {
    return refuse({ code: "rule", rule: getValueIssue(spec, "") ?? { code: "text" } });
  }
  if (isNoValue(plain.text) && !(spec.kind === "country" && isCountryCode(plain.text))) {
    const applicable =
      spec.kind === "number"
        ? !spec.notApplicable
        : !("vocabulary" in spec && spec.vocabulary === "indicator");
    return refuse("no-value", applicable ? null : "not-applicable");
  }
  const reading: Reading = readKind();
  if (!isUnderstood(reading)) return reading;
  const rule = getValueIssue(spec, reading.value);
  return rule === null ? reading : refuse({ code: "rule", rule });

  function readKind(): Reading {
    switch (spec.kind) {
      case "number":
        return spec.unit === "USD m" ? readMoney(plain) : readQuantity(spec, plain);
      case "date":
        return readDate(plain);
      case "choice":
        return readChoice(spec, plain);
      case "flag":
        return readFlag(plain);
      case "level":
        return readLevel(spec, plain);
      case "country":
        return readCountry(plain);
      case "place":
        return readPlace(plain);
      case "list":
        return readList(typed, spec.items === "involvement");
      case "text":
        return understood(typed.trim(), false);
    }
  }
}

/** Reads the items of a list, separated by commas, semicolons or lines. An item that is there twice counts once. */
function readList(typed: string, involvement: boolean): Reading<NonNullable<FieldValue>> {
  const items = typed
    .split(/[,،;؛\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (items.some((item) => isNoValue(item))) return refuse("no-value");
  const values: string[] = [];
  let otherForm = false;
  let anyRepaired = false;
  for (const item of items) {
    const read = involvement ? readInvolvement(toPlainTyped(item)) : understood(item, false);
    if (!isUnderstood(read)) {
      const { suggestion } = read;
      const mended = items.map((one) => (one === item ? suggestion : one)).join(", ");
      return { ...read, suggestion: suggestion === null ? null : mended };
    }
    const twice = values.includes(read.value);
    if (!twice) values.push(read.value);
    otherForm ||= twice || read.shownBack !== null;
    anyRepaired ||= isRepaired(read);
  }
  return anyRepaired ? repaired(values) : understood(values, otherForm);
}

/** "at 278", "at Rs 278", "@ 278 PKR per US dollar": the rate at which a sum becomes dollars. */
const RATE =
  /\s*(?:\bat|@)\s*(?<before>(?:\p{L}*\p{Sc}|\p{L}+\.?)\s*)?(?<rate>\d[\d.,]*)(?:\s*(?<after>\p{L}*\p{Sc}|\p{L}+\.?))?(?:\s*(?:per|to|\/)\s*(?:the |one |1 )?(?:us ?dollar|dollar|usd|us\$|\$))?$/iu;

/** Fewer dollars, rupees or yuan than this, without a scale word, are more likely millions. */
const SMALL_SUM = 100_000;
/** Significant digits of dollars at a rate: the rate itself has no more. */
const EXCHANGED_DIGITS = 3;
const MILLION = 6;

/**
 * Reads a sum into millions of US dollars, which a number without currency and scale already is.
 * Another currency needs its rate in the text ("Rs 3.5 bn at 278"); the sum itself is kept beside the dollars.
 */
function readMoney({ text, translated }: PlainTyped): Reading<number> {
  const inexact = refuseInexact(text);
  if (inexact) return inexact;
  const rate = RATE.exec(text);
  const sum = rate ? text.slice(0, rate.index) : text;
  const parts = splitNumber(sum);
  if (!parts) return refuse("number");
  const literal = readLiteral(parts.number);
  if ("issue" in literal) {
    const { suggestion } = literal;
    const words = [parts.before, suggestion, parts.after].filter((part) => part !== "");
    return { ...literal, suggestion: suggestion === null ? null : words.join(" ") };
  }
  const { digits, otherForm } = literal;
  const words = readSumWords(parts.before, parts.after);
  if (words === null) return refuse({ code: "unit", unit: "USD m" });
  const { currency, power } = words;
  if (currency === null) {
    if (power === null && rate === null) return understood(Number(digits), translated || otherForm);
    return refuse("currency", `US$ ${digits} ${scaleWord(power ?? MILLION)}`);
  }
  const amount = shift(digits, power ?? 0);
  if (power === null && amount < SMALL_SUM) {
    return refuse("scale", `${currency} ${sumInMillions(digits)}${rate?.[0] ?? ""}`);
  }
  if (currency === "USD") return understood(shift(digits, (power ?? 0) - MILLION), true);
  const perUsd = rate ? readLiteral(rate.groups?.rate ?? "") : null;
  if (perUsd === null || "issue" in perUsd || !(Number(perUsd.digits) > 0)) {
    return refuse({ code: "rate", currency });
  }
  const named = [rate?.groups?.before, rate?.groups?.after].flatMap((word) => word?.trim() || []);
  if (named.some((word) => !isCurrency(word, currency))) return refuse({ code: "rate", currency });
  const money = { amount, currency };
  return {
    value: roundTo(amount / Number(perUsd.digits) / 10 ** MILLION, EXCHANGED_DIGITS),
    shownBack: { code: "exchanged", money, perUsd: Number(perUsd.digits) },
    money,
  };
}

/** Does a word name a currency? A rate in dollars would be the inverse one. */
function isCurrency(word: string, currency: string): boolean {
  const taken = takeCurrency(word.toLowerCase());
  return taken?.currency === currency && /^\.?$/.test(taken.rest);
}

function sumInMillions(digits: string): string {
  return `${digits} ${scaleWord(MILLION)}`;
}

/** The longest word for a power of 10: "million". */
function scaleWord(power: number): string {
  const words = Object.keys(SCALE_WORDS).filter((word) => SCALE_WORDS[word] === power);
  return words.find((word) => word.length > 3) ?? "";
}

interface Taken {
  readonly currency: string;
  readonly rest: string;
}

interface SumWords {
  /** Null: none is named. */
  readonly currency: string | null;
  /** Power of 10; null: none is named. */
  readonly power: number | null;
}

/** The currency and the scale around a number; null where something else is there, or one of them twice. */
function readSumWords(before: string, after: string): SumWords | null {
  const first = before === "" ? null : takeCurrency(before);
  if (before !== "" && (first === null || first.rest !== "")) return null;
  let rest = after;
  let currency = first?.currency ?? null;
  let power: number | null = null;
  while (rest !== "") {
    const money: Taken | null = currency === null ? takeCurrency(rest) : null;
    const scale: Scale | null = power === null ? takeScale(rest) : null;
    if (money) {
      currency = money.currency;
      rest = money.rest;
    } else if (scale) {
      power = scale.power;
      rest = scale.rest;
    } else return null;
  }
  return { currency, power };
}

const CURRENCIES = Object.entries(CURRENCY_WORDS)
  .flatMap(([currency, words]) => words.map((word) => ({ currency, word })))
  .sort((a, b) => b.word.length - a.word.length);

/** A currency at the beginning of a text, and what is left; null where there is none. */
function takeCurrency(text: string): Taken | null {
  const found = CURRENCIES.find(
    ({ word }) =>
      text.startsWith(word) && !(/\p{L}$/u.test(word) && /^\p{L}/u.test(text.slice(word.length))),
  );
  return found ? { currency: found.currency, rest: text.slice(found.word.length).trim() } : null;
}

/** Decimal places of degrees that are kept: about 1 metre. */
const DECIMALS = 5;

const PAIR = /^(-?\d+(?:\.\d+)?)(?:\s*[,;]\s*|\s+)(-?\d+(?:\.\d+)?)$/;
const PART =
  /(-?\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:["″]|'')\s*)?([nsew])?/giu;

/**
 * Reads a place as latitude and longitude: "24.82, 67.35", "24.82 N, 67.35 E", "N 24.82, E 67.35",
 * "24°49'12\"N 67°21'0\"E". Decimal commas and swapped numbers are asked about.
 */
function readPlace({ text, translated }: PlainTyped): Reading<Place> {
  const pair = PAIR.exec(text);
  if (pair) return checkPlace(pair[1] ?? "", pair[2] ?? "", translated || text.includes(";"));
  const commas = /^(\d+),(\d+)[\s;,]+(\d+),(\d+)$/.exec(text);
  if (commas) {
    const [, a, b, c, d] = commas;
    return refuse("separator", `${a}.${b}, ${c}.${d}`);
  }
  const stray = text.replace(/[,;.\s]+$/, "").replace(/^[([\s]+|[)\]\s]+$/g, "");
  if (stray !== text && PAIR.test(stray)) return refuse("place", stray);
  return readDegrees(moveSides(text)) ?? refuse("place");
}

function checkPlace(lat: string, lon: string, otherForm: boolean): Reading<Place> {
  if (!isExact(lat) || !isExact(lon)) return refuse("digits");
  const place = { lat: Number(lat), lon: Number(lon) };
  const swapped = { lat: place.lon, lon: place.lat };
  if (!isInside(TERRITORY, place) && isInside(TERRITORY, swapped)) {
    return refuse("swapped-place", `${lon}, ${lat}`);
  }
  return understood(place, otherForm);
}

/** Directions that are before the degrees, moved behind them. */
function moveSides(text: string): string {
  return /^[nsew]/i.test(text)
    ? text.replace(/([nsew])\s*([^nsew,;]+?)\s*(?=[,;]|[nsew]|$)/gi, "$2$1 ")
    : text;
}

/** Degrees, minutes and seconds as a number; null where one is 60 or more, or has a fraction before a smaller one. */
function toDegrees(degrees: string, minutes?: string, seconds?: string): number | null {
  const isBroken =
    Number(minutes ?? 0) >= 60 ||
    Number(seconds ?? 0) >= 60 ||
    (degrees.includes(".") && (minutes ?? seconds) !== undefined) ||
    (minutes?.includes(".") === true && seconds !== undefined);
  return isBroken
    ? null
    : Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
}

/** Degrees with their directions; null where a text is no such pair. */
function readDegrees(text: string): Reading<Place> | null {
  const parts = [...text.matchAll(PART)];
  const rest = parts.reduce((left, [part]) => left.replace(part, ""), text);
  if (parts.length !== 2 || /[^\s,;]/.test(rest)) return null;
  const read = parts.flatMap(([, whole = "", minutes, seconds, side = ""]) => {
    const degrees = toDegrees(whole, minutes, seconds);
    return degrees === null ? [] : [{ degrees, side: side.toLowerCase() }];
  });
  const lat = read.find(({ side }) => side === "n" || side === "s");
  const lon = read.find(({ side }) => side === "e" || side === "w");
  if (!lat || !lon) return null;
  const sign = (side: string) => (side === "s" || side === "w" ? -1 : 1);
  const round = (degrees: number) => Number(degrees.toFixed(DECIMALS));
  return understood(
    { lat: round(lat.degrees) * sign(lat.side), lon: round(lon.degrees) * sign(lon.side) },
    true,
  );
}
