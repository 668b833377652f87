/** What a language needs besides its messages. */
interface LocaleSpec {
  /** Tag for `Intl`: numbers, dates, lists and names of countries. */
  readonly intl: string;
  /**
   * Tag for short names of months. British English writes "Sept", but not in every browser, and a page
   * that the server and the browser write differently breaks; American English writes "Sep" everywhere.
   */
  readonly shortMonths: string;
  readonly dir: "ltr" | "rtl";
}

/** The languages that the site can be shown in. `en-XA` is the test language, made from English. */
export const LOCALES = {
  en: { intl: "en-GB", shortMonths: "en-US", dir: "ltr" },
  "en-XA": { intl: "en-GB", shortMonths: "en-US", dir: "rtl" },
} as const satisfies Record<string, LocaleSpec>;

/** Key of a language. */
export type Locale = keyof typeof LOCALES;

/** The languages, the default first. */
export const LOCALE_KEYS = Object.keys(LOCALES) as readonly Locale[];

/** The language where none is set. */
export const DEFAULT_LOCALE: Locale = "en";

/** The formatters of `Intl` for one language, each made once. */
export interface IntlFormats {
  number(options: Intl.NumberFormatOptions): Intl.NumberFormat;
  date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat;
  /** For short names of months alone. */
  shortMonth(): Intl.DateTimeFormat;
  list(type: Intl.ListFormatType): Intl.ListFormat;
  regions(): Intl.DisplayNames;
  languages(): Intl.DisplayNames;
}

/** The formatters of a language. */
export const intlFormats = keep(createFormats);

function createFormats(locale: Locale): IntlFormats {
  const { intl, shortMonths } = LOCALES[locale];
  const numbers = keep((key: string) => new Intl.NumberFormat(intl, JSON.parse(key)));
  const dates = keep((key: string) => new Intl.DateTimeFormat(intl, JSON.parse(key)));
  const months = keep(
    (month: "short") => new Intl.DateTimeFormat(shortMonths, { month, timeZone: "UTC" }),
  );
  const names = keep(
    (type: "region" | "language") => new Intl.DisplayNames(intl, { type, fallback: "code" }),
  );
  return {
    number: (options) => numbers(JSON.stringify(options)),
    date: (options) => dates(JSON.stringify(options)),
    shortMonth: () => months("short"),
    list: keep((type: Intl.ListFormatType) => new Intl.ListFormat(intl, { type })),
    regions: () => names("region"),
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
