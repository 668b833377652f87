import { CURRENCY_WORDS, SCALE_WORDS } from "../catalogue/typed-words";
import {
  readLiteral,
  refuseInexact,
  roundTo,
  type Scale,
  shift,
  splitNumber,
  takeScale,
} from "./read-number";
import { type Reading, refuse, understood } from "./reading";
import type { PlainTyped } from "./typed-text";

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
export function readMoney({ text, translated }: PlainTyped): Reading<number> {
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
