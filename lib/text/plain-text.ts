import { type Day, isPartialDate, type PartialDate, pakistanDay } from "../time/day";
import type { Messages } from "./english-messages";
import { isolate } from "./isolate";
import { intlFormats, type Joint, LOCALES, type Locale } from "./locales";
import type { TextBase, Translate } from "./text-base";
import { createTranslate } from "./translate";

/** Messages, numbers, dates and lists in one language: the text of components that show no field or term. */
export interface PlainText extends NumberText, DateText {
  readonly locale: Locale;
  /** Direction of the writing. */
  readonly dir: "ltr" | "rtl";
  /** A message by its key: `t("explorer.title")`, `t("common.count.zones", { count: 3 })`. */
  readonly t: Translate;
  /** Sentences in a row, with a space between two, or nothing in Chinese. Empty ones are left out. */
  sentences(sentences: readonly string[]): string;
  /** "Sindh, Punjab and Balochistan"; the last item follows `and` where no joint is named. */
  list(items: Iterable<string>, joint?: Joint): string;
  /** The same list in parts, for items that are not only text: each item, and what stands between. */
  listParts(items: Iterable<string>, joint?: Joint): readonly ListPart[];
}

/** A part of a list: an item as it was given, or the literal text between two. */
interface ListPart {
  readonly type: "element" | "literal";
  readonly value: string;
}

interface PlainBase extends TextBase {
  /** Keeps a text in its order where the writing is from right to left; elsewhere it does nothing. */
  readonly isolate: (text: string) => string;
}

const made = new WeakMap<object, PlainText>();

/** The plain text of a language. The same messages give the same object, so that it can be compared. */
export function createPlainText(locale: Locale, messages: Messages): PlainText {
  const existing = made.get(messages);
  if (existing?.locale === locale) return existing;
  const text = buildPlainText(locale, messages);
  made.set(messages, text);
  return text;
}

function buildPlainText(locale: Locale, messages: Messages): PlainText {
  const t = createTranslate(locale, messages);
  const { dir, sentenceGap } = LOCALES[locale];
  const base = { t, intl: intlFormats(locale), isolate: dir === "rtl" ? isolate : identity };
  return {
    locale,
    dir,
    t,
    sentences: (sentences) => sentences.filter((sentence) => sentence !== "").join(sentenceGap),
    list: (items, joint = "and") => base.intl.list(joint).format(Array.from(items, base.isolate)),
    listParts: (items, joint = "and") => base.intl.list(joint).formatToParts(items),
    ...createNumberText(base),
    ...createDateText(base),
  };
}

function identity(text: string): string {
  return text;
}

/** How a number is written. */
interface NumberOptions {
  /** Most decimals; 2 where absent. Zeros at the end are left out. */
  readonly digits?: number;
  /** Exactly as many decimals as `digits`, zeros too. */
  readonly fixed?: boolean;
  /** With its sign, except 0: "+1.2", "-0.4". */
  readonly signed?: boolean;
}

/** Numbers for people. */
interface NumberText {
  /** A number with groups of thousands: "2,800", "1.2". */
  number(value: number, options?: NumberOptions): string;
  /** A share of 0 to 1: "63%". Above nothing it is never "0%", below all it is never "100%". */
  percent(share: number): string;
  /** A number in short: "1.2M", "820". */
  compact(value: number): string;
  /** A range from 0 on: "49–86", or "54" where both ends read the same. No decimals where `digits` is absent. */
  range(low: number, high: number, options?: NumberOptions): string;
  /** A length in bytes, to 3 figures: "812 bytes", "33.6 kB", "1.2 MB". */
  fileSize(bytes: number): string;
}

