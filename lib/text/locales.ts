/** What a language needs besides its messages. */
interface LocaleSpec {
  /** Tag for `Intl`: numbers, dates, lists and names of countries. */
  readonly intl: string;
  /** Tag of pages and links (BCP 47). */
  readonly tag: string;
  /** The language in its own words. */
  readonly name: string;
  /**
   * Tag for short names of months, where those of `intl` differ between browsers. British English writes "Sept",
   * but not in every browser, and a page that the server and the browser write differently breaks; American
   * English writes "Sep" everywhere.
   */
  readonly shortMonths?: string;
  readonly dir: "ltr" | "rtl";
  /** What ends a sentence. */
  readonly fullStop: string;
  /** What stands between two sentences. */
  readonly sentenceGap: string;
  /** Do the fonts of share cards hold its letters? */
  readonly fitsCards: boolean;
}

const ENGLISH = {
  intl: "en-GB",
  name: "English",
  shortMonths: "en-US",
  fullStop: ".",
  sentenceGap: " ",
  fitsCards: true,
};

/** The languages that the site can be shown in. `en-XA` is the test language, made from English. */
export const LOCALES: Readonly<Record<"en" | "ur" | "zh" | "en-XA", LocaleSpec>> = {
  en: { ...ENGLISH, tag: "en", dir: "ltr" },
  // The Urdu press of Pakistan writes the digits of Latin script; in India others are usual.
  ur: {
    intl: "ur-PK",
    tag: "ur",
    name: "اردو",
    dir: "rtl",
    fullStop: "۔",
    sentenceGap: " ",
    fitsCards: false,
  },
  zh: {
    intl: "zh-CN",
    tag: "zh-Hans",
    name: "简体中文",
    dir: "ltr",
    fullStop: "。",
    sentenceGap: "",
    fitsCards: false,
  },
  "en-XA": { ...ENGLISH, tag: "en-XA", dir: "rtl" },
};

/** Key of a language. */
export type Locale = keyof typeof LOCALES;

/** The languages, the default first. */
export const LOCALE_KEYS = Object.keys(LOCALES) as readonly Locale[];

/** The language where none is set. */
export const DEFAULT_LOCALE: Locale = "en";

/** What stands before the last item of a list; `none`: what stands between the others. */
export type Joint = keyof typeof JOINTS;

const JOINTS = {
  and: { type: "conjunction" },
  or: { type: "disjunction" },
  none: { type: "conjunction", style: "narrow" },
} as const;

/** The formatters of `Intl` for one language, each made once. */
export interface IntlFormats {
  number(options: Intl.NumberFormatOptions): Intl.NumberFormat;
  /** What stands between two numbers that are not negative. `formatRange` takes a tenth of a millisecond for each. */
  rangeSign(): string;
  date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat;
  /** For short names of months alone; null: those of `date` are right. */
  shortMonth(): Intl.DateTimeFormat | null;
  list(joint: Joint): Intl.ListFormat;
  /** The name of a country by its code. */
  region(code: string): string | undefined;
  languages(): Intl.DisplayNames;
}

/** Hong Kong, Macao and Palestine have longer names in Node than in Chromium; the short ones are the same. */
const SHORT_REGIONS: ReadonlySet<string> = new Set(["HK", "MO", "PS"]);

const MONTH = { month: "short", timeZone: "UTC" } as const;

/** The formatters of a language. */
export const intlFormats = keep(createFormats);

function createFormats(locale: Locale): IntlFormats {
  const { intl, shortMonths } = LOCALES[locale];
  const numbers = keep((key: string) => new Intl.NumberFormat(intl, JSON.parse(key)));
  const rangeSigns = keep(
    (tag: string) =>
      new Intl.NumberFormat(tag)
        .formatRangeToParts(1, 2)
        .find(({ type, source }) => type === "literal" && source === "shared")?.value ?? "–",
  );
  const dates = keep((key: string) => new Intl.DateTimeFormat(intl, JSON.parse(key)));
  const months = keep((tag: string) => new Intl.DateTimeFormat(tag, MONTH));
  const names = keep(
    (type: "region" | "language") => new Intl.DisplayNames(intl, { type, fallback: "code" }),
  );
  const shortRegions = new Intl.DisplayNames(intl, { type: "region", style: "short" });
  return {
    number: (options) => numbers(JSON.stringify(options)),
    rangeSign: () => rangeSigns(intl),
    date: (options) => dates(JSON.stringify(options)),
    shortMonth: () => (shortMonths === undefined ? null : months(shortMonths)),
    list: keep((joint: Joint) => new Intl.ListFormat(intl, JOINTS[joint])),
    region: (code) => (SHORT_REGIONS.has(code) ? shortRegions : names("region")).of(code),
    languages: () => names("language"),
  };
}

/** Makes a thing for each key once. */
function keep<K, T>(make: (key: K) => T): (key: K) => T {
  const kept = new Map<K, T>();
  return (key) => {
    const existing = kept.get(key);
    if (existing !== undefined) return existing;
    const fresh = make(key);
    kept.set(key, fresh);
    return fresh;
  };
}