const FILE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** The numbers of a language. */
function createNumberText({ t, intl, isolate }: PlainBase): NumberText {
  const format = (options: NumberOptions, most: number) => {
    const { digits = most, fixed = false, signed = false } = options;
    return intl.number({
      maximumFractionDigits: digits,
      minimumFractionDigits: fixed ? digits : 0,
      signDisplay: signed ? "exceptZero" : "auto",
    });
  };
  const wholePercent = intl.number({ style: "percent", maximumFractionDigits: 0 });
  return {
    number: (value, options = {}) => format(options, 2).format(value),
    percent(share) {
      const rounded = Math.round(share * 100);
      if (share > 0 && rounded === 0) {
        return t("common.underPercent", { percent: wholePercent.format(0.01) });
      }
      if (share < 1 && rounded === 100) {
        return t("common.overPercent", { percent: wholePercent.format(0.99) });
      }
      return wholePercent.format(rounded / 100);
    },
    compact: (value) =>
      intl.number({ notation: "compact", maximumFractionDigits: 1 }).format(value),
    range(low, high, options = {}) {
      const written = format(options, 0);
      const [from, to] = [written.format(low), written.format(high)];
      return from === to ? from : isolate(`${from}${intl.rangeSign()}${to}`);
    },
    fileSize(bytes) {
      let size = bytes;
      let step = 0;
      while (size >= 1000 && step < FILE_UNITS.length - 1) {
        size /= 1000;
        step += 1;
      }
      const digits = step === 0 || size >= 100 ? 0 : 1;
      return intl
        .number({
          style: "unit",
          unit: FILE_UNITS[step],
          unitDisplay: step === 0 ? "long" : "short",
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
        .format(size);
    },
  };
}

/** Short: "7 Oct 2020". Long, for sentences: "7 October 2020". */
type DateStyle = "short" | "long";

/** Days, instants and ages for people. Days are days in Pakistan. */
interface DateText {
  /** A day: "24 Nov 2026", or long "24 November 2026". The day of a longer ISO text counts. */
  day(day: Day, style?: DateStyle): string;
  /**
   * A year, month or day, no more precise than it is: "2020", "Oct 2020", "7 Oct 2020". A text that is
   * no date comes back as it is.
   */
  partialDate(date: PartialDate, style?: DateStyle): string;
  /** "on 7 October 2020", "in October 2020", "in 2020". */
  onDate(date: PartialDate): string;
  /** An instant (ISO 8601) on the clock of Pakistan, UTC+5: "24 Nov 2026, 14:05". */
  instant(at: string | Date): string;
  /** An age in whole days, months or years: "today", "12 days", "10 months", "5 years". */
  age(days: number): string;
}

const MONTH_DAYS = 30.4375;
const YEAR_DAYS = 365.25;

/** The dates of a language. */
function createDateText({ t, intl, isolate }: PlainBase): DateText {
  const partialDate = (date: PartialDate, style: DateStyle = "short"): string => {
    if (!isPartialDate(date)) return isolate(date);
    const instant = Date.parse(date);
    const format = intl.date({
      year: "numeric",
      month: date.length > 4 ? style : undefined,
      day: date.length > 7 ? "numeric" : undefined,
      timeZone: "UTC",
    });
    const months = style === "long" || date.length === 4 ? null : intl.shortMonth();
    // Urdu newspapers put no comma before the year.
    if (months === null) return format.format(instant).replace("،", "");
    return format
      .formatToParts(instant)
      .map(({ type, value }) => (type === "month" ? months.format(instant) : value))
      .join("");
  };
  const unit = (count: number, name: "day" | "month" | "year") =>
    intl.number({ style: "unit", unit: name, unitDisplay: "long" }).format(count);
  const day: DateText["day"] = (date, style) => partialDate(date.slice(0, 10), style);
  return {
    day,
    partialDate,
    onDate: (date) =>
      t(date.length === 10 ? "common.onDay" : "common.inPeriod", {
        date: partialDate(date, "long"),
      }),
    instant(at) {
      const instant = new Date(at);
      const time = intl
        .date({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Karachi" })
        .format(instant);
      return t("common.instant", { day: day(pakistanDay(instant)), time });
    },
    age(days) {
      const years = Math.floor((days + 1) / YEAR_DAYS);
      if (years >= 1) return unit(years, "year");
      const months = Math.floor(days / MONTH_DAYS);
      if (months >= 1) return unit(months, "month");
      return days < 1 ? t("common.today") : unit(Math.floor(days), "day");
    },
  };
}
